"""What a party was called on the ballot papers of a contest, where it has another name now."""

from datetime import date

from bot.answers import naming
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import Contest
from bot.elections.party import Party
from bot.text import fold

_SAYS_NOTHING = {"party", "the"}


def printed(catalogue: Catalogue, party: Party, contest: Contest) -> str:
    """Of its candidates there, or else of most of its candidates on that day."""
    own = next((one.ballot_party for one in contest.candidacies if one.party == party), None)
    if own is None:
        return on_day(catalogue, party, contest.polled_on)
    # Candidates of both parties are Labour's to whoever asks about Labour.
    return party.name if "co-operative" in own.lower() else naming.party_as_printed(party, own)


def on_day(catalogue: Catalogue, party: Party, polled_on: date) -> str:
    """On most of its ballot papers at a general election; as it is now on any other day."""
    showings = catalogue.parties.showings(party.id)
    then = next((one.printed for one in showings if one.polled_on == polled_on), party.name)
    return naming.party_as_printed(party, then)


def is_renamed(party: Party, then: str) -> bool:
    """The Scottish Greens are Greens still; the Brexit Party is Reform UK now."""
    own = set(fold(party.name).split()) - _SAYS_NOTHING
    return party.comparable and not own <= set(fold(then).split())


def of_then(catalogue: Catalogue, party: Party, polled_on: date) -> str:
    """ "Reform UK (then Brexit Party)"."""
    then = on_day(catalogue, party, polled_on)
    return f"{party.name} (then {then})" if is_renamed(party, then) else party.name


def in_full(party: Party, then: str) -> str:
    """ "Brexit Party (now Reform UK)"."""
    return f"{then} (now {party.name})" if is_renamed(party, then) else then


def with_present_name(sentence: str, party: Party, then: str) -> str:
    """The first candidate who stood under the other name with the present one beside it."""
    if not is_renamed(party, then):
        return sentence
    return sentence.replace(f"({then})", f"({then}, now {party.name})", 1)
