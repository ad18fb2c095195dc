"""What explains the figures of a party or of a whole election."""

from collections.abc import Sequence

from bot.answers import naming, wording
from bot.answers.national.scope import Scope
from bot.elections.party import Party, PartyKind
from bot.elections.result import ContestResult

DEPOSITS = "A deposit is lost with one twentieth of a seat's valid votes (5%), or fewer."
UNSURE_TIMES = (
    "Nobody published these times: they were pieced together from what was seen that night."
)
SPEAKER = (
    "The Speaker stands without opposition from the main parties, so those figures compare badly."
)
_CHANGE_OF_SPEAKER = "A seat that passes to or from the Speaker counts as one that changed hands."
_GREENS = (
    "The Greens of England and Wales, of Scotland and of Northern Ireland are counted together."
)
_ENGLISH_OR_WELSH = {"England", "Wales", "London"}


def against(scope: Scope) -> list[str]:
    """What gains and losses are reckoned from."""
    if scope.compared_with is None:
        return []
    earlier = wording.general_election(scope.compared_with)
    if scope.notional:
        earlier = f"the notional result of {earlier} where boundaries changed"
    return [f"Gains and losses are against {earlier}; by-elections in between do not count."]


def of_changes(scope: Scope, *, same_seats: bool) -> list[str]:
    """What changes of share are reckoned from."""
    if scope.compared_with is None:
        return []
    earlier = wording.general_election(scope.compared_with)
    if same_seats:
        notional = ", notional where boundaries changed" if scope.notional else ""
        return [f"Shares are compared with {earlier} in the same seats{notional}."]
    return [f"Shares are compared with all votes {scope.where} at {earlier}.".replace("  ", " ")]


def of_party(party: Party, scopes: Sequence[Scope]) -> list[str]:
    """Who is counted with it, and what it was called."""
    if party.kind is PartyKind.INDEPENDENT:
        return ["Independents are not a party: each of them stood alone."]
    areas = {area for one in scopes for area in one.areas or ("everywhere",)}
    if party.id == "green" and not areas <= _ENGLISH_OR_WELSH:
        return [_GREENS]
    named = [(one, _printed(party, one)) for one in scopes]
    return [
        f"In {scope.day.year} most of its ballot papers called it {name}."
        for scope, name in named
        if name != party.name
    ]


def _printed(party: Party, scope: Scope) -> str:
    own = scope.count.of(party)
    return naming.party_as_printed(party, own.printed) if own and own.printed else party.name


def of_speakers(results: Sequence[ContestResult]) -> list[str]:
    """Where one Speaker's seat was given up, or another's begun."""
    outcomes = [one.outcome for one in results if one.changes_hands]
    parties = {party for one in outcomes for party in (one.winner, one.gained_from) if party}
    return [_CHANGE_OF_SPEAKER] if any(one.kind is PartyKind.SPEAKER for one in parties) else []
