"""Towns and postcodes: the seat they lie in, and who was elected there last."""

from collections.abc import Iterator

from tests.golden.worked.rows import Row, ask, asked, n, percent
from tests.golden.worked.tables import Contest, Tables, read

PART = 0.1  # of a postcode district, from which its seat is offered
ALMOST_ALL = 0.9


def rows(t: Tables) -> Iterator[Row]:
    yield from _members(t)
    yield from _figures(t)
    yield from _words(t)
    yield from _postcodes(t)
    yield from _shared_postcodes(t)


def latest(t: Tables, code: str) -> Contest:
    return [one for one in t.contests if one.seat.code == code][-1]


def town(t: Tables, name: str) -> Contest:
    """The only place of that name."""
    [code] = {row["code"] for row in read("place") if row["name"].lower() == name.lower()}
    return latest(t, code)


def member(of: Contest) -> tuple[str, ...]:
    return of.winner.name, of.name


def _members(t: Tables) -> Iterator[Row]:
    yield ask("my MP in King's Lynn", *member(town(t, "King's Lynn")))
    yield ask("who won in Totnes", *member(town(t, "Totnes")))
    yield ask("who's my mp in whitby", *member(town(t, "Whitby")))
    yield ask("who is the mp for skegness", *member(town(t, "Skegness")))
    yield ask("Who is the Member of Parliament for Stornoway?", *member(town(t, "Stornoway")))
    yield ask("mp for kirkwall", *member(town(t, "Kirkwall")))
    yield ask("i live in penzance who is my mp", *member(town(t, "Penzance")))
    yield ask("whos the mp in margate", *member(town(t, "Margate")))
    yield ask("who represents Fort William in Parliament?", *member(town(t, "Fort William")))
    yield ask("who is mp for aberystwyth", *member(town(t, "Aberystwyth")))
    yield ask("what constituency is keswick in", town(t, "Keswick").name)
    yield ask("which seat is ilkley in", town(t, "Ilkley").name)
    yield ask("who got in at glastonbury", *member(town(t, "Glastonbury")))
    yield ask("who won in Enniskillen", *member(town(t, "Enniskillen")))
    yield ask("hoo is the mp for skegnes", *member(town(t, "Skegness")))
    yield ask("who is the MP for Clacton", *member(t.by("Clacton", 2026)), "2026")
    yield ask("who is the mp for makerfield", *member(t.by("Makerfield", 2026)), "2026")
    yield ask(
        "whos the mp for gorton and denton atm", *member(t.by("Gorton and Denton", 2026)), "2026"
    )
    yield ask("who's the MP for Aberdeen South", *member(t.by("Aberdeen South", 2026)), "2026")
    yield ask("who is the mp for Runcorn", *member(t.by("Runcorn and Helsby", 2025)), "2025")


def _figures(t: Tables) -> Iterator[Row]:
    skegness, penzance = town(t, "Skegness"), town(t, "Penzance")
    yield ask("majority in kirkwall", n(town(t, "Kirkwall").majority), town(t, "Kirkwall").name)
    yield ask("turnout in skegness", percent(skegness.turnout), skegness.name)
    yield ask("who came second in penzance", penzance.second.name, penzance.name)
    yield ask(
        "how many votes did labour get in whitehaven",
        n(town(t, "Whitehaven").of("labour").votes),
        town(t, "Whitehaven").name,
    )
    yield ask("swanage result", *member(town(t, "Swanage")))


def _words(t: Tables) -> Iterator[Row]:
    """Places that are also words."""
    yield ask("who is the mp for battle", *member(town(t, "Battle")))
    yield ask("who won in sandwich", *member(town(t, "Sandwich")))
    yield ask("who's the MP for March", *member(town(t, "March")))
    yield ask("my mp in deal", *member(town(t, "Deal")))
    yield ask("who is MP for Street in Somerset", *member(town(t, "Street")))
    yield ask("who is the mp for Ware", *member(town(t, "Ware")))
    yield ask("who won in rye", *member(town(t, "Rye")))
    yield ask("mp for wells", *member(town(t, "Wells")))
    yield ask("who's the mp for hove", *member(town(t, "Hove")))
    yield ask("who is the mp for beer in devon", *member(town(t, "Beer")))
    yield ask("who won diss", *member(town(t, "Diss")))


def districts(t: Tables, district: str, least: float) -> list[Contest]:
    return [
        latest(t, row["code"])
        for row in read("postcode_district")
        if row["district"] == district and float(row["share_of_area"]) >= least
    ]


def _postcodes(t: Tables) -> Iterator[Row]:
    def only(district: str) -> tuple[str, ...]:
        [found] = districts(t, district, ALMOST_ALL)
        return member(found)

    yield ask("who is the MP for N19", *only("N19"))
    yield ask("who's my MP in n19", *only("N19"))
    yield ask("my mp PE30", *only("PE30"))
    yield ask("who won in ZE1", *only("ZE1"))
    yield ask("mp for postcode tr1", *only("TR1"))
    yield ask("whos my mp i live in E17", *only("E17"))
    yield ask("Which Member represents the postcode district CF10?", *only("CF10"))
    yield ask("mp hx1", *only("HX1"))


def _shared_postcodes(t: Tables) -> Iterator[Row]:
    def several(district: str) -> tuple[str, ...]:
        found = districts(t, district, PART)
        assert len(found) > 1
        return tuple(one.name for one in found)

    yield asked("who is the mp for CB1", *several("CB1"))
    yield asked("my mp in SE1", *several("SE1"))
    yield asked("who won in L4", *several("L4"))
    yield asked("whos the mp for ls6", *several("LS6"))
    yield asked("majority in g12", *several("G12"))
