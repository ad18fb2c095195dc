"""A person: where and when they stood, what came of it, and whether they sit now."""

from collections.abc import Iterator

from tests.golden.worked.rows import Row, ask, day, n, percent
from tests.golden.worked.tables import Candidate, Contest, Tables


class Career:
    """The contests of a person, oldest first."""

    def __init__(self, t: Tables, person: str) -> None:
        self.contests = t.of_person(person)
        self.person = person
        assert self.contests, person

    def at(self, year: int, *, by: bool = False) -> Contest:
        kind = "by" if by else "general"
        [found] = [
            one for one in self.contests if one.year == str(year) and one.kind.startswith(kind)
        ]
        return found

    def own(self, contest: Contest) -> Candidate:
        [found] = [one for one in contest.candidates if one.person == self.person]
        return found

    @property
    def won(self) -> list[Contest]:
        return [one for one in self.contests if one.winner.person == self.person]

    @property
    def lost(self) -> list[Contest]:
        return [one for one in self.contests if one.winner.person != self.person]

    def majority(self, year: int, *, by: bool = False) -> tuple[str, ...]:
        contest = self.at(year, by=by)
        assert contest.winner.person == self.person
        return n(contest.majority), contest.name, day(contest)

    def votes(self, year: int, *, by: bool = False) -> tuple[str, ...]:
        contest = self.at(year, by=by)
        return n(self.own(contest).votes), contest.name, day(contest)

    def beat(self, year: int) -> tuple[str, ...]:
        contest = self.at(year)
        assert contest.winner.person == self.person
        return contest.second.name, contest.name, day(contest)

    def lost_to(self, year: int, *, by: bool = False) -> tuple[str, ...]:
        contest = self.at(year, by=by)
        assert contest.winner.person != self.person
        return contest.winner.name, contest.name, day(contest)

    def places(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.name for one in self.contests))

    def times(self, of: list[Contest], *name: str) -> tuple[str, ...]:
        return str(len(of)), *name


def rows(t: Tables) -> Iterator[Row]:
    yield from _majorities(t)
    yield from _votes(t)
    yield from _rivals(t)
    yield from _careers(t)
    yield from _counts(t)
    yield from _members(t)


def _majorities(t: Tables) -> Iterator[Row]:
    yield ask("what was ed balls majority in 2010", *Career(t, "ed-balls").majority(2010))
    yield ask("Theresa May majority 2017", *Career(t, "theresa-may").majority(2017))
    yield ask(
        "what was may's majority in maidenhead in 2017", *Career(t, "theresa-may").majority(2017)
    )
    yield ask("rishi sunaks majority", *Career(t, "rishi-sunak").majority(2024))
    yield ask("rishi sunak's majority in '19", *Career(t, "rishi-sunak").majority(2019))
    yield ask("borris johnson majority 2019", *Career(t, "boris-johnson").majority(2019))
    yield ask(
        "What was Sylvia Hermon's majority in 2010?", *Career(t, "sylvia-hermon").majority(2010)
    )
    yield ask("wes streeting majority", *Career(t, "wes-streeting").majority(2024))
    yield ask("how big is Tim Farron's majority now", *Career(t, "tim-farron").majority(2024))
    yield ask(
        "how big a majority did Kemi Badenoch get in 2024?",
        *Career(t, "kemi-badenoch").majority(2024),
    )
    yield ask("zarah sultana 2019 majority", *Career(t, "zarah-sultana").majority(2019))
    yield ask(
        "majority of andy burnham in makerfield", *Career(t, "andy-burnham").majority(2026, by=True)
    )


def _votes(t: Tables) -> Iterator[Row]:
    galloway = Career(t, "george-galloway")
    sunak = Career(t, "rishi-sunak")
    yield ask("how many votes did nigel farage get in 2015", *Career(t, "nigel-farage").votes(2015))
    yield ask(
        "how many votes did farrage get in buckingham in 2010",
        *Career(t, "nigel-farage").votes(2010),
    )
    yield ask("how many votes did George Galloway get in 2019", *galloway.votes(2019))
    yield ask(
        "how many votes did diane abbott get at the last election",
        *Career(t, "diane-abbott").votes(2024),
    )
    yield ask("lord buckethead votes maidenhead 2017", *Career(t, "lord-buckethead").votes(2017))
    yield ask(
        "what share did rishi sunak get in 2024",
        percent(sunak.own(sunak.at(2024)).votes / sunak.at(2024).valid),
        "Richmond and Northallerton",
    )
    yield ask("How did Liz Truss do in 2024?", *Career(t, "liz-truss").votes(2024))
    yield ask("how did nick clegg do in 2017", *Career(t, "nick-clegg").votes(2017))
    yield ask("how did jo swinson get on in 2019", *Career(t, "jo-swinson").votes(2019))
    yield ask("mhairi black 2015 result", *Career(t, "mhairi-black").votes(2015))
    yield ask("naomi long 2010", *Career(t, "naomi-long").votes(2010))


def _rivals(t: Tables) -> Iterator[Row]:
    yield ask("who did ed balls lose to", *Career(t, "ed-balls").lost_to(2015))
    yield ask("who beat liz truss", *Career(t, "liz-truss").lost_to(2024))
    yield ask("who beat penny mordaunt in 2024", *Career(t, "penny-mordaunt").lost_to(2024))
    yield ask("who did Jacob Rees Mogg lose to?", *Career(t, "jacob-rees-mogg").lost_to(2024))
    yield ask("who beat nick clegg in 2017", *Career(t, "nick-clegg").lost_to(2017))
    yield ask("Who defeated Alex Salmond in Gordon?", *Career(t, "alex-salmond").lost_to(2017))
    yield ask("who did Mhairi Black beat in 2015", *Career(t, "mhairi-black").beat(2015))
    yield ask("who did naomi long beat in 2010", *Career(t, "naomi-long").beat(2010))
    yield ask("who did adnan hussain beat", *Career(t, "adnan-hussain").beat(2024))
    yield ask(
        "who did zac goldsmith lose to in 2016", *Career(t, "zac-goldsmith").lost_to(2016, by=True)
    )
    yield ask("whom did Esther McVey lose to in 2015", *Career(t, "esther-mcvey").lost_to(2015))
    yield ask("who did grant shaps loose to in 2024", *Career(t, "grant-shapps").lost_to(2024))


def _careers(t: Tables) -> Iterator[Row]:
    yield ask("where has count binface stood", *Career(t, "count-binface").places())
    yield ask("where did wera hobhouse stand before Bath", *Career(t, "wera-hobhouse").places())
    yield ask("every result of Anna Soubry", *_results(t, "anna-soubry"))
    yield ask("all chris williamsons election results", *_results(t, "chris-williamson"))
    yield ask(
        "Mark Reckless election history",
        "Rochester and Strood",
        *_days(Career(t, "mark-reckless").contests),
    )
    yield ask(
        "when did kemi badenoch first stand for parliament", "2010", "Dulwich and West Norwood"
    )
    yield ask("which seats has George Galloway fought", *Career(t, "george-galloway").places())
    yield ask("where did Natalie Bennett stand?", *Career(t, "natalie-bennett").places())
    yield ask(
        "which elections did Gareth Snell fight",
        "Stoke-on-Trent Central",
        *_days(Career(t, "gareth-snell").contests),
    )
    yield ask("where did rishi sunak stand in 2015", "Richmond (Yorks)", "2015")


def _results(t: Tables, person: str) -> tuple[str, ...]:
    career = Career(t, person)
    return tuple(n(career.own(one).votes) for one in career.contests)


def _counts(t: Tables) -> Iterator[Row]:
    binface, long = Career(t, "count-binface"), Career(t, "naomi-long")
    farage, sunak = Career(t, "nigel-farage"), Career(t, "rishi-sunak")
    yield ask("how many times has count binface stood", *binface.times(binface.contests, "Binface"))
    yield ask("how many times has Naomi Long lost since 2010", *long.times(long.lost, "Naomi Long"))
    yield ask("how many times has rishi sunak been elected", *sunak.times(sunak.won, "Rishi Sunak"))
    yield ask("How often did Nigel Farage win since 2010?", "Nigel Farage", *_days(farage.won))
    streeting = Career(t, "wes-streeting")
    yield ask(
        "how many elections has wes streeting won", *streeting.times(streeting.won, "Wes Streeting")
    )


def _days(of: list[Contest]) -> tuple[str, ...]:
    return tuple(one.year for one in of)


def _members(t: Tables) -> Iterator[Row]:
    """Since when, and whether now."""

    def first(person: str) -> tuple[str, ...]:
        contest = Career(t, person).won[0]
        return day(contest), contest.name

    yield ask("is ed balls an mp", "No", "Ed Balls")
    yield ask("is rishi sunak still an mp?", "Yes", "Richmond and Northallerton")
    yield ask("is penny mordaunt still an mp", "No", "Penny Mordaunt")
    yield ask("Is Andy Burnham a Member of Parliament at present?", "Yes", "Makerfield")
    yield ask("is boris still an mp", "No", "Boris Johnson")
    yield ask("is jeremy corbyn an mp", "Yes", "Islington North")
    yield ask("is Caroline Lucas still in parliament", "No", "Caroline Lucas")
    yield ask("is hannah spencer an mp now", "Yes", "Gorton and Denton")
    yield ask("since when has wes streeting been an mp", *first("wes-streeting"))
    yield ask("how long has claire hanna been an mp", *first("claire-hanna"))
    yield ask("when was Hannah Spencer first elected?", *first("hannah-spencer"))
    yield ask("when did zarah sultana become an mp", *first("zarah-sultana"))
    yield ask("which seat does jim shannon represent", "Strangford")
    yield ask("what party is lee anderson", "Reform UK", "Ashfield")
    yield ask("which constituency is kemi badenoch mp for", "North West Essex")
