"""Persons whose names are words, parties or places too, and more careers over the country."""

from collections.abc import Iterator

from tests.golden.worked.persons import Career
from tests.golden.worked.rows import Row, ask, day, n, on, percent
from tests.golden.worked.tables import Tables


def rows(t: Tables) -> Iterator[Row]:
    yield from _green(t)
    yield from _words(t)
    yield from _careers(t)
    yield from _changed_sides(t)


def _green(t: Tables) -> Iterator[Row]:
    """A surname here, a party there."""
    uxbridge = t.by("Uxbridge and South Ruislip", 2023)
    yield ask("kate green majority 2017", *Career(t, "kate-green").majority(2017))
    yield ask("what was damian green's majority in 2019", *Career(t, "damian-green").majority(2019))
    yield ask("who did Damian Green lose to", *Career(t, "damian-green").lost_to(2024))
    yield ask(
        "did damian green win ashford in 2015", "Yes", *Career(t, "damian-green").beat(2015)[1:]
    )
    yield ask(
        "sarah green's majority in chesham and amersham", *Career(t, "sarah-green").majority(2024)
    )
    yield ask(
        "how many votes did the greens get in the uxbridge by-election",
        n(uxbridge.of("green").votes),
        uxbridge.name,
    )
    yield ask(
        "how did green do in brighton pavilion in 2010", *_party(t, "Brighton, Pavilion", 2010)
    )
    yield ask("green vote in isle of wight 2019", *_party(t, "Isle of Wight", 2019))


def _party(t: Tables, name: str, year: int) -> tuple[str, ...]:
    return n(t.at(name, year).of("green").votes), name, on(year)


def _words(t: Tables) -> Iterator[Row]:
    laud = t.at("Maidenhead", 2017)
    yield ask(
        "how many votes did Howling Laud Hope get in Maidenhead in 2017", n(laud.of("Hope").votes)
    )
    yield ask("will quince majority in 2015", *Career(t, "will-quince").majority(2015))
    yield ask("frank field 2019", *Career(t, "frank-field").votes(2019))
    yield ask("what was Frank Field's majority in 2010?", *Career(t, "frank-field").majority(2010))
    yield ask("jamie stone votes 2017", *Career(t, "jamie-stone").votes(2017))
    yield ask(
        "did mark field hold cities of london & westminster in 2017", "Yes", "Mark Field", "2017"
    )
    yield ask(
        "what was john bercow's majority as speaker in 2015",
        *Career(t, "john-bercow").majority(2015),
    )
    yield ask("lindsay hoyle majority", n(t.at("Chorley").majority), "Chorley", "2024")
    yield ask("how many votes did ed balls get in 2015", *Career(t, "ed-balls").votes(2015))
    yield ask("chris law's majority in dundee", *Career(t, "chris-law").majority(2024))
    yield ask(
        "how many votes did theresa may get in may 2015", *Career(t, "theresa-may").votes(2015)
    )
    yield ask("did theresa may hold maidenhead in june 2017", "Yes", "Maidenhead", "2017")


def _careers(t: Tables) -> Iterator[Row]:
    def first(person: str) -> tuple[str, ...]:
        contest = Career(t, person).won[0]
        return day(contest), contest.name

    yield ask("michelle gildernew majority 2010", *Career(t, "michelle-gildernew").majority(2010))
    yield ask("who beat michelle gildernew in 2015", *Career(t, "michelle-gildernew").lost_to(2015))
    yield ask("where has Richard Tice stood?", *Career(t, "richard-tice").places())
    yield ask("dehenna davison elections", *Career(t, "dehenna-davison").places())
    yield ask("who did Naz Shah beat in 2015", *Career(t, "naz-shah").beat(2015))
    yield ask("when was layla moran first elected", *first("layla-moran"))
    yield ask("When did Colum Eastwood become an MP?", *first("colum-eastwood"))
    yield ask(
        "kim leadbeaters majority in 2021", *Career(t, "kim-leadbeater").majority(2021, by=True)
    )
    yield ask("orfhlaith begley majority", *Career(t, "orfhlaith-begley").majority(2024))
    yield ask("rory stuart majority 2017", *Career(t, "rory-stewart").majority(2017))
    yield ask("joanna cherry lost to who in 2024", *Career(t, "joanna-cherry").lost_to(2024))
    yield ask("who did angus robertson lose moray to", *Career(t, "angus-robertson").lost_to(2017))
    cherry = Career(t, "joanna-cherry")
    share = cherry.own(cherry.at(2019)).votes / cherry.at(2019).valid
    yield ask("joanna cherry share of the vote 2019", percent(share), "Edinburgh South West")
    yield ask("is layla moran an mp", "Yes", "Oxford West and Abingdon")
    yield ask("is Stephen Flynn still the MP for Aberdeen South", "No", "Aberdeen South")
    yield ask("has laurence fox ever won a seat", "No", "Laurence Fox")


def _changed_sides(t: Tables) -> Iterator[Row]:
    """Who stood for another party, or elsewhere."""
    yield ask(
        "where did luciana berger stand in 2019", *Career(t, "luciana-berger").votes(2019)[1:]
    )
    yield ask("how did chuka umunna do in 2019", *Career(t, "chuka-umunna").votes(2019))
    yield ask(
        "how many votes did andrew bridgen get in 2024", *Career(t, "andrew-bridgen").votes(2024)
    )
    yield ask("simon danczuk results", *Career(t, "simon-danczuk").places(), "2017", "2024")
    yield ask("which party did lee anderson stand for in 2019", "Conservative", "Ashfield", "2019")
    yield ask("what was Douglas Carswell's majority in the 2014 by-election", *_carswell(t))
    yield ask("heidi alexander which seats", *Career(t, "heidi-alexander").places())
    yield ask("when did carla denyer first stand in bristol", "2019", "Bristol West")


def _carswell(t: Tables) -> tuple[str, ...]:
    return Career(t, "douglas-carswell").majority(2014, by=True)
