"""Two seats, two elections of a seat, two parties, two people."""

from collections.abc import Iterator

from tests.golden.worked.persons import Career
from tests.golden.worked.rows import Row, ask, n, on, percent
from tests.golden.worked.tables import Contest, Tables

CON, LAB, LD, SNP = "conservative", "labour", "liberal-democrat", "scottish-national-party"
UKIP, GREEN, REFORM = "uk-independence-party", "green", "reform-uk"


def rows(t: Tables) -> Iterator[Row]:
    yield from _seats(t)
    yield from _elections(t)
    yield from _parties(t)
    yield from _persons(t)


def majorities(*of: Contest) -> tuple[str, ...]:
    return tuple(part for one in of for part in (one.name, n(one.majority)))


def turnouts(*of: Contest) -> tuple[str, ...]:
    return tuple(part for one in of for part in (one.name, percent(one.turnout)))


def _seats(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask("compare bath and cheltenham", *majorities(at("Bath"), at("Cheltenham")))
    yield ask(
        "Compare Islington North with Islington South and Finsbury",
        *majorities(at("Islington North"), at("Islington South and Finsbury")),
    )
    yield ask(
        "luton north vs luton south 2019",
        *majorities(at("Luton North", 2019), at("Luton South", 2019)),
    )
    yield ask(
        "which had the higher turnout, Gower or Torfaen?", *turnouts(at("Gower"), at("Torfaen"))
    )
    yield ask(
        "turnout in rugby compared to corby and east northamptonshire",
        *turnouts(at("Rugby"), at("Corby and East Northamptonshire")),
    )
    yield ask(
        "which has the bigger majority bootle or liverpool walton",
        *majorities(at("Bootle"), at("Liverpool Walton")),
    )
    yield ask(
        "was turnout higher in foyle or in belfast west in 2019",
        *turnouts(at("Foyle", 2019), at("Belfast West", 2019)),
    )
    yield ask(
        "compare hove and brighton kemptown in 2017",
        *majorities(at("Hove", 2017), at("Brighton, Kemptown", 2017)),
    )
    yield ask(
        "majority in dover and deal v majority in folkestone and hythe",
        *majorities(at("Dover and Deal"), at("Folkestone and Hythe")),
    )


def _elections(t: Tables) -> Iterator[Row]:
    def both(name: str, *years: int) -> tuple[str, ...]:
        return tuple(n(t.at(name, year).majority) for year in years)

    yield ask("compare canterbury in 2015 and 2017", *both("Canterbury", 2015, 2017))
    yield ask("bolsover 2017 vs 2019", *both("Bolsover", 2017, 2019))
    yield ask("Compare the results in Stirling in 2015 and 2017.", *both("Stirling", 2015, 2017))
    yield ask("how did kensington change between 2017 and 2019", *both("Kensington", 2017, 2019))
    yield ask("compare the 2017 and 2019 elections in ceredigion", *both("Ceredigion", 2017, 2019))
    yield ask("redcar 2015 v 2019 compare", *both("Redcar", 2015, 2019))
    yield ask(
        "compare turnout in vauxhall in 2010 and 2017",
        percent(t.at("Vauxhall", 2010).turnout),
        percent(t.at("Vauxhall", 2017).turnout),
    )
    yield ask("compare 2017 and 2019 general elections", "317", "365", "262", "202")
    yield ask("2015 general election vs 2010", "330", "306", "232", "258")


def _parties(t: Tables) -> Iterator[Row]:
    def seats(year: int, *parties: str) -> tuple[str, ...]:
        return tuple(str(len(t.won_by(party, year))) for party in parties)

    def votes(year: int, *parties: str) -> tuple[str, ...]:
        return tuple(n(t.votes_of(party, year)) for party in parties)

    yield ask("compare labour and the conservatives in 2019", *seats(2019, LAB, CON), on(2019))
    yield ask("tories v labour 2017 seats", *seats(2017, CON, LAB), on(2017))
    yield ask("who got more votes, Reform or the Lib Dems, in 2024?", *votes(2024, REFORM, LD))
    yield ask("did ukip get more votes than the lib dems in 2015", "Yes", *votes(2015, UKIP, LD))
    yield ask("greens vs snp votes 2024", *votes(2024, GREEN, SNP))
    yield ask("how do the greens compare with the lib dems in 2015", *votes(2015, GREEN, LD))
    yield ask(
        "compare sinn fein and the dup in 2017",
        "7",
        "10",
        *votes(2017, "sinn-fein", "democratic-unionist-party"),
    )
    yield ask("labour and tory votes in 2010", *votes(2010, LAB, CON))


def _persons(t: Tables) -> Iterator[Row]:
    def won(person: str, year: int = 2024) -> tuple[str, ...]:
        career = Career(t, person)
        contest = career.at(year)
        return contest.name, percent(career.own(contest).votes / contest.valid)

    yield ask("compare jeremy corbyn and keir starmer", *won("jeremy-corbyn"), *won("keir-starmer"))
    yield ask("Rishi Sunak vs Kemi Badenoch", *won("rishi-sunak"), *won("kemi-badenoch"))
    yield ask(
        "who has the bigger majority, wes streeting or jess phillips",
        n(t.at("Ilford North").majority),
        n(t.at("Birmingham Yardley").majority),
    )
    yield ask(
        "compare theresa may and boris johnson in 2017",
        *won("theresa-may", 2017),
        *won("boris-johnson", 2017),
    )
    yield ask(
        "who got more votes in 2024, angela rayner or ed davey",
        n(t.at("Ashton-under-Lyne").winner.votes),
        n(t.at("Kingston and Surbiton").winner.votes),
    )
    yield ask(
        "compare zac goldsmith and sarah olney", "Zac Goldsmith", "Sarah Olney", "Richmond Park"
    )
    yield ask("ed davey v nick clegg 2010", *won("ed-davey", 2010), *won("nick-clegg", 2010))
