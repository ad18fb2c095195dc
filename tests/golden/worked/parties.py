"""A party at a general election: its seats, votes, candidates, seconds, gains and losses."""

from collections.abc import Iterator

from tests.golden.worked.rows import Row, ask, n, names, on, one_decimal, percent, seats
from tests.golden.worked.tables import GENERAL, Contest, Tables, within

CON, LAB, LD, SNP = "conservative", "labour", "liberal-democrat", "scottish-national-party"
UKIP, GREEN, REFORM, PC = "uk-independence-party", "green", "reform-uk", "plaid-cymru"
DUP, SF, SDLP = "democratic-unionist-party", "sinn-fein", "social-democratic-and-labour-party"
UUP = "ulster-unionist-party"


def rows(t: Tables) -> Iterator[Row]:
    yield from _seats(t)
    yield from _votes(t)
    yield from _shares(t)
    yield from _changes(t)
    yield from _numbers(t)
    yield from _which(t)
    yield from _changes_of_hands(t)
    yield from _spans(t)


def _seats(t: Tables) -> Iterator[Row]:
    def won(party: str, year: int, where: str = "") -> tuple[str, ...]:
        shown = (where,) if where else ()
        return str(len(t.won_by(party, year, where))), t.party[party], on(year), *shown

    yield ask("how many seats did labour win", *won(LAB, 2024))
    yield ask("How many seats did the Conservatives win in 2015?", *won(CON, 2015))
    yield ask("tory seats 2017", *won(CON, 2017))
    yield ask("how many mps did the lib dems get in 2015", *won(LD, 2015))
    yield ask("how many seatz did teh snp get in 2019", *won(SNP, 2019))
    yield ask("labour seats in london 2024", *won(LAB, 2024, "London"))
    yield ask("how many seats did Labour win in Scotland in 2015?", *won(LAB, 2015, "Scotland"))
    yield ask("lib dem seats in the south west in 2010", *won(LD, 2010, "South West"))
    yield ask("conservative seats in wales 2019", *won(CON, 2019, "Wales"))
    yield ask(
        "how many seats did the tories win in the north east in 2019", *won(CON, 2019, "North East")
    )
    yield ask("how many MPs did Sinn Fein have elected in 2017", *won(SF, 2017))
    yield ask("Plaid Cymru seats at the last general election", *won(PC, 2024))
    yield ask("how many seats did UKIP win in 2015?", *won(UKIP, 2015))
    yield ask("labour seats west midlands 2019", *won(LAB, 2019, "West Midlands"))
    yield ask(
        "how many seats did the tories get in the east of england in 2024",
        *won(CON, 2024, "East of England"),
    )
    yield ask("dup seats '17", *won(DUP, 2017))
    yield ask(
        "how many seats did labour get in yorkshire in 2017",
        *won(LAB, 2017, "Yorkshire and The Humber"),
    )


def _votes(t: Tables) -> Iterator[Row]:
    def votes(party: str, year: int, where: str = "") -> tuple[str, ...]:
        return n(t.votes_of(party, year, where)), t.party[party], on(year)

    yield ask("how many votes did labour get in 2019", *votes(LAB, 2019))
    yield ask(
        "how many votes did labour get in the 2017 general election nationally", *votes(LAB, 2017)
    )
    yield ask("total ukip votes 2015", *votes(UKIP, 2015))
    yield ask(
        "how many votes did Reform UK receive across the country in 2024?", *votes(REFORM, 2024)
    )
    yield ask("green party votes at the last general election", *votes(GREEN, 2024))
    yield ask(
        "how many votes did the brexit party get in 2019", n(t.votes_of(REFORM, 2019)), on(2019)
    )
    yield ask("bnp votes in 2010 nationwide", *votes("british-national-party", 2010))
    yield ask("snp votes 2015 total", *votes(SNP, 2015))
    yield ask("how many votes did the tories get in london in 2019", *votes(CON, 2019, "London"))
    yield ask("plaid votes in wales in 2010", *votes(PC, 2010))
    yield ask(
        "how meny votes did the alliance party get in northern ireland in 2019",
        *votes("alliance", 2019),
    )


def _shares(t: Tables) -> Iterator[Row]:
    def share(party: str, year: int, where: str = "") -> tuple[str, ...]:
        total = sum(one.valid for one in within(t.general(year), where))
        return percent(t.votes_of(party, year, where) / total), t.party[party], on(year)

    yield ask("what share of the vote did labour get in 2024", *share(LAB, 2024))
    yield ask("Conservative vote share 2017", *share(CON, 2017))
    yield ask("what percentage did the lib dems get in 2010", *share(LD, 2010))
    yield ask("wat % did ukip get in 2015", *share(UKIP, 2015))
    yield ask("snp share in scotland in 2015", *share(SNP, 2015, "Scotland"))
    yield ask("labour's share of the vote in wales 2024", *share(LAB, 2024, "Wales"))
    yield ask(
        "What proportion of the vote did the Conservatives win in the South East in 2019?",
        *share(CON, 2019, "South East"),
    )
    yield ask(
        "sinn fein share of the vote in northern ireland 2024", *share(SF, 2024, "Northern Ireland")
    )


def _changes(t: Tables) -> Iterator[Row]:
    """Of share since the general election before, in the whole country."""

    def change(party: str, year: int, before: int) -> tuple[str, ...]:
        now, then = (
            t.votes_of(party, one) / sum(contest.valid for contest in t.general(one))
            for one in (year, before)
        )
        return one_decimal(abs(now - then)), t.party[party], on(year)

    yield ask("how much did labour's share of the vote fall in 2019", *change(LAB, 2019, 2017))
    yield ask("how far did the lib dem share drop in 2015", *change(LD, 2015, 2010))
    yield ask("change in the conservative vote share 2024", *change(CON, 2024, 2019))
    yield ask("By how many points did UKIP's share rise in 2015?", *change(UKIP, 2015, 2010))


def _numbers(t: Tables) -> Iterator[Row]:
    """Candidates, seconds, lost deposits."""

    def stood(party: str, year: int) -> tuple[str, ...]:
        return str(len(t.candidates_of(party, year))), t.party[party], on(year)

    def seconds(party: str, year: int) -> list[Contest]:
        return [one for one in t.general(year) if one.second.party == party]

    def deposits(party: str, year: int) -> tuple[str, ...]:
        lost = [one for c in t.general(year) for one in c.lost_deposits() if one.party == party]
        return str(len(lost)), t.party[party], on(year)

    yield ask("how many candidates did the greens stand in 2015", *stood(GREEN, 2015))
    yield ask("How many candidates did UKIP field in 2017?", *stood(UKIP, 2017))
    yield ask("reform candidates 2024 how many", *stood(REFORM, 2024))
    yield ask("how many deposits did the lib dems lose in 2015", *deposits(LD, 2015))
    yield ask("how many lost deposits did UKIP have in 2017", *deposits(UKIP, 2017))
    yield ask("green lost deposits 2019", *deposits(GREEN, 2019))
    yield ask("labour lost deposits in 2019", *deposits(LAB, 2019))
    yield ask(
        "how many second places did reform get",
        str(len(seconds(REFORM, 2024))),
        "Reform UK",
        on(2024),
    )
    yield ask(
        "In how many seats did UKIP come second in 2015?", str(len(seconds(UKIP, 2015))), on(2015)
    )
    yield ask(
        "how many seconds did the greens have in 2024",
        str(len(seconds(GREEN, 2024))),
        "Green",
        on(2024),
    )
    yield ask("where did plaid come second in 2017", *seats(seconds(PC, 2017)))


def _which(t: Tables) -> Iterator[Row]:
    def which(party: str, year: int, where: str = "") -> tuple[str, ...]:
        return seats(t.won_by(party, year, where))

    yield ask("which seats did the greens win in 2024", *which(GREEN, 2024))
    yield ask("Which seats did Reform win?", *which(REFORM, 2024))
    yield ask("what seats did the lib dems win in 2015", *which(LD, 2015))
    yield ask("which seats did plaid win at the last election", *which(PC, 2024))
    yield ask(
        "which seats did the conservatives win in scotland in 2019", *which(CON, 2019, "Scotland")
    )
    yield ask("list the labour seats in the south west in 2015", *which(LAB, 2015, "South West"))
    yield ask("wich seats did the sdlp win in 2010", *which(SDLP, 2010))
    yield ask("where did the tories win in the north east", *which(CON, 2024, "North East"))
    yield ask("which seats did the UUP win in 2015", *which(UUP, 2015))
    yield ask("lib dem seats in wales 2010 which ones", *which(LD, 2010, "Wales"))


def gained(t: Tables, party: str, year: int, loser: str = "", where: str = "") -> list[Contest]:
    return [
        one
        for one in t.won_by(party, year, where)
        if one.gained_from and loser in {"", one.gained_from}
    ]


def lost(t: Tables, party: str, year: int, where: str = "") -> list[Contest]:
    return [one for one in within(t.general(year), where) if one.gained_from == party]


def _changes_of_hands(t: Tables) -> Iterator[Row]:
    yield ask(
        "which seats did labour gain from the conservatives in 2015",
        *seats(gained(t, LAB, 2015, CON)),
    )
    yield ask("what seats did the lib dems gain in 2017", *seats(gained(t, LD, 2017)))
    yield ask("which seats did Plaid Cymru gain in 2024?", *seats(gained(t, PC, 2024)))
    yield ask("seats the snp lost to the lib dems in 2017", *seats(gained(t, LD, 2017, SNP)))
    yield ask(
        "how many seats did labour gain from the snp in 2024",
        str(len(gained(t, LAB, 2024, SNP))),
        on(2024),
    )
    yield ask(
        "how many seats did the tories lose to the lib dems in 2024",
        str(len(gained(t, LD, 2024, CON))),
        on(2024),
    )
    yield ask("which seats did Labour lose in Wales in 2019", *seats(lost(t, LAB, 2019, "Wales")))
    yield ask("what seats did the dup lose in 2024", *seats(lost(t, DUP, 2024)))
    yield ask("which seats did labour lose in london in 2019", *seats(lost(t, LAB, 2019, "London")))
    yield ask(
        "how many seats did the conservatives gain from labour in 2019",
        str(len(gained(t, CON, 2019, LAB))),
        on(2019),
    )
    yield ask(
        "which seats did labour lose in 2024 to independents",
        *seats(gained(t, "independent", 2024, LAB)),
    )
    yield ask("did reform gain any seats in 2024", "Yes", str(len(gained(t, REFORM, 2024))))
    yield ask(
        "which seats did the tories gain in scotland in 2017",
        *seats(gained(t, CON, 2017, "", "Scotland")),
    )


def _spans(t: Tables) -> Iterator[Row]:
    def seats_since(party: str, where: str = "") -> tuple[str, ...]:
        return tuple(str(len(t.won_by(party, year, where))) for year in GENERAL)

    yield ask("labour seats since 2010", *seats_since(LAB))
    yield ask("how many seats have the tories won at each election since 2010", *seats_since(CON))
    yield ask("SNP seats over the last five elections", *seats_since(SNP))
    yield ask(
        "lib dem votes at every election since 2010", *(n(t.votes_of(LD, year)) for year in GENERAL)
    )
    yield ask("labour in scotland at every election", *seats_since(LAB, "Scotland"))
    yield ask("the green mp elected in 2019", *names([one.winner for one in t.won_by(GREEN, 2019)]))
