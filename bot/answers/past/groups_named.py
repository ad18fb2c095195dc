"""What the groups of parties before 2010 are called, and which party of today each is."""

from dataclasses import dataclass
from datetime import date

from bot.elections.party import Party, PartyKind
from bot.elections.past import PartyGroup, PastContest
from bot.text import alike

_ALLIANCE, _MERGED = date(1983, 1, 1), date(1988, 3, 3)
LIBERALS, OTHERS = "liberal-democrat", "others"
_PARTIES = {
    "Conservative": "conservative",
    "Democratic Unionist Party": "democratic-unionist-party",
    "Labour": "labour",
    "Liberal Democrat": LIBERALS,
    "Plaid Cymru": "plaid-cymru",
    "Respect": "respect",
    "Scottish National Party": "scottish-national-party",
    "Sinn Féin": "sinn-fein",
    "Social Democratic and Labour Party": "social-democratic-and-labour-party",
    "Speaker": "speaker",
    "UK Unionist Party": "uk-unionist-party",
    "Ulster Unionist Party": "ulster-unionist-party",
}
_INDEPENDENT = "Independent"
# The Liberal Party of today is another one, and has not won a seat since 1988.
_LIBERAL_PARTY = "liberal"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a seat. `key` is a party's id where it is one; the same key is the same holder."""

    key: str
    name: str


def past_holder(past: PastContest) -> Holder | None:
    """The winner's own party where it is known, else the group; None where neither is certain."""
    if past.winner and past.winner.party == _INDEPENDENT:
        return Holder(f"independent:{alike(past.winner.name)}", _INDEPENDENT)
    if past.winner and past.winner.party in _PARTIES:
        return Holder(_PARTIES[past.winner.party], past.winner.party)
    return group_holder(past.won_by, past) if past.won_by else None


def group_holder(group: PartyGroup, past: PastContest) -> Holder:
    """A group by the name that its party had then."""
    if group is PartyGroup.LIBERAL:
        return Holder(LIBERALS, _liberals(past.polled_on))
    if group is PartyGroup.NATIONALIST:
        return _nationalists(past.region)
    if group is PartyGroup.CONSERVATIVE and past.region in {"Northern Ireland", "Ireland"}:
        # Ulster Unionists took the Conservative whip until 1972 and are counted so.
        return Holder("unionist", "Conservative and Unionist")
    names = {
        PartyGroup.CONSERVATIVE: Holder("conservative", "Conservative"),
        PartyGroup.LABOUR: Holder("labour", "Labour"),
        PartyGroup.OTHERS: Holder(OTHERS, "Another party or an independent"),
    }
    return names[group]


def meant(party_id: str) -> str:
    """Whom somebody means who asks which party held a seat: "liberal" is older than the data."""
    return LIBERALS if party_id == _LIBERAL_PARTY else party_id


def holds(holder: Holder, party: Party) -> bool:
    """Whether the holder is that party, or some independent where those are asked about."""
    if party.kind is PartyKind.INDEPENDENT:
        return holder.key.startswith(f"{party.id}:")
    return holder.key == party.id


def group_of(party_id: str) -> PartyGroup:
    """The group in which a party of today is counted."""
    groups = {
        "conservative": PartyGroup.CONSERVATIVE,
        "labour": PartyGroup.LABOUR,
        LIBERALS: PartyGroup.LIBERAL,
        "plaid-cymru": PartyGroup.NATIONALIST,
        "scottish-national-party": PartyGroup.NATIONALIST,
    }
    return groups.get(party_id, PartyGroup.OTHERS)


def _liberals(day: date) -> str:
    if day < _ALLIANCE:
        return "Liberal"
    return "Liberal–SDP Alliance" if day < _MERGED else "Liberal Democrat"


def _nationalists(region: str) -> Holder:
    if region == "Wales":
        return Holder("plaid-cymru", "Plaid Cymru")
    if region == "Scotland":
        return Holder("scottish-national-party", "Scottish National Party")
    return Holder("nationalist", "Nationalist")
