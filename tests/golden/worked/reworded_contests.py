"""One contest once more, as still other people put it."""

from collections.abc import Iterator

from tests.golden.worked.rows import (
    Row,
    ask,
    ballots,
    majority,
    n,
    names,
    on,
    outcome,
    percent,
    place,
    points,
    turnout,
    votes,
    won,
)
from tests.golden.worked.tables import Contest, Tables


def rows(t: Tables) -> Iterator[Row]:
    yield from _winners(t)
    yield from _figures(t)
    yield from _shares(t)
    yield from _margins(t)
    yield from _outcomes(t)
    yield from _counts(t)


def _winners(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask("Who's the winner in Exmouth and Exeter East?", *won(at("Exmouth and Exeter East")))
    yield ask("who topped the poll in dartford in 2010", *won(at("Dartford", 2010)))
    yield ask("give me kingston upon hull north 2015", *won(at("Kingston upon Hull North", 2015)))
    yield ask(
        "i need to know who got elected for north thanet in 2017", *won(at("North Thanet", 2017))
    )
    yield ask("name of the candidate elected in Llanelli", *won(at("Llanelli")))
    yield ask("who came first in the wrekin", *won(at("The Wrekin")))
    yield ask("who took stroud off labour in 2019", *won(at("Stroud", 2019)))
    yield ask("beaten into second place in corby in 2015?", *place(at("Corby", 2015), 2))
    yield ask("fifth in ashfield", *place(at("Ashfield"), 5))
    yield ask(
        "Which candidate was runner-up at Esher and Walton in 2019?",
        *place(at("Esher and Walton", 2019), 2),
    )
    last = len(at("Witney", 2015).candidates)
    yield ask("who finished last in witney in 2015", *place(at("Witney", 2015), last))
    yield ask("bristol nw 2017 winner", *won(at("Bristol North West", 2017)))
    yield ask("so who won East Lothian in 2015 then", *won(at("East Lothian", 2015)))
    yield ask("election result: Upper Bann, 2010", *won(at("Upper Bann", 2010)))


def _figures(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask("Rutland & Stamford – majority?", *majority(at("Rutland and Stamford")))
    yield ask("What's Preston's majority", *majority(at("Preston")))
    yield ask(
        "give us the turnout for walsall & bloxwich mate", *turnout(at("Walsall and Bloxwich"))
    )
    yield ask(
        "tories in maidstone and malling, how many votes",
        *votes(at("Maidstone and Malling"), "conservative"),
    )
    yield ask(
        "size of the electorate, Ealing Southall", n(at("Ealing Southall").electorate), on(2024)
    )
    yield ask(
        "How many electors were on the register in Belfast West in 2017?",
        n(at("Belfast West", 2017).electorate),
        on(2017),
    )
    yield ask("spoilt votes buckingham 2015", n(at("Buckingham", 2015).rejected), on(2015))
    yield ask(
        "lib dem candidate in winchester 2019 how many votes",
        *votes(at("Winchester", 2019), "liberal-democrat"),
    )
    yield ask("number of people who voted in Ceredigion in 2010", *ballots(at("Ceredigion", 2010)))
    yield ask("percentage turnout st albans 2019", *turnout(at("St Albans", 2019)))


def _shares(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask(
        "winning share in Norwich South in 2010",
        percent(at("Norwich South", 2010).share("liberal-democrat")),
        on(2010),
    )
    yield ask(
        "what was the plaid vote in Caernarfon's seat Arfon in 2015",
        *votes(at("Arfon", 2015), "plaid-cymru"),
    )
    yield ask(
        "how many votes did each candidate get in Strangford",
        *(n(one.votes) for one in at("Strangford").candidates),
    )
    yield ask(
        "uup share south antrim 2015",
        percent(at("South Antrim", 2015).share("ulster-unionist-party")),
        on(2015),
    )
    yield ask("swing from lab to con in leigh in 2019", points(at("Leigh", 2019).swing), on(2019))
    yield ask(
        "how big a swing did the SNP achieve in Glasgow North East in 2015",
        points(at("Glasgow North East", 2015).swing),
        on(2015),
    )
    yield ask(
        "time of declaration sunderland central 2010",
        at("Sunderland Central", 2010).declared[11:16],
        on(2010),
    )
    yield ask(
        "when was hartlepools result declared in 2017",
        at("Hartlepool", 2017).declared[11:16],
        on(2017),
    )


def lead(of: Contest, ahead: str, behind: str) -> str:
    """The two are the first two, so their distance is the majority."""
    assert (of.winner.party, of.second.party) == (ahead, behind)
    return n(of.majority)


def _margins(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask("margin south ribble 2017", *majority(at("South Ribble", 2017)))
    yield ask(
        "what was labour's lead over the tories in hove in 2019",
        lead(at("Hove", 2019), "labour", "conservative"),
    )
    yield ask(
        "how many more votes than the tories did labour get in hampstead and kilburn in 2010",
        lead(at("Hampstead and Kilburn", 2010), "labour", "conservative"),
        "Hampstead and Kilburn",
    )
    yield ask(
        "How far behind was the runner-up in Gower in 2015?", n(at("Gower", 2015).majority), "Gower"
    )
    yield ask("was stirling a near thing in 2017", n(at("Stirling", 2017).majority), on(2017))
    yield ask(
        "was it a close run thing in Camborne and Redruth in 2010?",
        n(at("Camborne and Redruth", 2010).majority),
        on(2010),
    )
    yield ask("how comfortable was labours win in knowsley", *majority(at("Knowsley")))


def _outcomes(t: Tables) -> Iterator[Row]:
    at = t.at

    def told(answer: str, name: str, year: int = 2024) -> tuple[str, ...]:
        contest = at(name, year)
        return answer, outcome(contest, t), contest.name, on(year)

    yield ask("did the lib dems snatch richmond park in 2019", *told("Yes", "Richmond Park", 2019))
    yield ask("did labour regain peterborough in 2017", *told("Yes", "Peterborough", 2017))
    yield ask("was ynys mon lost by labour in 2019?", *told("Yes", "Ynys Môn", 2019))
    yield ask("did the conservatives retain Harborough in 2010", *told("Yes", "Harborough", 2010))
    yield ask(
        "Was Cambridge held by the Liberal Democrats in 2015?", *told("No", "Cambridge", 2015)
    )
    yield ask("did the tories lose stevenage in 2024", *told("Yes", "Stevenage"))
    yield ask("did labour win ayr carrick & cumnock", *told("Yes", "Ayr, Carrick and Cumnock"))
    yield ask("did the alliance take north down in 2019", *told("Yes", "North Down", 2019))
    yield ask("did plaid lose ynys mon in 2024", "No", *told("", "Ynys Môn")[1:])
    yield ask("did reform beat labour in Llanelli", "No", *won(at("Llanelli")))
    yield ask("which party gained Kensington in 2017", *told("Labour", "Kensington", 2017))
    yield ask("did rosie duffield win canterbury in 2017", "Yes", *won(at("Canterbury", 2017)))


def _counts(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask(
        "how many people stood in sheffield hallam in 2017",
        str(len(at("Sheffield, Hallam", 2017).candidates)),
        on(2017),
    )
    yield ask("Did the BNP lose their deposit in Barking in 2010?", "No", "Barking")
    yield ask(
        "who failed to keep their deposit in Lagan Valley",
        *names(at("Lagan Valley").lost_deposits()),
    )
    yield ask(
        "candidate list for stornoway's seat na h-eileanan an iar 2019",
        *names(at("Na h-Eileanan an Iar", 2019).candidates),
    )
    yield ask(
        "who ran in dwyfor meirionnydd in 2015", *names(at("Dwyfor Meirionnydd", 2015).candidates)
    )
