"""A seat through time: its members, its parties, its by-elections, what became of it."""

from collections import defaultdict
from collections.abc import Iterator

from tests.golden.worked.rows import Row, ask, day, n
from tests.golden.worked.tables import Contest, Seat, Tables, read

GROUPS = {"Con": "Conservative", "Lab": "Labour", "Lib": "Liberal"}
PARTIES = {"conservative": "Con", "labour": "Lab", "liberal-democrat": "Lib"}
SIZEABLE = 0.2
OLD = 2010  # the boundaries that went in 2024


def rows(t: Tables) -> Iterator[Row]:
    yield from _members(t)
    yield from _since(t)
    yield from _every_election(t)
    yield from _long_ago()
    yield from _own_by_elections(t)
    yield from _became(t)


def of_name(t: Tables, name: str) -> list[Contest]:
    """All contests under that name, oldest first."""
    return [one for one in t.contests if one.name == name]


def members(t: Tables, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.winner.name for one in of_name(t, name)))


def _members(t: Tables) -> Iterator[Row]:
    yield ask("who has held bath since 2010", *members(t, "Bath"))
    yield ask("Who has represented Eastbourne since 2010?", *members(t, "Eastbourne"))
    yield ask("list of mps for gower since 2010", *members(t, "Gower"))
    yield ask("past MPs for Rochdale", *members(t, "Rochdale"))
    yield ask("history of ynys mon", *members(t, "Ynys Môn"))
    yield ask("wrexham election history", *members(t, "Wrexham"))
    yield ask("who were the mps for leigh between 2010 and 2024", *members(t, "Leigh"))
    yield ask(
        "who was the mp for bishop auckland before sam rushworth",
        "Dehenna Davison",
        "Bishop Auckland",
    )
    yield ask("who was MP for hexham before Joe Morris", "Guy Opperman", "Hexham")
    yield ask("which parties have held ceredigion since 2010", "Liberal Democrat", "Plaid Cymru")


def leading(name: str) -> dict[int, str]:
    """The group that led at each general election to 2005; the later of two in one year."""
    return {
        int(row["polled_on"][:4]): row["leading_group"] or row["unopposed_group"]
        for row in read("historic_contest")
        if row["constituency"].lower() == name.lower()
    }


def since(t: Tables, name: str) -> str:
    """The general election from which on the same group has won the seat."""
    later = {
        int(one.year): PARTIES[one.winner.party]
        for one in of_name(t, name)
        if one.kind == "general"
    }
    won = sorted((leading(name) | later).items(), reverse=True)
    first = won[0][0]
    for year, group in won:
        if group != won[0][1]:
            break
        first = year
    return str(first)


def _since(t: Tables) -> Iterator[Row]:
    yield ask("how long has bath been lib dem", since(t, "Bath"), "Bath")
    yield ask("since when has Huntingdon been Conservative", since(t, "Huntingdon"), "Huntingdon")
    yield ask("since when have labour held hull east", since(t, "Kingston upon Hull East"))
    yield ask("How long has Bootle been a Labour seat?", since(t, "Bootle"), "Bootle")
    yield ask("since when has canterbury been labour", since(t, "Canterbury"), "Canterbury")
    yield ask("how long have the lib dems held orkney & shetland", since(t, "Orkney and Shetland"))
    yield ask("wen did wimbledon become lib dem", since(t, "Wimbledon"), "Wimbledon")
    yield ask("since when has chesterfield been labour", since(t, "Chesterfield"))


def _every_election(t: Tables) -> Iterator[Row]:
    def won(name: str) -> tuple[str, ...]:
        return tuple(n(one.majority) for one in of_name(t, name) if one.kind == "general")

    yield ask("all results in blackpool south since 2010", *members(t, "Blackpool South"))
    yield ask("cheltenham results at every election since 2010", *members(t, "Cheltenham"))
    yield ask("every election result for north norfolk", *members(t, "North Norfolk"))
    yield ask("majorities in islington north at every election since 2010", *won("Islington North"))
    yield ask("how has torbay voted since 2010", *members(t, "Torbay"))
    yield ask("foyle over the years", *members(t, "Foyle"))


def _long_ago() -> Iterator[Row]:
    """Before 2010 groups of parties are known, and from 1997 on the winners."""

    def group(name: str, year: int) -> tuple[str, ...]:
        return GROUPS[leading(name)[year]], str(year), name

    yield ask("who won bath in 1992", *group("Bath", 1992))
    yield ask("which party won Putney in 1997?", *group("Putney", 1997))
    yield ask("which party won hexham in 1983", *group("Hexham", 1983))
    yield ask("who won islington north in 1935", *group("Islington North", 1935))
    yield ask("rochdale results since 1918", "1918", "1945", "Liberal", "Conservative", "Labour")
    yield ask("wimbledon by party back to 1918", "1918", "1945", "Conservative", "Labour")
    yield ask("which party won Cheltenham in 1992", *group("Cheltenham", 1992))


def _own_by_elections(t: Tables) -> Iterator[Row]:
    def days(name: str) -> tuple[str, ...]:
        return tuple(day(one) for one in of_name(t, name) if one.kind != "general")

    yield ask("has clacton had any by-elections", *days("Clacton"))
    yield ask("when was there a by-election in Richmond Park", *days("Richmond Park"))
    yield ask("when were the by-elections in batley and spen held", *days("Batley and Spen"))
    yield ask(
        "by-elections held in uxbridge and south ruislip", *days("Uxbridge and South Ruislip")
    )


def _became(t: Tables) -> Iterator[Row]:
    into: dict[Seat, list[str]] = defaultdict(list)
    out_of: dict[Seat, list[str]] = defaultdict(list)
    for row in read("succession"):
        old, new = t.seats[row["old_code"]], t.seats[row["new_code"]]
        if float(row["share_of_old"]) >= SIZEABLE:
            into[old].append(new.name)
        if float(row["share_of_new"]) >= SIZEABLE:
            out_of[new].append(old.name)

    def became(name: str) -> tuple[str, ...]:
        [found] = [parts for seat, parts in into.items() if seat.name == name and seat.first == OLD]
        return tuple(found)

    def made(name: str) -> tuple[str, ...]:
        [found] = [parts for seat, parts in out_of.items() if seat.name == name]
        return tuple(found)

    yield ask("what happened to morley and outwood", *became("Morley and Outwood"))
    yield ask("What became of Arfon?", *became("Arfon"))
    yield ask("where did south west surrey go", *became("South West Surrey"))
    yield ask(
        "what happened to the constituency of Batley and Spen after 2019",
        *became("Batley and Spen"),
    )
    yield ask("what replaced wansbeck", *became("Wansbeck"))
    yield ask("wat happend to east dunbartonshire", *became("East Dunbartonshire"))
    yield ask("which seats was workington split into", *became("Workington"))
    yield ask("what was waveney valley made from", *made("Waveney Valley"))
    yield ask("which old seats make up Runcorn and Helsby", *made("Runcorn and Helsby"))
    yield ask("what is montgomeryshire and glyndwr made of", *made("Montgomeryshire and Glyndŵr"))
    yield ask("which constituencies was Reading Central created from?", *made("Reading Central"))
