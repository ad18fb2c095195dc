"""What Teller cannot or will not say, and names that it has to ask about."""

from collections.abc import Iterator

from tests.golden.worked.rows import Row, asked, n, refused
from tests.golden.worked.tables import Tables

NOT_OURS = """
who will win the next general election
will labour win in 2029
predict the result in clacton at the next election
who is going to win bath next time
What will the swing be at the next general election?
how many seats will reform get at the next election
is labour going to lose wales
what do the latest polls say
who should i vote for
who shud i vote 4
Which party should I support in Hexham?
how should i vote tactically in guildford
which party is best
is keir starmer any good
do you like nigel farage
was brexit a good idea
who is your favourite mp
should we have proportional representation
who won the us presidential election in 2024
who won the french election
german election results 2025
who won the last canadian federal election
did trump win in 2016
who won the irish general election
who won the 2021 senedd election
holyrood election results 2021
stormont assembly election 2022 who won
who won the london mayoral election
how many votes did andy burnham get as mayor of greater manchester
leeds council election results 2023
who is my councillor in stroud
who is the msp for orkney
european election results 2019
how did sunderland vote in the brexit referendum
scottish independence referendum result
police and crime commissioner election in kent
who is the prime minister
who is the leader of the labour party
who's the chancellor
Who is the Home Secretary at present?
who leads the lib dems
what is labours policy on immigration
whats in the reform manifesto
where do the tories stand on tax
what will labour do about the nhs
how do i register to vote
what time do the polling stations close
do i need id to vote
when is the next general election
How does first past the post work?
can i vote by post
how old is wes streeting
how old is the mp for bath
what is an mp's salary
how much does rishi sunak earn
exit poll 2019
how many polling stations are there in leeds
how many postal votes were cast in 2019
how many young people voted labour in 2017
what is my mp's phone number
how did jeremy corbyn vote on iraq
who is angela rayner married to
how much did the conservatives spend on the 2019 campaign
hello
good morning
thanks mate
asdf qwer zxcv
purple monkey dishwasher
whats the weather in bath
is it raining in sale
who won the world cup
who won the rugby world cup
who won strictly
who won eurovision
who won the premier league
who won the battle of hastings
when is the reading festival
train times from reading to bath
how do i make a sandwich
what is the population of leeds
house prices in hove
what day is it
who won the 2016 general election
what is the capital of france
""".strip().splitlines()


def rows(t: Tables) -> Iterator[Row]:
    yield from (refused(question, forbidden(t).get(question, "")) for question in NOT_OURS)
    yield from _constituencies()
    yield from _persons()


def forbidden(t: Tables) -> dict[str, str]:
    """What would have been said if a name or a number in the question had been enough."""
    bath, clacton = t.at("Bath"), t.by("Clacton", 2026)
    conservatives = str(len(t.won_by("conservative", 2019)))
    return {
        "who is going to win bath next time": bath.winner.name,
        "predict the result in clacton at the next election": n(clacton.winner.votes),
        "how old is the mp for bath": n(bath.winner.votes),
        "whats the weather in bath": bath.winner.name,
        "how many votes did andy burnham get as mayor of greater manchester": n(
            t.by("Makerfield", 2026).winner.votes
        ),
        "who is the msp for orkney": t.at("Orkney and Shetland").winner.name,
        "how much does rishi sunak earn": n(t.at("Richmond and Northallerton").winner.votes),
        "how did jeremy corbyn vote on iraq": n(t.at("Islington North").winner.votes),
        "who is angela rayner married to": n(t.at("Ashton-under-Lyne").winner.votes),
        "did trump win in 2016": "Yes",
        "who won the battle of hastings": t.at("Bexhill and Battle").winner.name,
        "train times from reading to bath": t.at("Reading Central").winner.name,
        "house prices in hove": t.at("Hove and Portslade").winner.name,
        "how many postal votes were cast in 2019": n(sum(one.valid for one in t.general(2019))),
        "how many young people voted labour in 2017": n(t.votes_of("labour", 2017)),
        "exit poll 2019": conservatives,
        "how much did the conservatives spend on the 2019 campaign": conservatives,
    }


def _constituencies() -> Iterator[Row]:
    yield asked("who won in newport", "Newport East", "Newport West and Islwyn")
    yield asked("who is the mp for richmond", "Richmond Park", "Richmond and Northallerton")
    yield asked("majority in sheffield", "Sheffield Central", "Sheffield Hallam")
    yield asked("who won in reading", "Reading Central", "Reading West")
    yield asked("turnout in luton", "Luton North", "Luton South")
    yield asked("whats the majority in southampton", "Southampton Itchen", "Southampton Test")
    yield asked("who is my mp in plymouth", "Plymouth Moor View", "Plymouth Sutton and Devonport")
    yield asked("who won in belfast", "Belfast East", "Belfast North", "Belfast West")
    yield asked("majority in newcastle", "Newcastle upon Tyne", "Newcastle-under-Lyme")
    yield asked("turnout in cardiff", "Cardiff East", "Cardiff North", "Cardiff West")
    yield asked("Who won in Leicester?", "Leicester East", "Leicester South", "Leicester West")
    yield asked("swing in islington", "Islington North", "Islington South and Finsbury")
    yield asked("who came second in swindon", "Swindon North", "Swindon South")
    yield asked("how many votes did labour get in croydon", "Croydon East", "Croydon South")
    yield asked("did labour gain northampton", "Northampton North", "Northampton South")
    yield asked("Who is the Member for Aberdeen?", "Aberdeen North", "Aberdeen South")
    yield asked("wat was the trunout in wolverhampton", "Wolverhampton North East")
    yield asked("electorate of coventry", "Coventry East", "Coventry North West", "Coventry South")
    yield asked("who's the mp for nottingham", "Nottingham East", "Nottingham South")
    yield asked("majority in stoke on trent", "Stoke-on-Trent Central", "Stoke-on-Trent North")


def _persons() -> Iterator[Row]:
    yield asked("how many votes did Davies get", "Davies")
    yield asked("david jones", "David Jones")
    yield asked("how many votes did eagle get", "Angela Eagle", "Maria Eagle")
    yield asked("whats the majority of smith", "Smith")
    yield asked("how many times has Jones been elected", "Jones")
    yield asked("who did evans beat", "Evans")
    yield asked("taylor's majority", "Taylor")
    yield asked("how many votes did wilson get in 2024", "Munira Wilson", "Sammy Wilson")
