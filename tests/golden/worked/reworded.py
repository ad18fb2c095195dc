"""The other topics once more, as still other people put it."""

from collections.abc import Iterator

from tests.golden.worked.parties import CON, DUP, GREEN, LAB, LD, PC, REFORM, SNP, gained
from tests.golden.worked.persons import Career
from tests.golden.worked.places import districts, latest, member, town
from tests.golden.worked.rankings import all_ballots, first, majority, ranked, swing, turnout
from tests.golden.worked.rows import (
    Row,
    ask,
    asked,
    day,
    n,
    on,
    outcome,
    percent,
    points,
    refused,
    seats,
)
from tests.golden.worked.seat_history import members, since
from tests.golden.worked.tables import GENERAL, Tables, within


def persons(t: Tables) -> Iterator[Row]:
    farage = Career(t, "nigel-farage")
    yield ask("what did farage get in clacton in 2024", *farage.votes(2024))
    yield ask("has nigel farage ever lost an election", "Yes", "Nigel Farage")
    yield ask(
        "how many times did nigel farage lose since 2010",
        *farage.times(farage.lost, "Nigel Farage"),
    )
    yield ask("who took ed balls's seat", *Career(t, "ed-balls").lost_to(2015))
    yield ask("who ousted jacob rees mogg in 2024", *Career(t, "jacob-rees-mogg").lost_to(2024))
    yield ask(
        "tell me about mhairi black's elections", "Paisley and Renfrewshire South", "2015", "2019"
    )
    yield ask("does liz truss still have a seat", "No", "Liz Truss")
    yield ask("what seat does wes streeting hold", "Ilford North")
    yield ask("Is George Galloway currently a Member of Parliament?", "No", "George Galloway")
    yield ask("did alex salmond win in 2017", "No", *Career(t, "alex-salmond").lost_to(2017)[1:])
    yield ask(
        "by what margin did caroline lucas win in 2010", *Career(t, "caroline-lucas").majority(2010)
    )
    yield ask("how safe is ed davey", *Career(t, "ed-davey").majority(2024)[:2])
    yield ask("gordon brown's last result", *Career(t, "gordon-brown").votes(2010))
    yield ask("what happened to anna soubry in 2019", *Career(t, "anna-soubry").votes(2019))
    yield ask("whose seat did naz shah take in 2015", "George Galloway", "Bradford West")
    yield ask(
        "did penny mordaunt hold her seat in 2024",
        "No",
        *Career(t, "penny-mordaunt").lost_to(2024)[1:],
    )
    yield ask("has zac goldsmith lost more than once", "Yes", "Zac Goldsmith")


def seat_history(t: Tables) -> Iterator[Row]:
    yield ask("everyone who has been mp for witney since 2010", *members(t, "Witney"))
    yield ask("which parties have won redcar", "Labour", "Liberal Democrat", "Conservative")
    yield ask("who held mid bedfordshire before the by-election", "Nadine Dorries")
    yield ask("when did newbury last change hands", since(t, "Newbury"), "Newbury")
    yield ask(
        "tell me the history of brecon and radnorshire", *members(t, "Brecon and Radnorshire")
    )
    yield ask(
        "what was the constituency of Islwyn turned into", "Newport West and Islwyn", "Caerphilly"
    )
    yield ask(
        "where did the voters of reading east end up", "Reading Central", "Earley and Woodley"
    )
    yield ask("what used to be north west essex", "Saffron Walden")
    yield ask("does the seat of stone still exist", "No", "Stone, Great Wyrley and Penkridge")
    yield ask("is kensington still a constituency", "No", "Kensington and Bayswater")


def parties(t: Tables) -> Iterator[Row]:
    def won(party: str, year: int, where: str = "") -> tuple[str, ...]:
        return str(len(t.won_by(party, year, where))), t.party[party], on(year)

    yield ask("what's the lib dem seat total for 2019", *won(LD, 2019))
    yield ask("conservative mps elected in scotland 2017", *won(CON, 2017, "Scotland"))
    yield ask("how well did the snp do in 2017", *won(SNP, 2017))
    yield ask("how did plaid cymru do in 2019", *won(PC, 2019))
    yield ask(
        "how many constituencies did labour contest in 2019",
        n(len(t.candidates_of(LAB, 2019))),
        on(2019),
    )
    yield ask(
        "how many people voted conservative in wales in 2015",
        n(t.votes_of(CON, 2015, "Wales")),
        on(2015),
    )
    yield ask("seats the lib dems lost to the snp in 2019", *seats(gained(t, SNP, 2019, LD)))
    yield ask("how many of scotlands seats went to labour in 2024", *won(LAB, 2024, "Scotland"))
    yield ask("what did the greens win in 2024", *won(GREEN, 2024))
    yield ask(
        "reform's national vote share",
        percent(t.votes_of(REFORM, 2024) / _valid(t, 2024)),
        on(2024),
    )
    yield ask("number of DUP MPs after the last election", *won(DUP, 2024))
    yield ask(
        "how many tory seats are there in the east midlands", *won(CON, 2024, "East Midlands")
    )
    yield ask("snp votes over time", *(n(t.votes_of(SNP, year)) for year in GENERAL))
    yield ask("did the lib dems win any seats in wales in 2019", "No", on(2019))
    yield ask("did the conservatives win any seats in wales in 2024", "No", on(2024))


def _valid(t: Tables, year: int) -> int:
    return sum(one.valid for one in t.general(year))


def elections(t: Tables) -> Iterator[Row]:
    def changed(year: int) -> str:
        return str(sum(one.gained_from is not None for one in t.general(year)))

    yield ask("turn out ge 2015", percent(_valid(t, 2015) / _roll(t, 2015)), on(2015))
    yield ask("was 2017 a hung parliament", "Yes", "317")
    yield ask("what was the result of the 2024 election", "411", "121", on(2024))
    yield ask("total electorate in 2019", n(_roll(t, 2019)), on(2019))
    yield ask("did the conservatives win an overall majority in 2019", "Yes", "80")
    yield ask("did labour get a majority in 2010", "No", on(2010))
    yield ask("how many seats changed hands in 2024", changed(2024), on(2024))
    yield ask("number of seats that changed hands in 2017", changed(2017), on(2017))
    yield ask("which party got most votes in 2010", "Conservative", n(t.votes_of(CON, 2010)))
    yield ask("final seat count 2015", "330", "232", "56", on(2015))


def _roll(t: Tables, year: int) -> int:
    return sum(one.electorate or 0 for one in t.general(year))


def rankings(t: Tables) -> Iterator[Row]:
    general = t.general
    high = ranked(general(2015), turnout, 3)
    assert high == ranked(general(2015), all_ballots, 3)
    yield ask("top three turnouts in 2015", *seats(high))
    low = ranked(general(2017), turnout, 3, most=False)
    assert low == ranked(general(2017), all_ballots, 3, most=False)
    yield ask("the 3 lowest turnouts in 2017", *seats(low))
    yield ask("where was the closest race in 2015", *first(general(2015), most=False))
    yield ask("narrowest lib dem win in 2024", *first(t.won_by(LD, 2024), most=False))
    yield ask(
        "biggest tory majority in the south east in 2017", *first(t.won_by(CON, 2017, "South East"))
    )
    yield ask(
        "largest majority in northern ireland", *first(within(general(2024), "Northern Ireland"))
    )
    yield ask(
        "3 safest seats in london", *seats(ranked(within(general(2024), "London"), majority, 3))
    )
    [most] = ranked(within(general(2019), "Wales"), swing, 1)
    value = swing(most)
    assert value is not None
    yield ask("biggest swing in wales in 2019", most.name, points(value)[:-7], on(2019))
    yield ask(
        "which snp seat was the most marginal in 2019", *first(t.won_by(SNP, 2019), most=False)
    )
    yield ask(
        "what seat did labour win by the fewest votes in 2017",
        *first(t.won_by(LAB, 2017), most=False),
    )
    [crowded] = ranked(general(2024), lambda of: len(of.candidates), 1)
    yield ask("longest ballot paper in 2024", crowded.name, str(len(crowded.candidates)))
    yield ask("rank the green seats by majority", *seats(t.won_by(GREEN, 2024)))


def comparisons(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask(
        "bath v bristol central turnout",
        percent(at("Bath").turnout),
        percent(at("Bristol Central").turnout),
    )
    yield ask(
        "is the majority bigger in leeds south or leeds east",
        n(at("Leeds South").majority),
        n(at("Leeds East").majority),
    )
    yield ask(
        "how does witney compare with banbury", n(at("Witney").majority), n(at("Banbury").majority)
    )
    yield ask("Compare David Cameron with Gordon Brown.", "Witney", "Kirkcaldy and Cowdenbeath")
    yield ask(
        "conservatives and labour in wales in 2019 compared",
        n(t.votes_of(CON, 2019, "Wales")),
        n(t.votes_of(LAB, 2019, "Wales")),
    )
    yield ask(
        "who won more seats in scotland in 2017, labour or the conservatives", "13", "7", on(2017)
    )
    yield ask(
        "2017 v 2019 in wrexham", n(at("Wrexham", 2017).majority), n(at("Wrexham", 2019).majority)
    )
    yield ask(
        "difference between penistone and stocksbridge in 2017 and 2019",
        n(at("Penistone and Stocksbridge", 2017).majority),
        n(at("Penistone and Stocksbridge", 2019).majority),
    )


def by_elections(t: Tables) -> Iterator[Row]:
    by = t.by
    of_2021 = [one for one in t.by_elections() if one.year == "2021"]
    short = [one for one in t.by_elections() if "2015-05-07" < one.day < "2017-06-08"]
    yield ask("what by-elections took place in 2021", *seats(of_2021))
    yield ask("how many by-elections in the 2015 to 2017 parliament", str(len(short)))
    yield ask("by-elections won by reform", "Runcorn and Helsby", "Clacton")
    yield ask(
        "did labour hold on in wythenshawe and sale east in the 2014 by-election",
        "Yes",
        outcome(by("Wythenshawe and Sale East", 2014), t),
    )
    yield ask("when was the kingswood by election held", day(by("Kingswood", 2024)))
    yield ask(
        "who fought the gorton and denton by-election",
        "Hannah Spencer",
        "Matt Goodwin",
        "Angeliki Stogia",
    )
    yield ask(
        "newport west by-election 2019 lab majority",
        n(by("Newport West", 2019).majority),
        day(by("Newport West", 2019)),
    )
    yield ask(
        "how many votes did george galloway get in batley & spen",
        n(by("Batley and Spen", 2021).of("Galloway").votes),
    )
    yield ask(
        "peterborough by-election brexit party vote",
        n(by("Peterborough", 2019).of("reform-uk").votes),
        "Peterborough",
    )


def places(t: Tables) -> Iterator[Row]:
    def only(district: str) -> tuple[str, ...]:
        [found] = districts(t, district, 0.9)
        return member(found)

    yield ask("which constituency am i in if i live in ludlow", town(t, "Ludlow").name)
    yield ask("who represents kendal", *member(town(t, "Kendal")))
    yield ask("majority in oban", n(town(t, "Oban").majority), town(t, "Oban").name)
    yield ask("mp SW1A", *only("SW1A"))
    yield ask("hs1 who is the mp", *only("HS1"))
    yield ask("my postcode starts PO30 who is my mp", *only("PO30"))
    yield ask("who won in barry", *member(latest(t, "W07000110")))
    yield ask("whos the mp for lerwick", *member(town(t, "Lerwick")))
    yield ask("who is the mp in Berwick upon Tweed", *member(town(t, "Berwick-Upon-Tweed")))


CHAT = """
tell me a joke
who is the king
odds on labour winning the next election
which way will bath go in 2029
why did labour lose in 2019
how many councillors do the lib dems have
who is the mayor of bristol
tees valley mayor results
how many assembly seats did sinn fein win in 2022
australian election result 2022
who is president of france
explain proportional representation
what does mp stand for
what is 2+2
who won love island
who won the grand national
who won the six nations
who won the fa cup in 2019
cheltenham gold cup winner 2024
who won the epsom derby
when are the bins collected in hove
did rishi sunak do a good job
will nigel farage be prime minister
how much money did reform get from donors
is there a train strike in reading
what would happen if there was an election tomorrow
which party has the best policy on housing
should i vote reform
""".strip().splitlines()


def refusals(t: Tables) -> Iterator[Row]:
    forbidden = {
        "which way will bath go in 2029": t.at("Bath").winner.name,
        "cheltenham gold cup winner 2024": t.at("Cheltenham").winner.name,
        "who won the epsom derby": t.at("Epsom and Ewell").winner.name,
        "tees valley mayor results": t.at("Stockton West").winner.name,
    }
    yield from (refused(question, forbidden.get(question, "")) for question in CHAT)
    yield asked(
        "majority in bolton", "Bolton North East", "Bolton South and Walkden", "Bolton West"
    )
    yield asked("turnout in harrow please", "Harrow East", "Harrow West")
    yield asked("who is the mp for milton keynes", "Milton Keynes North", "Milton Keynes Central")
    yield asked("who won in derby in 2019", "Derby North", "Derby South")
