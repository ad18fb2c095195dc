"""One contest: its figures."""

from collections.abc import Iterator

from tests.golden.worked.rows import (
    Row,
    ask,
    ballots,
    majority,
    n,
    names,
    on,
    percent,
    points,
    turnout,
    votes,
)
from tests.golden.worked.tables import Tables


def rows(t: Tables) -> Iterator[Row]:
    yield from _majorities(t)
    yield from _turnouts(t)
    yield from _votes(t)
    yield from _small_parties(t)
    yield from _shares(t)
    yield from _rolls(t)
    yield from _ballots(t)


def _majorities(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask("majority in islington north", *majority(at("Islington North")))
    yield ask("wat was teh majorty in izlington north", *majority(at("Islington North")))
    yield ask("What was the majority in Dundee Central?", *majority(at("Dundee Central")))
    yield ask("truro and falmouth majority", *majority(at("Truro and Falmouth")))
    yield ask("whats the majority in n ireland seat strangford", *majority(at("Strangford")))
    yield ask("how big was the majority in Knowsley in 2017", *majority(at("Knowsley", 2017)))
    yield ask(
        "how much did labour win by in Merthyr Tydfil & Aberdare",
        *majority(at("Merthyr Tydfil and Aberdare")),
    )
    yield ask(
        "by how many votes did the Conservatives win Huntingdon?", *majority(at("Huntingdon"))
    )
    yield ask("majorty midlothian 2019", *majority(at("Midlothian", 2019)))
    yield ask("majority stockton south ge2015", *majority(at("Stockton South", 2015)))
    yield ask(
        "what majority did north west norfolk have in 2010",
        *majority(at("North West Norfolk", 2010)),
    )
    yield ask(
        "Could you tell me the size of the majority at Hexham in the 2019 general election?",
        *majority(at("Hexham", 2019)),
    )
    yield ask("exeter's majority in 2015", *majority(at("Exeter", 2015)))
    yield ask(
        "majority in points stirling and strathallan",
        points(at("Stirling and Strathallan").majority / at("Stirling and Strathallan").valid),
        at("Stirling and Strathallan").name,
    )
    yield ask("wot was the margin in torfaen", *majority(at("Torfaen")))
    yield ask("margin of victory in South Shields in '15", *majority(at("South Shields", 2015)))
    yield ask(
        "how many votes was it won by in cheltenham in 2019", *majority(at("Cheltenham", 2019))
    )


def _turnouts(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask("bath turnout", *turnout(at("Bath")))
    yield ask("turnout in harpenden and berkhamsted", *turnout(at("Harpenden and Berkhamsted")))
    yield ask("what was the turnout in Manchester Rusholme?", *turnout(at("Manchester Rusholme")))
    yield ask("turn out in east renfrewshire 2017", *turnout(at("East Renfrewshire", 2017)))
    yield ask("wats the turnowt in hull east", *turnout(at("Kingston upon Hull East")))
    yield ask("turnout Mid Ulster 2010", *turnout(at("Mid Ulster", 2010)))
    yield ask("what percentage voted in cardiff north in 2019", *turnout(at("Cardiff North", 2019)))
    yield ask(
        "What proportion of the electorate voted in Twickenham in 2015?",
        *turnout(at("Twickenham", 2015)),
    )
    yield ask("stoke central turnout 2010", *turnout(at("Stoke-on-Trent Central", 2010)))
    yield ask("turnout glasgow north east GE 2019 thx", *turnout(at("Glasgow North East", 2019)))
    yield ask(
        "how high was turnout in the vale of glamorgan in 2010",
        *turnout(at("Vale of Glamorgan", 2010)),
    )
    yield ask("altrincham & sale west turnout 2017", *turnout(at("Altrincham and Sale West", 2017)))


def _votes(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask(
        "how many votes did labour get in newcastle north",
        *votes(at("Newcastle upon Tyne North"), "labour"),
    )
    yield ask(
        "how many votes did corbyn get in Islington North", *votes(at("Islington North"), "Corbyn")
    )
    yield ask(
        "How many votes did Plaid get in Rhondda in 2017?",
        *votes(at("Rhondda", 2017), "plaid-cymru"),
    )
    yield ask(
        "ukip votes boston and skegness 2015",
        *votes(at("Boston and Skegness", 2015), "uk-independence-party"),
    )
    yield ask("lib dem vote in yeovil in 2010", *votes(at("Yeovil", 2010), "liberal-democrat"))
    yield ask(
        "how did the tories do in bolsover in 2019", *votes(at("Bolsover", 2019), "conservative")
    )
    yield ask("how did reform do in Castle Point", *votes(at("Castle Point"), "reform-uk"))
    yield ask("how did the Greens do in Bristol Central", *votes(at("Bristol Central"), "green"))
    yield ask(
        "votes for the SNP in Paisley and Renfrewshire South in 2015",
        *votes(at("Paisley and Renfrewshire South", 2015), "scottish-national-party"),
    )
    yield ask(
        "how many votes did count binface get in richmond and northallerton",
        *votes(at("Richmond and Northallerton"), "Binface"),
    )
    yield ask(
        "how many people voted for the DUP in East Londonderry",
        *votes(at("East Londonderry"), "democratic-unionist-party"),
    )


def _small_parties(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask(
        "how meny votes did the brexit party get in barnsley central in 2019",
        *votes(at("Barnsley Central", 2019), "reform-uk"),
    )
    yield ask("bnp vote barking 2010", *votes(at("Barking", 2010), "british-national-party"))
    yield ask(
        "sdlp votes in south down 2019",
        *votes(at("South Down", 2019), "social-democratic-and-labour-party"),
    )
    yield ask(
        "how many votes did the winner get in Rotherham",
        *votes(at("Rotherham"), at("Rotherham").winner.party),
    )
    yield ask(
        "loony party votes in uxbridge 2019",
        *votes(at("Uxbridge and South Ruislip", 2019), "monster-raving-loony-party"),
    )
    yield ask(
        "Number of votes cast for the Alliance candidate in Belfast East, 2017",
        *votes(at("Belfast East", 2017), "alliance"),
    )
    yield ask(
        "how many ppl voted labour in chester north and neston",
        *votes(at("Chester North and Neston"), "labour"),
    )


def _shares(t: Tables) -> Iterator[Row]:
    at = t.at

    def share(who: str, name: str, year: int = 2024) -> tuple[str, ...]:
        return percent(at(name, year).share(who)), at(name, year).name, on(year)

    yield ask("what share did labour get in bootle", *share("labour", "Bootle"))
    yield ask("Reform's share in Clacton in 2024", *share("reform-uk", "Clacton"))
    yield ask("conservative share of the vote newark 2015", *share("conservative", "Newark", 2015))
    yield ask(
        "what percentage did the lib dems get in bath in 2019",
        *share("liberal-democrat", "Bath", 2019),
    )
    yield ask("green % sheffield central 2019", *share("green", "Sheffield Central", 2019))
    yield ask(
        "snp vote share in argyll bute and south lochaber",
        *share("scottish-national-party", "Argyll, Bute and South Lochaber"),
    )
    yield ask(
        "sinn fein's percentage in newry and armagh 2017",
        *share("sinn-fein", "Newry and Armagh", 2017),
    )
    yield ask(
        "What proportion of the vote did the Liberal Democrats win in Norwich South in 2010?",
        *share("liberal-democrat", "Norwich South", 2010),
    )
    yield ask(
        "what percent did plaid get in ynys mon 2019", *share("plaid-cymru", "Ynys Môn", 2019)
    )


def _rolls(t: Tables) -> Iterator[Row]:
    at = t.at

    def roll(name: str, year: int = 2024) -> tuple[str, ...]:
        return n(at(name, year).electorate), at(name, year).name, on(year)

    yield ask("electorate of na h-eileanan an iar", *roll("Na h-Eileanan an Iar"))
    yield ask("how big is the electorate in the isle of wight west", *roll("Isle of Wight West"))
    yield ask(
        "How many registered voters were there in the Isle of Wight in 2019?",
        *roll("Isle of Wight", 2019),
    )
    yield ask("how many people could vote in Wimbledon", *roll("Wimbledon"))
    yield ask("electorate manchester central 2017", *roll("Manchester Central", 2017))
    yield ask("number of electors in Blaenau Gwent 2015", *roll("Blaenau Gwent", 2015))


def _ballots(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask("how many people voted in Congleton", *ballots(at("Congleton")))
    yield ask("how many people voted in hazel grove in 2015", *ballots(at("Hazel Grove", 2015)))
    yield ask(
        "how many valid votes were there in Sutton Coldfield in 2017",
        n(at("Sutton Coldfield", 2017).valid),
        "Sutton Coldfield",
    )
    yield ask(
        "how many ppl turned out to vote in ayr carrick and cumnock 2019",
        *ballots(at("Ayr, Carrick and Cumnock", 2019)),
    )
    yield ask("rejected ballots in chorley", n(at("Chorley").rejected), "Chorley", on(2024))
    yield ask(
        "how many spoiled ballots were there in epping forest",
        n(at("Epping Forest").rejected),
        "Epping Forest",
    )
    yield ask(
        "How many ballot papers were rejected in Buckingham in 2017?",
        n(at("Buckingham", 2017).rejected),
        "Buckingham",
        on(2017),
    )
    yield ask(
        "spoilt papers west tyrone 2019",
        n(at("West Tyrone", 2019).rejected),
        "West Tyrone",
        on(2019),
    )
    yield ask("how many candidates stood in Maidenhead in 2017", "13", "Maidenhead", on(2017))
    yield ask(
        "how many candidates were there in south holland and the deepings",
        str(len(at("South Holland and The Deepings").candidates)),
        "South Holland and The Deepings",
    )
    yield ask(
        "who stood in Henley and Thame",
        *names(at("Henley and Thame").candidates),
        at("Henley and Thame").name,
    )
    yield ask(
        "candidates in north antrim 2017", *names(at("North Antrim", 2017).candidates), on(2017)
    )
    yield ask(
        "list everyone who stood in Orkney and Shetland in 2015",
        *names(at("Orkney and Shetland", 2015).candidates),
    )
