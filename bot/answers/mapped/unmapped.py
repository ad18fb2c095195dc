"""What no map shows, in a sentence with the maps that there are."""

from dataclasses import replace

from bot.answers import choosing, naming, polls, wording
from bot.answers.mapped.plan import OF_A_PARTY, Shown
from bot.answers.reply import Choice, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import ContestKind
from bot.questions.question import Question

_THERE_ARE = (
    "Maps are of general elections: winners, gains, majorities, turnout, or a party's share, "
    "gains or losses; of the whole United Kingdom, or with a nation, region or constituency "
    "picked out."
)
_FOR_EXAMPLE = (
    "You can ask: “map of gains 2019”; “Labour share map Scotland 2015”; “turnout map Bath”."
)
_WHOSE = "Whose {0}? Name a party, such as “Labour {0} map 2024”."
_GREAT_BRITAIN = ("England", "Scotland", "Wales")
_ITS_NAMES = frozenset({"great britain", "britain", "gb"})


def of_great_britain(asked: Question) -> Question:
    """As its nations, since Northern Ireland is no part of it."""
    if asked.seats or asked.name.lower() not in _ITS_NAMES:
        return asked
    return replace(asked, name="", areas=_GREAT_BRITAIN)


def why_not(catalogue: Catalogue, asked: Question, shown: Shown | None) -> Reply | None:
    """A reply to what no map of any general election shows."""
    held = _by_elections(catalogue, asked)
    if held or (asked.election and asked.election.by_election):
        return reply(f"No map shows by-elections. {_THERE_ARE}", *held)
    told = _why_not(catalogue, asked)
    if told:
        return reply(told)
    if shown is None:
        return nothing()
    whose = shown in OF_A_PARTY and not asked.parties
    return reply(_WHOSE.format(shown)) if whose else None


def _why_not(catalogue: Catalogue, asked: Question) -> str:
    if asked.name and not asked.seats:
        return f"I know no nation, region or constituency called “{choosing.echo(asked.name)}”."
    if len(asked.parties) > 1:
        named = wording.listed([catalogue.parties.by_id[one].name for one in asked.parties])
        return f"A map is of one party or of all: name one of {named}."
    if len(asked.seats) > 1 or (asked.seats and asked.areas):
        return "A map picks out one constituency, or nations and regions: name one of them."
    return ""


def nothing() -> Reply:
    return reply(f"No map shows that. {_THERE_ARE}")


def reply(headline: str, *choices: Choice) -> Reply:
    return Reply(ReplyKind.NOTHING, "No map", headline, notes=(_FOR_EXAMPLE,), choices=choices)


def _by_elections(catalogue: Catalogue, asked: Question) -> list[Choice]:
    """Those of the seat that are meant by the words for an election, if no general one is."""
    wanted = asked.election
    if not asked.seats or wanted is None or polls.general_election(catalogue, wanted):
        return []
    seat = catalogue.seats.by_code[asked.seats[0]]
    contests = catalogue.contests.ids_of_seats(catalogue.seats.codes_of_name(seat))
    return [
        Choice("contest", str(one), f"{seat.name} · {naming.short(one, kind)}")
        for one, kind in contests
        if kind is ContestKind.BY_ELECTION and wanted.suits(one.polled_on, is_by_election=True)
    ]
