"""One contest, asked in haste: slips, short forms, no year or an odd way to say it."""

from collections.abc import Iterator

from tests.golden.worked.rows import (
    Row,
    ask,
    ballots,
    majority,
    n,
    on,
    outcome,
    percent,
    place,
    points,
    turnout,
    votes,
    won,
)
from tests.golden.worked.tables import Tables


def rows(t: Tables) -> Iterator[Row]:
    yield from _slips(t)
    yield from _text_speak(t)
    yield from _times(t)
    yield from _roundabout(t)


def _slips(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask("who wonn in basingstoak in 2019", *won(at("Basingstoke", 2019)))
    yield ask("whats the majoritey in scunthorp", *majority(at("Scunthorpe")))
    yield ask("majortiy grimsbey and cleethorpes", *majority(at("Great Grimsby and Cleethorpes")))
    yield ask("tunrout in hexam", *turnout(at("Hexham")))
    yield ask("who came secnd in loughboro", *place(at("Loughborough"), 2))
    yield ask(
        "electorat of worcestor 2017", n(at("Worcester", 2017).electorate), "Worcester", on(2017)
    )
    yield ask(
        "how mnay votes did teh lib dmes get in St Ives", *votes(at("St Ives"), "liberal-democrat")
    )
    yield ask(
        "runer up in kilmarnok and loudoun in 2015", *place(at("Kilmarnock and Loudoun", 2015), 2)
    )
    yield ask(
        "wich party won in carshallton and wallington",
        "Liberal Democrat",
        at("Carshalton and Wallington").name,
    )
    yield ask("did laber win in telford in 2010", "Yes", outcome(at("Telford", 2010), t), on(2010))
    yield ask("swign in tynmouth 2017", points(at("Tynemouth", 2017).swing), "Tynemouth", on(2017))
    yield ask("rejcted ballots in foyle 2017", n(at("Foyle", 2017).rejected), "Foyle", on(2017))
    yield ask("conservitive votes in braintree 2015", *votes(at("Braintree", 2015), "conservative"))
    yield ask(
        "whats the turnuot in carmarthen east & dinefwr 2019",
        *turnout(at("Carmarthen East and Dinefwr", 2019)),
    )


def _text_speak(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask("who won tooting 2015 pls", *won(at("Tooting", 2015)))
    yield ask("maj hendon", *majority(at("Hendon")))
    yield ask("gedling maj 2019", *majority(at("Gedling", 2019)))
    yield ask(
        "hw many ppl voted 4 snp in moray west nairn & strathspey",
        *votes(at("Moray West, Nairn and Strathspey"), "scottish-national-party"),
    )
    yield ask("who got in @ Wycombe", *won(at("Wycombe")))
    yield ask("b'ham erdington winner 2019", *won(at("Birmingham, Erdington", 2019)))
    yield ask("WHO WON IN STOCKPORT", *won(at("Stockport")))
    yield ask("N Ireland: who won Mid Ulster 2024", *won(at("Mid Ulster")))
    yield ask(
        "lab share vauxhall 2017",
        percent(at("Vauxhall", 2017).share("labour")),
        "Vauxhall",
        on(2017),
    )
    yield ask("con votes witney 2010", *votes(at("Witney", 2010), "conservative"))
    yield ask("ld maj in cheadle", *majority(at("Cheadle")))


def _times(t: Tables) -> Iterator[Row]:
    """Odd ways to say which election."""
    at = t.at
    yield ask("who won vale of clwyd in june 2017", *won(at("Vale of Clwyd", 2017)))
    yield ask("harlow, 8 June 2017: who won?", *won(at("Harlow", 2017)))
    yield ask(
        "majority in crawley at the may 2010 general election", *majority(at("Crawley", 2010))
    )
    yield ask("who won watford in the december 2019 election", *won(at("Watford", 2019)))
    yield ask("hastings and rye majority, july 2024", *majority(at("Hastings and Rye")))
    yield ask("who won colchester last time", *won(at("Colchester")))
    yield ask("turnout in Bridgend at the last general election", *turnout(at("Bridgend")))
    yield ask("who won lincoln in 17", *won(at("Lincoln", 2017)))
    yield ask("majority in bury north at the 2019 GE", *majority(at("Bury North", 2019)))
    yield ask("peterborough twenty seventeen winner", *won(at("Peterborough", 2017)))
    yield ask("ipswich 2010 general election turnout", *turnout(at("Ipswich", 2010)))
    yield ask("who won Burnley in GE 2010", *won(at("Burnley", 2010)))
    yield ask(
        "who won clacton in the 2024 general election",
        *won(at("Clacton")),
        n(at("Clacton").winner.votes),
    )
    yield ask(
        "runcorn and helsby majority at the 2024 general election",
        *majority(at("Runcorn and Helsby")),
    )


def _roundabout(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask("tell me about the result in Pendle and Clitheroe", *won(at("Pendle and Clitheroe")))
    yield ask("any idea how many people voted in Banbury in 2017?", *ballots(at("Banbury", 2017)))
    yield ask("do you know who won in Torridge and Tavistock", *won(at("Torridge and Tavistock")))
    yield ask(
        "i was wondering what majority labour had in sedgefield in 2017",
        *majority(at("Sedgefield", 2017)),
    )
    yield ask(
        "can you tell me how the Lib Dems got on in Hazel Grove",
        *votes(at("Hazel Grove"), "liberal-democrat"),
    )
    yield ask("remind me who was second in Stroud in 2017", *place(at("Stroud", 2017), 2))
    yield ask("what happened in Warrington South in 2019", *won(at("Warrington South", 2019)))
    yield ask(
        "Please would you let me know the number of rejected ballot papers in Tottenham in 2015?",
        n(at("Tottenham", 2015).rejected),
        "Tottenham",
    )
    yield ask(
        "show me the full result for Glenrothes and Mid Fife", *won(at("Glenrothes and Mid Fife"))
    )
    yield ask("who finished ahead in the Cotswolds North seat", *won(at("North Cotswolds")))
    yield ask(
        "and the majority in Sittingbourne and Sheppey?",
        *majority(at("Sittingbourne and Sheppey")),
    )
