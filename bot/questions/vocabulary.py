"""The words that questions are made of, beside names; any other word has to be part of a name."""

import re

# Asking, joining and being polite: they say nothing of what is asked.
_SMALL = """
a about above achieve achieved across actual actually advise after again ahead all also
altogether always am among amongst an and another answer answers any anybody anyone anything
appreciate appreciated are around as asap ask asked asking at atm back baroness be because
become been behind being between bit bloke bot both btw but by call called came can check cheers
come coming cos could count curious current currently dame data date day days detail details did
didnt different district do does doesnt dont dr dunno during each eh either else end ended ends
er evening ever everybody everyone exact exactly exceed exceeded far fella figure figures find
finding followed for forget from get gets getting gimme give given glad go goes going gone gonna
got grateful guess guy guys had hadnt half happy has hasnt have havent having he hear heard
hello help her here hey hi him his hiya hon honourable hope hour hours how i id idea if im in
info inform information innit interested into is isnt it its ive just kind kindly knew know
knows lad lady lass learn lemme let lets like line lol long longest look looking lord lot lots
love many mate me mean means might mind moment morning mr mrs ms much my name named names near
need never nice no nobody none not now nowadays number numbers obliged oclock of off oh ok okay
on once one ones only or other others our out over overall people per person persons place
please pls plz postcode postcodes preceded precise precisely present presently question
questions quick quickly quite race races really receive received receiving remember remind rest
right rn rt said same say says see seen she short shortest should show sir size so some somebody
someone sorry sort stat statistics stats still story succeed succeeded succeeds such ta table
tell teller than thank thanks that thats the their them then there theres these they thing
things this those though thx time times to today tonight too topped total totals toward towards
trying twice ty
u uk um under understand until up upon ur us use used very via wanna want wanted was wasnt way
ways we well were what whatever whats when where whether which while who whom whos whose why
will with without wonder wondering word would wouldnt ya yeah year years yes yet yo you your
youre
"""
# What the records of elections have words for.
_ELECTIONS = """
net below beneath fail fails failed failing
10th 1st 2nd 3rd 4th 5th 6th 7th 8th 9th able abolish abolished against allowed almost announce
announced anywhere area areas ascending ballot ballots based beat beaten beating beats became
becomes becoming before best better big bigger biggest bottom boundaries boundary breakdown bye
byelection byelections candidacies candidacy candidate candidates capture captured career carved
cast change changed changes changing clear cling close closely closer closest clung collapse
collapsed combined comfortably commons compare compared comparing comparison complete comprised
consist consists constituencies constituency contender contenders contest contested contesting
contests counted counting country countrywide create created dates declaration declarations
declare declared declares declaring decline declined decrease decreased defeat defeated
defeating defeats defend defended deposit deposits descending difference distribution divided
down drop dropped drops earlier earliest easily edge eight eighth elect elected electing
election elections electoral electorate electorates electors elects eleven eligible enter
entered entire entitled every exist existed exists fall fallen falling falls fare fared fastest
fell female females fewer fewest field fielded fifth fifty fight final finally finish finished
first five flip flipped flips form formed former forward fought four fourth full gain gained
gaining gains gender general government greater greatest grew group groups grow grown growth
hand hands hang happen happened happens head held hemisphere herself high higher highest himself
historic historical historically history hold holding holds home house huge hundred hung improve
improved increase increased increases incumbent incumbents invoid joint jump jumped keep keeps
kept knife ladies large larger largest last latest lead leads least less list lists live lives
living local lose loser losers loses losing loss losses lost low lower lowest made maj
map maps hexagon hexagons
majorities majority make makeup male margin marginal marginals margins massive max maximum
member members men merged min mine minimum minority miss missed more most mp mps narrow narrower
narrowest narrowly national nationally nationwide nearly needed new nine ninth often old
opponent opponents opposition order ordered oust ousted outcome outcomes outright paper papers
parliament parliamentary parliaments part parties parts party past pct percent percentage
percentages perform performance performed pick picked picking pickups placed places point points
poll polled polling polls portion position positions predecessor predecessors previous
previously proportion put quickest ran rank ranked ranking rankings recent recently record
regain regained region regions register registered reject rejected renamed replace replaced
report reported represent representative represented representing represents result results
retain retained retains return returned returning returns rise risen rises rising rival rivals
roll rose run runner runners running runs safe safer safest safety score scoreboard scored
scores scrapped seat seats second seven seventh share shares showing shrink side since sitting
six sixth slice slim slimmest slowest slump slumped small smaller smallest snatch snatched
somewhere sorted speaker split spoil spoiled spoilt stand standing stands state stint stood
stronger strongest stronghold strongholds successor successors surge surged swing swings switch
switched swung take taken takes taking tally ten tenth themself themselves thinnest third thirty
thrash thrashed three throughout tight tighter tightest tiniest together took top topple toppled
turn turned turnout turnouts twelve twenty two unseat unseated v valid versus victor victories
victorious victory vote voted voter voters votes voting vs weakest went whole win wining winner
winners winning wins within woman women won working worse worsen worst
"""
SMALL = frozenset(_SMALL.split())
WORDS = SMALL | frozenset(_ELECTIONS.split())
# Words of every day that are like somebody's name, and never meant for it amid a sentence.
EVERYDAY = frozenset(
    """
    hate hates hated cheese
    brother brothers sister sisters mother mothers father fathers daughter family baby girl boy
    monday tuesday wednesday thursday friday saturday sunday weekend dance dancing festival pope
    county strike bins parade concert ticket tickets holiday hotel restaurant pub
    actor actress album army autumn award awards bake band bank beautiful bet birthday blue book
    books boxing buy cake capital cars cat champions championship cheat cheated cheating
    christmas colour computer crazy cricket cup deep doctor dog drink drive earth easter eating
    email euro facebook fat film films fish flower fly food football funny game games golf google
    grand happy hospital houses internet job jobs lottery mad match matches medal money mountain
    movie music next ocean olympics orange phone pink planet play played plays poor popular pounds
    pretty price prices prize programme purple rain raining read river road robot rugbys sad school
    sell shoot shop shops shot sing singer sleep song songs sport spring stars stupid summer sunny
    swim tall teacher tennis tiktok tournament train trains tree trophy tv twitter ugly warm weather
    weigh weighs wine work write yellow youtube
    """.split()
)
# All that a question for the winner of a whole election may say beside small words and names.
OF_WINNERS = frozenset(
    """
    biggest came commons country elected election elections first general got government house
    largest last latest most mps national nationally outright overall parliament parliamentary
    parties party poll polls previous recent result results seats took top victor victorious victory
    vote votes win winner winners winning wins won
    """.split()
)
# Slips and short forms that a likeness of letters would not find.
SLIPS = dict(
    slip.split("=")
    for slip in """
    teh=the hte=the wat=what wot=what wut=what hwo=who woh=who wimmin=women turnowt=turnout
    thx=thanks wonn=won meny=many menny=many tge=the refuk=reform hu=who hoo=who whoo=who
    whp=who wgo=who hw=how hoe=how ho=who dd=did ddi=did idd=did wsa=was waht=what hwat=what
    whta=what wn=won wone=won wom=won wun=won wnt=went fro=for adn=and nad=and ov=of fo=of si=is
    wer=were ppl=people folk=people folks=people cud=could shud=should wich=which whch=which
    wen=when wher=where wheres=where hows=how whens=when r=are hav=have thru=through
    cand=candidate cands=candidates constit=constituency const=constituency majo=majority
    byelec=byelection elec=election representitive=representative reps=represents gov=government
    govt=government ups=up
    """.split()
)
_PLACES = "first 1st|second 2nd|third 3rd|fourth 4th|fifth 5th|sixth 6th|seventh 7th|eighth 8th"
ORDINALS = {
    word: place
    for place, words in enumerate(f"{_PLACES}|ninth 9th|tenth 10th".split("|"), start=1)
    for word in words.split()
}
NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"twenty": 20, "fifty": 50, "hundred": 100}


def is_number(word: str) -> bool:
    return re.fullmatch(r"\d{1,7}(st|nd|rd|th)?", word) is not None
