"""A whole general election."""

from collections.abc import Iterator

from tests.golden.worked.rows import Row, ask, n, on, percent
from tests.golden.worked.tables import Contest, Tables, within

SEATS = 650
CON, LAB, LD, SNP = "conservative", "labour", "liberal-democrat", "scottish-national-party"


def rows(t: Tables) -> Iterator[Row]:
    yield from _winners(t)
    yield from _majorities(t)
    yield from _scoreboards(t)
    yield from _turnouts(t)
    yield from _women(t)
    yield from _declarations(t)
    yield from _gains(t)


def overall(t: Tables, party: str, year: int) -> int:
    return 2 * len(t.won_by(party, year)) - SEATS


def _winners(t: Tables) -> Iterator[Row]:
    def winner(party: str, year: int) -> tuple[str, ...]:
        return t.party[party], str(len(t.won_by(party, year))), on(year)

    yield ask("who won the 2019 general election", *winner(CON, 2019))
    yield ask("who won the last general election", *winner(LAB, 2024))
    yield ask("Which party won the general election of 2015?", *winner(CON, 2015))
    yield ask("who won ge2024", *winner(LAB, 2024))
    yield ask("hoo wun teh 2015 genral election", *winner(CON, 2015))
    yield ask(
        "who came second in the 2019 general election",
        "Labour",
        str(len(t.won_by(LAB, 2019))),
        on(2019),
    )
    yield ask("did labour win the 2017 general election", "No", *winner(CON, 2017))
    yield ask("who won most seats in 2010", *winner(CON, 2010))


def _majorities(t: Tables) -> Iterator[Row]:
    yield ask(
        "what was the overall majority in 2019",
        str(overall(t, CON, 2019)),
        "Conservative",
        on(2019),
    )
    yield ask("labour's overall majority in 2024", str(overall(t, LAB, 2024)), "Labour", on(2024))
    yield ask(
        "how big was david cameron's overall majority in 2015", str(overall(t, CON, 2015)), on(2015)
    )
    yield ask(
        "What was the Government's overall majority after the general election of 2015?",
        str(overall(t, CON, 2015)),
        on(2015),
    )
    yield ask("did anyone win an overall majority in 2017", "No", "317", "326")
    yield ask("did anybody get a majority in 2010?", "No", "306", "326")
    yield ask("was there a hung parliament in 2010", "Yes", "306")
    yield ask("how far short of a majority were the tories in 2017", "9", "317", "326")


def _scoreboards(t: Tables) -> Iterator[Row]:
    def board(year: int, *parties: str, where: str = "") -> tuple[str, ...]:
        return tuple(str(len(t.won_by(party, year, where))) for party in parties)

    yield ask("seats by party 2017", *board(2017, CON, LAB, SNP, LD), on(2017))
    yield ask("how many seats did each party win in 2024", *board(2024, LAB, CON, LD), on(2024))
    yield ask("2010 general election results", *board(2010, CON, LAB, LD), on(2010))
    yield ask("scoreboard", *board(2024, LAB, CON, LD), "4 July 2024")
    yield ask(
        "Give me the state of the parties after the 2019 general election.",
        *board(2019, CON, LAB, SNP),
        on(2019),
    )
    yield ask("results of the 2015 election in scotland", "56", "Scotland", on(2015))
    yield ask(
        "who won in wales in 2019", *board(2019, LAB, CON, "plaid-cymru", where="Wales"), "Wales"
    )
    yield ask(
        "seats by party northern ireland 2017",
        "10",
        "Democratic Unionist Party",
        "Sinn Féin",
        on(2017),
    )
    yield ask("ge 2019 results london", *board(2019, LAB, CON, LD, where="London"), "London")


def _turnouts(t: Tables) -> Iterator[Row]:
    def turnout(year: int, where: str = "") -> tuple[str, ...]:
        part = within(t.general(year), where)
        return percent(sum(one.valid for one in part) / _roll(part)), on(year)

    yield ask("turnout 2024 general election", *turnout(2024))
    yield ask("what was the turnout in 2010", *turnout(2010))
    yield ask("national turnout in 2017?", *turnout(2017))
    yield ask("turnout in scotland in 2015", *turnout(2015, "Scotland"), "Scotland")
    yield ask(
        "what was turnout in northern ireland in the 2019 general election",
        *turnout(2019, "Northern Ireland"),
    )
    yield ask("how many votes were cast altogether in 2019", n(_valid(t, 2019)), on(2019))
    yield ask("total number of valid votes in the 2015 general election", n(_valid(t, 2015)))
    yield ask("how big was the electorate in 2024 across the uk", n(_roll(t.general(2024))))


def _valid(t: Tables, year: int) -> int:
    return sum(one.valid for one in t.general(year))


def _roll(of: list[Contest]) -> int:
    rolls = [one.electorate for one in of]
    assert all(rolls)
    return sum(one or 0 for one in rolls)


def _women(t: Tables) -> Iterator[Row]:
    def women(year: int, where: str = "", party: str = "") -> str:
        return str(
            sum(
                one.winner.gender == "Female" and party in {"", one.winner.party}
                for one in within(t.general(year), where)
            )
        )

    yield ask("how many women were elected in 2024", women(2024), on(2024))
    yield ask("how many women mps were elected in 2010?", women(2010), on(2010))
    yield ask("number of female MPs elected in 2019", women(2019), on(2019))
    yield ask("how many wimmin got elected in 2017", women(2017), on(2017))
    yield ask("how many women won seats in 2015", women(2015), on(2015))


def _declarations(t: Tables) -> Iterator[Row]:
    def first(year: int) -> tuple[str, ...]:
        one = min(t.general(year), key=lambda one: one.declared or "9")
        return one.name, one.declared[11:16], on(year)

    def last(year: int) -> tuple[str, ...]:
        assert all(one.declared for one in t.general(year))
        return max(t.general(year), key=lambda one: one.declared).name, on(year)

    yield ask("which seat declared first in 2015", *first(2015))
    yield ask("first constituency to declare in 2019", *first(2019))
    yield ask("who was first to declare in 2017", *first(2017))
    yield ask("what was the last seat to declare in 2019", *last(2019))
    yield ask("last to declare 2015", *last(2015))
    yield ask("which constituency was last to declare in 2024?", *last(2024))
    yield ask("first seat to declare at the last general election", *first(2024)[:1], on(2024))


def _gains(t: Tables) -> Iterator[Row]:
    def changed(year: int, winner: str, loser: str) -> str:
        return str(
            sum(one.winner.party == winner and one.gained_from == loser for one in t.general(year))
        )

    yield ask(
        "who gained seats from whom in 2019",
        changed(2019, CON, LAB),
        changed(2019, SNP, CON),
        on(2019),
    )
    yield ask(
        "gains table 2024", changed(2024, LAB, CON), changed(2024, LD, CON), changed(2024, LAB, SNP)
    )
    yield ask(
        "gains and losses in the 2015 general election",
        changed(2015, SNP, LAB),
        changed(2015, CON, LD),
    )
