"""Why a report is not believed."""


class Refusal(ValueError):
    """The message is the reason, for an operator."""
