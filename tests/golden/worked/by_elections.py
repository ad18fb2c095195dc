"""By-elections: one of them, lists of them, changes of hands in them."""

from collections.abc import Iterator

from tests.golden.worked.rows import (
    Row,
    ask,
    ballots,
    day,
    majority,
    n,
    outcome,
    percent,
    place,
    points,
    seats,
    turnout,
    votes,
    won,
)
from tests.golden.worked.tables import Contest, Tables


def rows(t: Tables) -> Iterator[Row]:
    yield from _winners(t)
    yield from _figures(t)
    yield from _votes(t)
    yield from _outcomes(t)
    yield from _lists(t)
    yield from _latest(t)


def of_years(t: Tables, *years: int) -> list[Contest]:
    return [one for one in t.by_elections() if int(one.year) in years]


def changed(of: list[Contest]) -> list[Contest]:
    return [one for one in of if one.gained_from]


def _winners(t: Tables) -> Iterator[Row]:
    by = t.by
    yield ask("who won the rochdale by-election", *won(by("Rochdale", 2024)))
    yield ask("who won the 2014 clacton by election", *won(by("Clacton", 2014)))
    yield ask("who won the clacton by-election in 2026", *won(by("Clacton", 2026)))
    yield ask("Who won the Batley and Spen by-election of 2016?", *won(by("Batley and Spen", 2016)))
    yield ask("batley & spen byelection 2021 winner", *won(by("Batley and Spen", 2021)))
    yield ask("hoo won teh gorton and denton byelecton", *won(by("Gorton and Denton", 2026)))
    yield ask("who won the makerfield by election", *won(by("Makerfield", 2026)))
    yield ask(
        "result of the tiverton and honiton by election", *won(by("Tiverton and Honiton", 2022))
    )
    yield ask(
        "who came second in the Old Bexley and Sidcup by-election?",
        *place(by("Old Bexley and Sidcup", 2021), 2),
    )
    yield ask("who was third in the eastleigh by-election", *place(by("Eastleigh", 2013), 3))
    yield ask(
        "who came 3rd in the brecon and radnorshire by-election 2019",
        *place(by("Brecon and Radnorshire", 2019), 3),
    )
    yield ask("hartlepool by-election may 2021", *won(by("Hartlepool", 2021)))
    yield ask(
        "who won the by-election in may 2021 in airdrie and shotts",
        *won(by("Airdrie and Shotts", 2021)),
    )


def _figures(t: Tables) -> Iterator[Row]:
    by = t.by
    yield ask(
        "majority in the runcorn and helsby by-election", *majority(by("Runcorn and Helsby", 2025))
    )
    yield ask(
        "what was the tory majority in the uxbridge by-election",
        *majority(by("Uxbridge and South Ruislip", 2023)),
    )
    yield ask(
        "turnout at the Manchester Central by-election in 2012",
        *turnout(by("Manchester Central", 2012)),
    )
    yield ask("copeland by election turnout", *turnout(by("Copeland", 2017)))
    yield ask(
        "swing in the Wakefield by-election",
        points(by("Wakefield", 2022).swing),
        "Wakefield",
        "2022",
    )
    yield ask(
        "swing at the 2022 tiverton by election",
        points(by("Tiverton and Honiton", 2022).swing),
        "Tiverton and Honiton",
    )


def _votes(t: Tables) -> Iterator[Row]:
    by = t.by
    chesham = by("Chesham and Amersham", 2021)
    yield ask(
        "how many votes did paul nuttall get in the stoke by-election",
        *votes(by("Stoke-on-Trent Central", 2017), "Nuttall"),
    )
    yield ask(
        "how many votes did the monster raving loony party get in the Clacton by-election of 2014",
        n(by("Clacton", 2014).of("monster-raving-loony-party").votes),
        "Clacton",
        "2014",
    )
    yield ask(
        "what percentage did the lib dems get in the chesham and amersham by-election",
        percent(chesham.share("liberal-democrat")),
        chesham.name,
    )
    yield ask(
        "how many rejected ballots in the southend west by-election",
        n(by("Southend West", 2022).rejected),
        "Southend West",
    )
    yield ask(
        "how many candidates stood in the clacton by-election in 2026",
        str(len(by("Clacton", 2026).candidates)),
        "Clacton",
        "2026",
    )
    yield ask(
        "how many people voted in the West Tyrone by-election", *ballots(by("West Tyrone", 2018))
    )
    yield ask(
        "how many votes did Farage get in the clacton by-election",
        *votes(by("Clacton", 2026), "Farage"),
    )
    yield ask(
        "galloway's majority in the bradford west by-election", *majority(by("Bradford West", 2012))
    )


def _outcomes(t: Tables) -> Iterator[Row]:
    def told(answer: str, name: str, year: int) -> tuple[str, ...]:
        contest = t.by(name, year)
        return answer, outcome(contest, t), contest.name, day(contest)

    yield ask("did labour hold hartlepool in the 2021 by-election", *told("No", "Hartlepool", 2021))
    yield ask(
        "did the tories lose north shropshire in the by-election",
        *told("Yes", "North Shropshire", 2021),
    )
    yield ask(
        "was selby and ainsty a gain for labour at the by-election",
        *told("Yes", "Selby and Ainsty", 2023),
    )
    yield ask(
        "Did the SNP hold Aberdeen South in the 2026 by-election?",
        *told("No", "Aberdeen South", 2026),
    )
    yield ask(
        "did the snp hang on to arbroath and broughty ferry in 2026",
        *told("Yes", "Arbroath and Broughty Ferry", 2026),
    )
    yield ask("did reform gain runcorn in the byelection", *told("Yes", "Runcorn and Helsby", 2025))
    yield ask("did ukip gain clacton in 2014", *told("Yes", "Clacton", 2014))
    yield ask("did labour win the corby by election in 2012", *told("Yes", "Corby", 2012))


def _lists(t: Tables) -> Iterator[Row]:
    yield ask("by-elections in 2012", *seats(of_years(t, 2012)))
    yield ask("list the by-elections of 2024", *seats(of_years(t, 2024)))
    yield ask("What by-elections were there in 2016?", *seats(of_years(t, 2016)))
    yield ask("bye elections 2026", *dict.fromkeys(seats(of_years(t, 2026))))
    yield ask("how many by-elections were there in 2023", str(len(of_years(t, 2023))), "2023")
    yield ask(
        "how many by elections in 2019 parliament changed hands",
        str(len(changed(_between(t, "2019-12-12", "2024-07-04")))),
    )
    yield ask(
        "how many by-elections were there in the 2010-15 parliament",
        str(len(_between(t, "2010-05-06", "2015-05-07"))),
    )
    yield ask("which by-elections changed hands in 2023", *seats(changed(of_years(t, 2023))))
    yield ask(
        "by-elections since the 2024 general election",
        *dict.fromkeys(seats(_between(t, "2024-07-04", "2027"))),
    )
    yield ask(
        "by-elections in the 2017-19 parliament", *seats(_between(t, "2017-06-08", "2019-12-12"))
    )
    yield ask(
        "which seats changed hands at by-elections in the 2010 parliament",
        *seats(changed(_between(t, "2010-05-06", "2015-05-07"))),
    )
    yield ask(
        "by-elections the lib dems won in the 2019-24 parliament",
        *seats(
            [
                one
                for one in _between(t, "2019-12-12", "2024-07-04")
                if one.winner.party == "liberal-democrat"
            ]
        ),
    )
    yield ask("were there any by-elections in 2020", "No")


def _between(t: Tables, first: str, last: str) -> list[Contest]:
    return [one for one in t.by_elections() if first < one.day < last]


def _latest(t: Tables) -> Iterator[Row]:
    latest = t.by_elections()[-1]
    told = (latest.name, day(latest), latest.winner.name)
    yield ask("when was the latest by-election", *told)
    yield ask("who won the last by-election", *told)
    yield ask("most recent byelection result", *told)
    yield ask("when was the rotherham by-election", day(t.by("Rotherham", 2012)))
    yield ask("when did the runcorn by-election take place", day(t.by("Runcorn and Helsby", 2025)))
    yield ask(
        "by-elections in batley and spen",
        *(day(t.by("Batley and Spen", year)) for year in (2016, 2021)),
    )
