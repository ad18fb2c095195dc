"""Everything that can go wrong in a way that a person must be told about.

"Not found", "ambiguous" and "not known yet" are answers, not errors.
"""


class TellerError(Exception):
    """The message is a whole sentence for a person: what was wrong and what to do."""


class SettingsError(TellerError):
    """One or more settings cannot be used; the message names every one of them."""


class DataError(TellerError):
    """A table in data/ is missing, or says something that cannot be true."""


class CatalogueError(TellerError):
    """The catalogue could not be built or read."""


class DiscordUnavailable(TellerError):
    """Discord refused the token or could not be reached."""


class StateError(TellerError):
    """The state could not be opened or written; nothing was half-written."""
