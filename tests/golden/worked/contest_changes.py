"""One contest: lost deposits, swing, rises and falls, when it declared."""

from collections.abc import Iterator

from tests.golden.worked.rows import Row, ask, names, on, one_decimal, points
from tests.golden.worked.tables import Tables


def rows(t: Tables) -> Iterator[Row]:
    yield from _deposits(t)
    yield from _swings(t)
    yield from _changes(t)
    yield from _declared(t)


def _deposits(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask("who lost their deposit in Foyle in 2019", *names(at("Foyle", 2019).lost_deposits()))
    yield ask("who lost a deposit in hexham", *names(at("Hexham").lost_deposits()), "Hexham")
    yield ask("lost deposits in maldon 2015", *names(at("Maldon", 2015).lost_deposits()), "Maldon")
    yield ask(
        "did the lib dems lose their deposit in barnsley east in 2015",
        "Yes",
        "Barnsley East",
    )
    yield ask(
        "did the greens lose their deposit in hackney north in 2017",
        "Yes",
        "Hackney North and Stoke Newington",
    )
    yield ask(
        "which candidates lost their deposits in Orkney and Shetland?",
        *names(at("Orkney and Shetland").lost_deposits()),
        "Orkney and Shetland",
    )
    yield ask(
        "who lost there deposit in arfon 2017", *names(at("Arfon", 2017).lost_deposits()), "Arfon"
    )
    yield ask(
        "how many lost deposits were there in Maidenhead in 2017",
        str(len(at("Maidenhead", 2017).lost_deposits())),
        "Maidenhead",
        on(2017),
    )


def _swings(t: Tables) -> Iterator[Row]:
    at = t.at

    def swing(name: str, year: int = 2024) -> tuple[str, ...]:
        return points(at(name, year).swing), at(name, year).name, on(year)

    yield ask("swing in kensington 2017", *swing("Kensington", 2017))
    yield ask("what was the swing in Cannock Chase in 2019", *swing("Cannock Chase", 2019))
    yield ask("what was the swing in Lothian East", *swing("Lothian East"))
    yield ask("swing lichfield", *swing("Lichfield"))
    yield ask(
        "how big was the swing in Kirkcaldy and Cowdenbeath in 2015?",
        *swing("Kirkcaldy and Cowdenbeath", 2015),
    )
    yield ask(
        "Please state the two-party swing in Canterbury at the 2017 general election.",
        *swing("Canterbury", 2017),
    )
    yield ask("swing to labour in swindon south", *swing("Swindon South"))
    yield ask("wot swing in redditch 2010", *swing("Redditch", 2010))


def _changes(t: Tables) -> Iterator[Row]:
    at = t.at

    def change(party: str, name: str, year: int = 2024) -> tuple[str, ...]:
        return one_decimal(at(name, year).change(party)).lstrip("-"), at(name, year).name, on(year)

    yield ask("how much did labour fall in bolsover in 2019", *change("labour", "Bolsover", 2019))
    yield ask(
        "how much did the snp go down in na h-eileanan an iar",
        *change("scottish-national-party", "Na h-Eileanan an Iar"),
    )
    yield ask(
        "how much did the conservative vote drop in surrey heath",
        *change("conservative", "Surrey Heath"),
    )
    yield ask(
        "how far did the lib dems fall in Sheffield Hallam in 2015",
        *change("liberal-democrat", "Sheffield, Hallam", 2015),
    )
    yield ask(
        "how much did ukip rise in heywood and middleton in 2015",
        *change("uk-independence-party", "Heywood and Middleton", 2015),
    )
    yield ask("change in the labour share in hove in 2017", *change("labour", "Hove", 2017))
    yield ask(
        "How many points did the Greens gain in Bristol West in 2015?",
        *change("green", "Bristol West", 2015),
    )
    yield ask("plaid's rise in ynys mon in 2017", *change("plaid-cymru", "Ynys Môn", 2017))


def _declared(t: Tables) -> Iterator[Row]:
    at = t.at

    def told(name: str, year: int = 2024) -> tuple[str, ...]:
        return at(name, year).declared[11:16], at(name, year).name, on(year)

    yield ask(
        "when did houghton and sunderland south declare in 2015",
        *told("Houghton and Sunderland South", 2015),
    )
    yield ask(
        "what time did Uxbridge and South Ruislip declare in 2019?",
        *told("Uxbridge and South Ruislip", 2019),
    )
    yield ask(
        "when was the result in richmond park announced in 2017", *told("Richmond Park", 2017)
    )
    yield ask("what time was basingstoke declared in 2010", *told("Basingstoke", 2010))
    yield ask("wen did swansea west declare 2019", *told("Swansea West", 2019))
    yield ask(
        "at what hour was the declaration made in Broxbourne in 2017", *told("Broxbourne", 2017)
    )
