"""One contest: who won, who came where, whether the seat was held."""

from collections.abc import Iterator

from tests.golden.worked.rows import Row, ask, day, n, outcome, percent, place, won
from tests.golden.worked.tables import Tables


def rows(t: Tables) -> Iterator[Row]:
    yield from _winners(t)
    yield from _years(t)
    yield from _places(t)
    yield from _outcomes(t)
    yield from _nearly(t)
    yield from _named_like_words(t)


def _winners(t: Tables) -> Iterator[Row]:
    """No year: the latest contest, a by-election too."""
    at = t.at
    yield ask("who won in bath", *won(at("Bath")))
    yield ask("Who won Ynys Môn?", *won(at("Ynys Môn")))
    yield ask("who won wigan", *won(at("Wigan")))
    yield ask("who got in at North East Fife", *won(at("North East Fife")))
    yield ask("tell me who won South Antrim please", *won(at("South Antrim")))
    yield ask("whos the winner in boston and skegness", *won(at("Boston and Skegness")))
    yield ask("winner waveney valley", *won(at("Waveney Valley")))
    yield ask("Any idea who took Chichester?", *won(at("Chichester")))
    yield ask(
        "I should be most grateful to learn which candidate was returned for the constituency "
        "of Dwyfor Meirionnydd.",
        *won(at("Dwyfor Meirionnydd")),
    )
    yield ask("who was elected in na h-eileanan an iar", *won(at("Na h-Eileanan an Iar")))
    yield ask("who won leicster sowth", *won(at("Leicester South")))
    yield ask("hu won in scarboro and whitby", *won(at("Scarborough and Whitby")))
    yield ask(
        "which party won Fermanagh & South Tyrone",
        "Sinn Féin",
        *won(at("Fermanagh and South Tyrone"))[1:],
    )
    yield ask("which party holds Ceredigion Preseli", "Plaid Cymru", at("Ceredigion Preseli").name)
    yield ask("what party won in great yarmouth", "Reform UK", *won(at("Great Yarmouth"))[1:])
    yield ask("result in tatton", *won(at("Tatton")))
    yield ask("Brighton Pavilion result pls", *won(at("Brighton Pavilion")))
    yield ask(
        "whats the result for inverness skye and west ross shire",
        *won(at("Inverness, Skye and West Ross-shire")),
    )


def _years(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask("who won in Bath in 2015", *won(at("Bath", 2015)))
    yield ask("who won hallam in 2010", *won(at("Sheffield, Hallam", 2010)))
    yield ask(
        "Who won Sheffield Hallam in the 2017 general election?",
        *won(at("Sheffield, Hallam", 2017)),
    )
    yield ask("kensington 2017 who won", *won(at("Kensington", 2017)))
    yield ask("canterbury '17 winner", *won(at("Canterbury", 2017)))
    yield ask("who took bolsover GE2019", *won(at("Bolsover", 2019)))
    yield ask("who won east dunbartonshire in dec 2019", *won(at("East Dunbartonshire", 2019)))
    yield ask("who did foyle elect in 2017", *won(at("Foyle", 2017)))
    yield ask(
        "In the 2010 general election, who was elected as the Member for Brighton, Pavilion?",
        *won(at("Brighton, Pavilion", 2010)),
    )
    yield ask("who got in for Gower in 2015?", *won(at("Gower", 2015)))
    yield ask("blyth valley 2019", *won(at("Blyth Valley", 2019)))
    yield ask("who won gordon in 2015", *won(at("Gordon", 2015)))
    yield ask("who won broxtowe back in 2010", *won(at("Broxtowe", 2010)))
    yield ask("winner in North Down, 2019?", *won(at("North Down", 2019)))
    yield ask("result bristol west ge2015", *won(at("Bristol West", 2015)))
    yield ask("result of the 2010 election in redcar", *won(at("Redcar", 2010)))
    yield ask("whoo wun enfeild southgate in 2017", *won(at("Enfield, Southgate", 2017)))
    yield ask("who won thanet south in the may 2015 election", *won(at("South Thanet", 2015)))


def _places(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask("who came second in Ashfield", *place(at("Ashfield"), 2))
    yield ask("who came 2nd in islington north", *place(at("Islington North"), 2))
    yield ask("runner up in Upper Bann", *place(at("Upper Bann"), 2))
    yield ask("who was the runner-up in Ipswich in 2017?", *place(at("Ipswich", 2017), 2))
    yield ask("who came third in barnsley south", *place(at("Barnsley South"), 3))
    yield ask("who was 3rd in Torbay in 2010", *place(at("Torbay", 2010), 3))
    yield ask("who finished fourth in caerfyrddin", *place(at("Caerfyrddin"), 4))
    yield ask(
        "which party came second in Orkney and Shetland",
        "Scottish National Party",
        at("Orkney and Shetland").name,
    )
    yield ask(
        "what party was second in south west norfolk in 2019",
        "Labour",
        at("South West Norfolk", 2019).second.name,
    )
    yield ask(
        "who finished behind the winner in Dundee East in 2015", *place(at("Dundee East", 2015), 2)
    )
    yield ask("who came last in maidenhead in 2017", *place(at("Maidenhead", 2017), 13))
    yield ask(
        "who finished bottom of the poll in Epping Forest",
        *place(at("Epping Forest"), len(at("Epping Forest").candidates)),
    )
    yield ask(
        "hoo came secund in dulwich and west norwood 2015",
        *place(at("Dulwich and West Norwood", 2015), 2),
    )
    yield ask(
        "Who was placed third in Arfon at the general election of 2019?",
        *place(at("Arfon", 2019), 3),
    )


def _outcomes(t: Tables) -> Iterator[Row]:
    at = t.at

    def told(answer: str, name: str, year: int = 2024) -> tuple[str, ...]:
        contest = at(name, year)
        return answer, outcome(contest, t), contest.name, day(contest)

    yield ask("did labour hold bury south in 2019", *told("No", "Bury South", 2019))
    yield ask(
        "did labour hang on to batley and spen in 2019?", *told("Yes", "Batley and Spen", 2019)
    )
    yield ask(
        "Did the Conservatives keep Basildon and Billericay?",
        *told("Yes", "Basildon and Billericay"),
    )
    yield ask("did the tories hold on in Harrow East", *told("Yes", "Harrow East"))
    yield ask("did the lib dems gain guildford", *told("Yes", "Guildford"))
    yield ask("did the lib dems lose Southport in 2017", *told("Yes", "Southport", 2017))
    yield ask("did the SNP lose Glasgow East in 2024", *told("Yes", "Glasgow East"))
    yield ask("did the snp keep angus in 2017?", *told("No", "Angus", 2017))
    yield ask(
        "did labour take crewe and nantwich in 2017", *told("Yes", "Crewe and Nantwich", 2017)
    )
    yield ask("was Kettering a gain for Labour", *told("Yes", "Kettering"))
    yield ask("was north antrim a hold or a gain", *told("", "North Antrim")[1:])
    yield ask("hold or gain in wokingham", *told("", "Wokingham")[1:])
    yield ask("who did labour gain wrexham from", "Conservative", *told("", "Wrexham")[1:])
    yield ask(
        "which party lost hastings and rye", "Conservative", *told("", "Hastings and Rye")[1:]
    )
    yield ask("did ukip win thurrock in 2015", "No", *won(at("Thurrock", 2015)))
    yield ask("did the greens win bristol west in 2019", "No", *won(at("Bristol West", 2019)))
    yield ask("did reform win Hartlepool", "No", *won(at("Hartlepool")))
    yield ask(
        "Did Plaid Cymru hold on to Ceredigion in 2010?", "No", *told("", "Ceredigion", 2010)[1:]
    )
    yield ask("did the DUP lose Lagan Valley?", *told("Yes", "Lagan Valley"))
    yield ask(
        "did sinn fein win north belfast in 2019", "Yes", *told("", "Belfast North", 2019)[1:]
    )


def _nearly(t: Tables) -> Iterator[Row]:
    at = t.at
    yield ask("was it close in hendon", n(at("Hendon").majority), at("Hendon").name)
    yield ask(
        "how close was it in North East Fife in 2017?", "2 votes", at("North East Fife", 2017).name
    )
    yield ask("was Poole a close result?", n(at("Poole").majority) + " votes", at("Poole").name)
    yield ask(
        "was liverpool walton close in 2017",
        n(at("Liverpool, Walton", 2017).majority),
        at("Liverpool, Walton", 2017).name,
    )
    yield ask("who nearly won in basildon and billericay", *place(at("Basildon and Billericay"), 2))
    yield ask(
        "who nearly won Southampton Itchen in 2017", *place(at("Southampton, Itchen", 2017), 2)
    )
    yield ask("who almost won Ilford North", *place(at("Ilford North"), 2))
    yield ask(
        "how close did leanne mohamad come to winning ilford north",
        n(at("Ilford North").majority),
        at("Ilford North").name,
    )
    yield ask(
        "was it tight in perth & north perthshire in 2017",
        n(at("Perth and North Perthshire", 2017).majority),
    )


def _named_like_words(t: Tables) -> Iterator[Row]:
    """Seats and places that are also words, and words that are also seats."""
    at = t.at
    yield ask("reading central winner", *won(at("Reading Central")))
    yield ask("who won in rugby", *won(at("Rugby")))
    yield ask("who won poole in 2010", *won(at("Poole", 2010)))
    yield ask("who won corby in may 2010", *won(at("Corby", 2010)))
    yield ask("who won barking in may 2015", *won(at("Barking", 2015)))
    yield ask("wells winner 2019", *won(at("Wells", 2019)))
    yield ask(
        "what share did green get in hove and portslade",
        percent(at("Hove and Portslade").share("green")),
        at("Hove and Portslade").name,
    )
    yield ask("who won mole valley in 2019?", *won(at("Mole Valley", 2019)))
    yield ask("who came second in reading west in 2017", *place(at("Reading West", 2017), 2))
    yield ask("reading east 2017 winner", *won(at("Reading East", 2017)))
    yield ask("who won chorley?", *won(at("Chorley")))
    yield ask("did the speaker hold chorley", "Yes", *won(at("Chorley")))
