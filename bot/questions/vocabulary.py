"""The words that questions are made of, beside names; any other word has to be part of a name."""

import re

# Asking, joining and being polite: they say nothing of what is asked.
_SMALL = """
a about actually after again all also am an and any anyone anything are as ask at back be because been being both
btw but by can cheers come coming could cos did didnt do does doesnt dont during each either else eh er for
from get gets getting give given go goes going gone got had hadnt has hasnt have havent having he hello help her
here hey hi him his how i id idea if im in info information into is isnt it its ive just kind know let lets like
look lol looking many mate me might mind much my need nice no not of off oh ok okay on one ones only
or our out over people person persons place please pls plz question quick quickly quite really remind right
said say says see she should show so some somebody someone sort sorry still such tell teller than thank thanks that
thats the their them then there theres these they thing things this those though thx to too u uk um under until
up upon us use used ur very via want wanted was wasnt we well were what whats when where whether which while who whom whos
whose why will with without wonder wondering would wouldnt ya yeah yes yet you your youre yo between among amongst
around whatever actual exact exactly precise precisely curious interested bot hear heard find finding check
per atm rn asap postcode postcodes district everyone everybody receive received receiving achieve achieved its far short size hour hours oclock morning evening across become grateful learn kindly appreciate appreciated obliged inform advise glad love happy hope remember forget guess
came hear behind ahead back asking asked answer answers questions trying see seen understand know knows knew
succeed succeeds succeeded followed preceded above exceed exceeded half hiya story mr mrs ms dr sir dame lord lady baroness rt hon honourable near thing race races topped longest shortest ahead end ended ends way ways name named names called call mean means word line details detail
figure figures stats statistics stat data number numbers count total totals overall altogether table
anybody nobody none im ta ty gonna wanna gimme lemme dunno innit fella bloke guy guys lad lass ones bit lot lots
though today tonight present presently moment days day date time times year years
now currently current currently nowadays ever never always once twice again long
same different other another others rest
"""
# What the records of elections have words for.
_ELECTIONS = (
    """
election elections electoral elect elected electing elects general national nationally nationwide countrywide country vote
votes voted voter voters voting poll polls polled polling ballot ballots paper papers cast seat seats constituency
constituencies area areas region regions result results outcome outcomes winner winners win wins winning won wining
victor victory victories victorious lose loses losing lost loss losses loser losers mp mps member members
parliament parliaments parliamentary commons house represent represents represented representing representative
stand stands stood standing run runs ran running contest contested contests contesting candidate candidates candidacy candidacies contender contenders
party parties majority majorities maj margin margins lead leads turnout turnouts turned turn electorate electorates electors register registered
roll eligible entitled allowed able valid reject rejected spoiled spoilt spoil invoid deposit deposits swing swings swung share shares
percent percentage percentages pct proportion rise rises rose risen rising fall falls fell fallen falling increase increased increases decrease
decreased drop drops dropped decline declined gain gains gained gaining grow grew grown growth shrink change changes changed changing hands hand hold holds
held holding keep keeps kept retain retained retains defend defended hang hung cling clung flip flipped flips switch switched
capture captured regain regained snatch snatched pick picked picking pickups take takes took taken taking beat beats beaten beating defeat
defeated defeats defeating unseat unseated oust ousted topple toppled thrash thrashed against opponent opponents rival rivals fight fought
return returned returns returning incumbent incumbents day days date dates time times year years declare declared declares declaring declaration declarations announce announced report reported counted counting finish finished
close closely closest closer tight tightest tighter marginal marginals narrow narrowly narrowest narrower safe safest safer safety
nearly almost missed miss knife edge second third fourth fifth sixth seventh eighth ninth tenth first last latest recent recently
2nd 3rd 4th 5th 6th 7th 8th 9th 10th 1st runner runners placed places position positions rank ranked ranking rankings top bottom
most least more less fewer fewest biggest bigger big largest larger large highest higher high greatest greater smallest smaller
small lowest lower low best better worst worse slimmest slim thinnest tiniest strongest stronger weakest record huge massive max
maximum min minimum list lists every history historic historical historically past previous previously before
earlier since former old new current sitting incumbent incumbents stronghold strongholds scoreboard tally score scores scored breakdown distribution
women woman female females men male ladies gender compare compared comparing comparison versus vs v difference
head side happen happened happens became become becomes becoming abolished abolish replaced replace successor successors
predecessor predecessors split divided carved renamed scrapped merged boundary boundaries changes made make makeup up formed
form created create consist consists comprised parts part exist exists existed gone went
career times often stint enter entered speaker hemisphere group groups perform performed performance fare fared showing
did do got improve improved worsen down jump jumped surge surged slump slumped collapse collapsed
score slice portion quickest fastest slowest earliest final finally full complete whole entire
needed need outright government minority working hung opposition
by byelection byelections bye together combined joint across throughout within
"""
    """
two three four five six seven eight nine ten eleven twelve twenty thirty fifty hundred
mean difference ahead behind clear comfortably easily somewhere anywhere
state points point sort ordered order sorted descending ascending
mine home local living live lives based living
fielded field put forward themselves himself herself themself
"""
)
SMALL = frozenset(_SMALL.split())
WORDS = SMALL | frozenset(_ELECTIONS.split())
# Words of every day that are like somebody's name, and never meant for it in the middle of a
# sentence.
EVERYDAY = frozenset(
    """
    next deep popular orange weigh weighs shot shoot cheat cheated cheating raining rain sunny weather bake  cake food
    drink  wine game games match matches     cup film films movie book books song songs music band
    album tv programme actor actress singer     dog cat fish  tree flower
    train trains   cars road shop shops  houses  price prices money  pounds  euro bank job jobs
    work school teacher doctor hospital  army  sport football cricket tennis rugbys golf boxing olympics
    colour  blue yellow   purple pink   warm  summer spring autumn christmas easter birthday
    phone email computer internet google youtube twitter facebook tiktok chatgpt robot
     eating sleep buy sell    write read play plays played sing   swim fly drive 
    tall   fat   poor happy sad funny ugly pretty beautiful  stupid crazy mad
    capital planet    stars earth ocean river mountain
    grand   tournament  champions championship trophy medal prize award awards lottery bet
    """.split()
)
# All that a question for the winner of a whole election may say beside small words and names.
OF_WINNERS = frozenset(
    """
    won win wins winner winners winning victor victory victorious election elections general party parties vote votes
    national nationally outright took elected poll polls last latest recent previous most seats mps parliament
    parliamentary house commons government result results country overall came first top got largest biggest
    """.split()
)
# Slips and short forms of small words, which a likeness of letters would not find.
SLIPS = {
    "teh": "the", "hte": "the", "wat": "what", "wot": "what", "wut": "what", "hwo": "who", "woh": "who",
    "wimmin": "women", "turnowt": "turnout", "thx": "thanks", "wonn": "won", "meny": "many", "menny": "many", "tge": "the", "refuk": "reform", "hu": "who", "hoo": "who", "whoo": "who", "whp": "who", "wgo": "who", "hw": "how", "hoe": "how", "ho": "who", "dd": "did", "ddi": "did", "idd": "did", "wsa": "was", "waht": "what",
    "hwat": "what", "whta": "what", "wn": "won", "wone": "won", "wom": "won", "wun": "won", "wnt": "went", "fro": "for",
    "adn": "and", "nad": "and", "ov": "of", "fo": "of", "si": "is", "wer": "were", "ppl": "people", "folk": "people", "folks": "people",
    "cud": "could", "shud": "should", "wich": "which", "whch": "which", "wen": "when", "wher": "where", "wheres": "where", "hows": "how",
    "whens": "when", "r": "are", "hav": "have", "thru": "through", "cand": "candidate", "cands": "candidates",
    "constit": "constituency", "const": "constituency", "majo": "majority", "byelec": "byelection", "elec": "election",
    "representitive": "representative", "reps": "represents", "gov": "government", "govt": "government",
}  # fmt: skip

ORDINALS = {
    word: place
    for place, words in enumerate(
        "first 1st|second 2nd|third 3rd|fourth 4th|fifth 5th|sixth 6th|seventh 7th|eighth 8th|ninth 9th|tenth 10th".split("|"), start=1)
    for word in words.split()
}  # fmt: skip
NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"twenty": 20, "fifty": 50, "hundred": 100}


def is_number(word: str) -> bool:
    return re.fullmatch(r"\d{1,3}(st|nd|rd|th)?", word) is not None
