"""Largest, smallest, closest, safest."""

from collections.abc import Callable, Iterator

from tests.golden.worked.rows import Row, ask, day, n, percent, points, seats
from tests.golden.worked.tables import Contest, Tables, within

CON, LAB, LD, SNP = "conservative", "labour", "liberal-democrat", "scottish-national-party"
UKIP, GREEN, REFORM, PC = "uk-independence-party", "green", "reform-uk", "plaid-cymru"

Measured = Callable[[Contest], float | None]


def rows(t: Tables) -> Iterator[Row]:
    yield from _majorities(t)
    yield from _safest(t)
    yield from _turnouts(t)
    yield from _shares(t)
    yield from _swings(t)
    yield from _others(t)


def ranked(of: list[Contest], by: Measured, number: int, *, most: bool = True) -> list[Contest]:
    """The first few; the next one must differ, or nobody could say which they are."""
    known = [(value, one) for one in of for value in [by(one)] if value is not None]
    known.sort(key=lambda pair: pair[0], reverse=most)
    assert len(known) <= number or known[number - 1][0] != known[number][0]
    assert len({value for value, _ in known[:number]}) == number
    return [one for _, one in known[:number]]


def majority(of: Contest) -> float:
    return of.majority


def turnout(of: Contest) -> float:
    return of.turnout


def all_ballots(of: Contest) -> float:
    assert of.electorate
    return (of.valid + (of.rejected or 0)) / of.electorate


def swing(of: Contest) -> float | None:
    ours, theirs = of.rise(of.winner.party), of.rise(of.second.party)
    return None if ours is None or theirs is None else (ours - theirs) / 2


def first(of: list[Contest], *, most: bool = True) -> tuple[str, ...]:
    """The seat with the largest or smallest majority."""
    [one] = ranked(of, majority, 1, most=most)
    return one.name, n(one.majority), day(one)


def _majorities(t: Tables) -> Iterator[Row]:
    general = t.general
    yield ask("largest majority", *first(general(2024)))
    yield ask("which seat had the biggest majority in 2017", *first(general(2017)))
    yield ask("biggest majorty 2015", *first(general(2015)))
    yield ask(
        "Which constituency had the smallest majority in 2024?", *first(general(2024), most=False)
    )
    yield ask("smallest majority in 2010", *first(general(2010), most=False))
    yield ask("closest result in 2019", *first(general(2019), most=False))
    yield ask("tightest seat in 2017", *first(general(2017), most=False))
    yield ask("top 5 closest seats in 2024", *seats(ranked(general(2024), majority, 5, most=False)))
    yield ask("the ten largest majorities in 2019", *seats(ranked(general(2019), majority, 10)))
    yield ask("top 3 biggest majorities 2010", *seats(ranked(general(2010), majority, 3)))
    yield ask("smallest majority in wales", *first(within(general(2024), "Wales"), most=False))
    yield ask(
        "closest contest in northern ireland in 2019",
        *first(within(general(2019), "Northern Ireland"), most=False),
    )
    yield ask("smallest labour majority in 2024", *first(t.won_by(LAB, 2024), most=False))
    yield ask(
        "smallest tory majority in london 2017", *first(t.won_by(CON, 2017, "London"), most=False)
    )
    yield ask(
        "five most marginal seats in scotland 2017",
        *seats(ranked(within(general(2017), "Scotland"), majority, 5, most=False)),
    )
    yield ask(
        "most marginal constituency in the South West in 2024",
        *first(within(general(2024), "South West"), most=False),
    )


def _safest(t: Tables) -> Iterator[Row]:
    yield ask("safest Labour seat in Wales", *first(t.won_by(LAB, 2024, "Wales")))
    yield ask("safest seat", *first(t.general(2024)))
    yield ask("safest tory seat 2019", *first(t.won_by(CON, 2019)))
    yield ask("What is the safest Conservative seat in the country?", *first(t.won_by(CON, 2024)))
    yield ask("safest lib dem seats", *seats(ranked(t.won_by(LD, 2024), majority, 5)))
    yield ask("safest snp seat in 2015", *first(t.won_by(SNP, 2015)))
    yield ask("wat is the saefest seat in scotland", *first(within(t.general(2024), "Scotland")))
    yield ask(
        "safest labour seat in the north east in 2019", *first(t.won_by(LAB, 2019, "North East"))
    )


def _turnouts(t: Tables) -> Iterator[Row]:
    def top(year: int, where: str = "", *, most: bool = True) -> tuple[str, ...]:
        part = within(t.general(year), where)
        [one] = ranked(part, turnout, 1, most=most)
        assert [one] == ranked(part, all_ballots, 1, most=most)
        return one.name, percent(one.turnout), day(one)

    yield ask("highest turnout", *top(2024))
    yield ask("lowest turnout in 2019", *top(2019, most=False))
    yield ask("which constituency had the lowest turnout in 2024?", *top(2024, most=False))
    yield ask("highest turn out in scotland 2015", *top(2015, "Scotland"))
    yield ask("highest turnout in wales in 2017", *top(2017, "Wales"))
    yield ask("where was turnout lowest in london in 2010", *top(2010, "London", most=False))
    yield ask("best turnout in 2010", *top(2010))


def _shares(t: Tables) -> Iterator[Row]:
    def best(party: str, year: int, where: str = "") -> tuple[str, ...]:
        def share(of: Contest) -> float | None:
            mine = [one.votes for one in of.candidates if one.party == party]
            return max(mine) / of.valid if mine else None

        [one] = ranked(within(t.general(year), where), share, 1)
        value = share(one)
        assert value is not None
        return one.name, percent(value), day(one)

    def least(year: int) -> tuple[str, ...]:
        [one] = ranked(t.general(year), lambda of: of.winner.votes / of.valid, 1, most=False)
        return one.name, percent(one.winner.votes / one.valid), day(one)

    yield ask("where did the greens get their highest share in 2019", *best(GREEN, 2019))
    yield ask("best reform share 2024", *best(REFORM, 2024))
    yield ask("where did labour do best in 2017", best(LAB, 2017)[0], "2017")
    yield ask("highest ukip vote share in 2015", *best(UKIP, 2015))
    yield ask("highest lib dem share in scotland 2024", *best(LD, 2024, "Scotland"))
    yield ask(
        "Where did Plaid Cymru achieve its largest share of the vote in 2024?", *best(PC, 2024)
    )
    yield ask("lowest winning share in 2015", *least(2015))
    yield ask("lowest winning share 2024", *least(2024))


def _swings(t: Tables) -> Iterator[Row]:
    def largest(year: int, where: str = "") -> tuple[str, ...]:
        [one] = ranked(within(t.general(year), where), swing, 1)
        value = swing(one)
        assert value is not None
        return one.name, points(value)[:-7], day(one)

    yield ask("biggest swing in 2015", *largest(2015))
    yield ask("which seat had the largest swing in 2010", *largest(2010))
    yield ask("largest swing in scotland in 2017", *largest(2017, "Scotland"))


def _others(t: Tables) -> Iterator[Row]:
    def rise(party: str, year: int, where: str = "", *, most: bool = True) -> tuple[str, ...]:
        def change(of: Contest) -> float | None:
            return of.rise(party)

        [one] = ranked(within(t.general(year), where), change, 1, most=most)
        value = change(one)
        assert value is not None
        return one.name, points(value)[:-7], day(one)

    def crowd(year: int) -> tuple[str, ...]:
        [one] = ranked(t.general(year), lambda of: len(of.candidates), 1)
        return one.name, str(len(one.candidates)), day(one)

    yield ask("most candidates in 2017", *crowd(2017))
    yield ask("which seat had the most candidates in 2015", *crowd(2015))
    yield ask("biggest rise for labour in 2017", *rise(LAB, 2017))
    yield ask("where did ukip rise most in 2015", *rise(UKIP, 2015))
    yield ask("where did the lib dems fall most in 2015", *rise(LD, 2015, most=False))
    yield ask("biggest drop in the labour share in 2019", *rise(LAB, 2019, most=False))
    yield ask("largest electorate in 2019", "Isle of Wight", "113,021")
    yield ask("smallest electorate", "Na h-Eileanan an Iar", "21,325")
    [most] = ranked(t.general(2024), lambda of: of.rejected, 1)
    yield ask("most rejected ballots in 2024", most.name, n(most.rejected))
    [votes] = ranked(t.general(2017), lambda of: of.winner.votes, 1)
    yield ask(
        "which candidate got the most votes in 2017", votes.winner.name, n(votes.winner.votes)
    )
