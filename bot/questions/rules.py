"""What the words of a question ask for, once its names are known.

A rule looks at the skeleton of a question, in which SEAT, PERSON, PARTY, AREA and WHEN stand for
what was named: "who won SEAT WHEN". Of the rules the first that fits counts, so the narrower stand
before the wider.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from bot.questions.question import Measure, Order, Topic

MOST = "(?:most|biggest|largest|highest|greatest|bigger|larger|higher|max(?:imum)?|huge|strongest|best)"
LEAST = (
    "(?:least|smallest|lowest|fewest|slimmest|thinnest|tiniest|smaller|lower|min(?:imum)?|weakest"
    "|worst|narrowest|tightest)"
)
SAFE = "(?:safest|strongholds?|most safe|least marginal)"
CLOSE = "(?:closest|tightest|narrowest|most marginal|marginals|least safe|slimmest)"
TOP = r"(?:top|bottom|rank(?:ed|ing|ings)?|league table|\d+ \S+est)"
SUPERLATIVE = f"(?:{MOST}|{LEAST}|{SAFE}|{CLOSE}|{TOP}|most|record)"
WON = r"(?:won|wins?|winners?|winning|victor(?:y|ies|ious)?|elect(?:s|ed)?|return(?:s|ed)?|took|takes?|got in|gets? in|came (?:first|top))"
LOST = r"(?:los(?:e|es|t|ing|s|ses)|losers?)"
HELD = (
    r"(?:hold|holds|held|keep|keeps|kept|retain\w*|defend\w*|hang on|hung on|hang|hung|cling|clung)"
)
GAINED = r"(?:gain\w*|captur\w*|flip\w*|regain\w*|snatch\w*|pick\w* up|picked|take|took|taken|turn\w*|switch\w*)"
HANDS = r"(?:chang\w+ (?:of )?(?:hands|party|parties)|flip\w*|switch\w*(?: hands| part\w+)?|gained from whom)"
RISE = r"(?:rise|rises|rose|risen|rising|increas\w+|gone up|went up|go up|up|gr[eo]w\w*|jump\w*|surg\w+|improv\w+)"
FALL = r"(?:falls?|fell|fallen|falling|decreas\w+|drop\w*|declin\w+|gone down|went down|go down|down|slump\w*|collaps\w+|shr[ai]nk)"
CHANGE = rf"(?:{RISE}|{FALL}|chang\w+|better|worse)"
BEAT = r"(?:beat|beats|beating|defeat(?:s|ed|ing)?|unseat(?:s|ed)?|oust(?:s|ed)?|toppled?|thrash(?:ed)?)"
SECOND = r"(?:second|2nd|third|3rd|fourth|4th|fifth|5th|sixth|6th|seventh|7th|eighth|8th|ninth|9th|tenth|10th|runners? up|last|bottom)"
STAND = r"(?:stands?|stood|standing|ran|runs?|running|contest(?:ed|s|ing)?|fought|fight)"
PEOPLE = "(?:people|person|persons|voters|electors|many|constituents)"
ASKING_WHETHER = (
    r"^(?:(?:so|and|but|hey|hi|hello|please|ok|er|um|teller|tell me|do you know|can you tell me"
    r"|is it true(?: that)?|i wonder) )*"
    r"(?:did|was|were|is|are|has|have|had|does|do|didnt|wasnt|isnt|hasnt|if|whether)"
)
HOW_MANY = "(?:how many|number of|total number|how much|count of)"
NOW = "(?:still|currently|current|now|today|sitting|presently|nowadays)"


@dataclass(frozen=True)
class Rule:
    """Fits where the skeleton has the pattern, and every label in `needs` as often as there;
    `without` are labels that it must not have. `fixed` is the order it means."""

    topic: Topic
    measure: Measure
    pattern: str
    needs: str = ""
    without: str = ""
    fixed: Order | None = None

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self.pattern})\b")

    def fits(self, skeleton: str, counts: dict[str, int]) -> bool:
        wanted = self.needs.split()
        return (
            all(counts.get(label, 0) >= wanted.count(label) for label in wanted)
            and not any(counts.get(label, 0) for label in self.without.split())
            and self.regex.search(skeleton) is not None
        )


ANY = ".?"
M, T, O = Measure, Topic, Order
_NOBODY = "SEAT PERSON PARTY"

COMPARED = (
    (M.TURNOUT, r"turnouts?|turned out"),
    (M.MAJORITY, rf"majorit\w+|maj|margins?|safer|closer|{SAFE}|{CLOSE}|marginal"),
    (M.ELECTORATE, "electorates?|electors|registered"),
    (M.SWING, "swings?|swung"),
    (M.SHARE, r"shares?|per ?cent\w*|proportion"),
    (M.SEATS, "seats|mps"),
    (M.CANDIDATES, "candidates"),
    (M.DEPOSITS, "deposits"),
    (M.VOTES, "votes?|polled"),
)
# Where all that is said are names: what people most likely want to know of them.
DEFAULTS = (
    Rule(T.FIGURE, M.VOTES, ANY, "SEAT PERSON"),
    Rule(T.FIGURE, M.VOTES, ANY, "SEAT PARTY", "PERSON"),
    Rule(T.RESULT, M.RESULT, ANY, "SEAT", "PERSON PARTY"),
    Rule(T.RESULT, M.RESULT, ANY, "PERSON"),
    Rule(T.ELECTION, M.SCOREBOARD, ANY, "AREA", "SEAT PERSON PARTY"),
)

BY_ELECTIONS = (
    Rule(T.HISTORY, M.CONTESTED, r"BYELECTIONS|(?:ever|any) (?:\w+ ){0,3}BYELECTION|when .*BYELECTION|(?:latest|last) BYELECTION", "SEAT", "PERSON PARTY"),
    Rule(T.RANKING, M.SWING, rf"{SUPERLATIVE} .*swings?|swing.* {SUPERLATIVE}", "BY", "SEAT PERSON"),
    Rule(T.RANKING, M.TURNOUT, rf"{SUPERLATIVE} .*turnouts?|turnout.* {SUPERLATIVE}", "BY", "SEAT PERSON"),
    Rule(T.RANKING, M.MAJORITY, rf"{SUPERLATIVE} .*(?:majorit\w+|maj|margins?)|{SAFE}|{CLOSE}", "BY", "SEAT PERSON"),
    Rule(T.RANKING, M.CANDIDATES, rf"{SUPERLATIVE} .*candidates", "BY", "SEAT PERSON"),
    Rule(T.RANKING, M.SHARE, rf"{SUPERLATIVE} .*share", "BY", "SEAT PERSON"),
    Rule(T.RANKING, M.VOTES, rf"{SUPERLATIVE} .*votes", "BY", "SEAT PERSON"),
    Rule(T.BY_ELECTIONS, M.LATEST, r"(?:latest|most recent|newest|last) (?:\w+ )?(?:PARTY |AREA )?BYELECTION|BYELECTION .*(?:latest|most recent)|when .*last BYELECTION", "BY", "SEAT PERSON"),
    Rule(T.BY_ELECTIONS, M.GAINED, rf"{GAINED}", "BY PARTY", "SEAT PERSON"),
    Rule(T.BY_ELECTIONS, M.LOST, rf"{LOST}", "BY PARTY", "SEAT PERSON"),
    Rule(T.BY_ELECTIONS, M.WON, ANY, "BY PARTY", "SEAT PERSON"),
    Rule(T.BY_ELECTIONS, M.CHANGES, rf"{HANDS}|{GAINED}|gains?|losses|{LOST}", "BY", "SEAT PERSON"),
    Rule(T.BY_ELECTIONS, M.LIST, ANY, "BY", "SEAT PERSON"),
)  # fmt: skip

SEATS_THROUGH_TIME = (
    Rule(T.HISTORY, M.BECAME, r"happen\w* to|bec[oa]me(?:s)? (?:of|now)|(?:did|has|have|does) .*become|(?:been )?abolish\w*|replac\w+|successors?|renamed|scrapped|merged"
         r"|(?:split|divided|carved)|where (?:did|has|is) SEAT (?:go|gone)|SEAT .*(?:called|in) now$|(?:no longer|still|not) exists?|does SEAT .*exist|turned into|(?:seats?|constituenc\w+) (?:is|are|was) SEAT (?:in )?now", "SEAT", "PERSON PARTY"),
    Rule(T.HISTORY, M.MADE_OF, r"(?:made|make|formed|form|created?|built|put together|drawn|carved|composed|consists?|comprised?|come|came|makes?|parts?|go|went)(?: up| out| together|s)*(?: of| from| into)|predecessors?|old (?:seats?|constituenc\w+)|(?:seats?|constituenc\w+) (?:made|make|formed|form|went into|go into)|boundar\w+|used to be|new seat|(?:before|replaced?|old) .*SEAT (?:replaced?|was created)|did SEAT replace|SEAT replace[sd]?", "SEAT", "PERSON PARTY"),
    Rule(T.HISTORY, M.HELD, r"(?:mps?|members?|held|represented|won|seat) .*(?:before|after|preceded|succeeded|until) PERSON|PERSON .*predecessor", "SEAT PERSON"),
    Rule(T.HISTORY, M.GROUPS, r"party groups?|by groups?|before 2010|OLDYEARS?|since the war|century|pre 2010|back to", "SEAT", "PERSON"),
    Rule(T.HISTORY, M.HELD, rf"when .*(?:last|ever) .*|when .*(?:become|became|go|went|turn\w*|start\w*|change\w*) .*|last (?:time )?.*PARTY|PARTY last|since when|how long|always|ever (?:been|had|held|won|elected|voted|returned|gone)|(?:last|first) (?:time )?(?:{WON}|{HELD}|{LOST})|never|stop\w*|PARTY (?:held|been holding|had) .*(?:since|long)|ever {HELD}|ever {WON}|ever {LOST}", "SEAT PARTY", "PERSON"),
    Rule(T.HISTORY, M.HELD, r"since when|how long|(?:held|hold|holds|represented|controlled|owned) .*(?:since|over|SPAN|years|time|before|previously|ever|history)|who (?:has|have|had) (?:held|represented|won)|(?:since|before) .*(?:held|mp|represented)|when .*(?:last|first) (?:change|switch|flip)\w*|always|ever been|(?:former|previous|past) (?:mps?|members?|holders?)|(?:mps?|members?|held|represented|in charge|won|party) (?:\w+ )?before|list .*mps|all .*mps|mps (?:of|for|in) SEAT (?:since|over|SPAN)|change\w* hands SPAN|mps .*SPAN", "SEAT", "PERSON"),
    Rule(T.HISTORY, M.RESULTS, r"histor\w+|SPAN|(?:all|every|past|previous|each|old|earlier) (?:the )?(?:past |previous )?(?:general )?(?:elections?|results?|contests?|votes?|winners?|majorit\w+|turnouts?|WHEN)|track record|record|over time|over the years|since|through the years|down the years|results at every|(?:{0}) .*(?:ever|SPAN)".format(SUPERLATIVE), "SEAT", "PERSON"),
)  # fmt: skip

PERSONS = (
    Rule(T.ELECTION, M.OVERALL, r"(?:overall|working|commons|parliamentary|government) majority|majority in (?:the )?(?:commons|parliament)", "PERSON", "SEAT"),
    Rule(T.CAREER, M.BEAT, rf"(?:did|has|was|does) PERSON (?:ever )?{BEAT} PERSON|(?:did|who) .*PERSON .*(?:or|beat|against|v|vs|versus) .*PERSON .*|(?:head to head|against each other)", "PERSON PERSON", "PARTY"),
    Rule(T.FIGURE, M.VOTES, r"(?:how many|number of) votes(?!.* by$)(?!.* by WHEN$)|votes (?:for|did)", "PERSON"),
    Rule(T.CAREER, M.LOST_TO, rf"^(?:and |so |but )?(?:who|whom|whos|which \w+) (?:was it (?:that|who) )?(?:then )?{BEAT}|(?:beaten|defeated|unseated|ousted|toppled) by$|(?:who|whom) .*PERSON (?:lose|lost|loses|losing)(?: \w+)* to|PERSON (?:lose|lost) .*to (?:who|whom)?$|(?:who|whom) (?:was|were) PERSON (?:beaten|defeated|unseated|ousted|toppled)|took .*PERSONs? seat|took SEAT (?:off|from) PERSON|(?:who|whom) took .*(?:off|from) PERSON|(?:beaten|defeated|unseated|ousted|lost) (?:by|to) (?:who|whom)|who replaced PERSON", "PERSON"),
    Rule(T.CAREER, M.BEAT, rf"(?:who|whom|which) .*PERSON .*{BEAT}|PERSON .*{BEAT}|(?:who|whom) (?:lost|was beaten|was defeated|was unseated) (?:to|by) PERSON|PERSONs? (?:opponents?|rivals?|runners? up)|(?:win|won) against|opponents?|rivals?|(?:stood|ran|stand|run|up) against|who .*against PERSON|who .*(?:second|runner up) to PERSON|take SEAT from|beaten by PERSON|{BEAT} PERSON", "PERSON"),
    Rule(T.CAREER, M.MEMBER, rf"^(?:\w+ )*?(?:is|isnt) PERSON .*(?:mp|mps|member|parliament)|PERSON {NOW} (?:an? |the |in )*(?:mp|member|parliament)", "PERSON", "WHEN"),
    Rule(T.CAREER, M.SINCE, r"since when|how long|first (?:elected|win|won|become|became|enter\w*|get|got|stand|stood|in|mp|take|took)|(?:become|became|becoming) (?:an |a |the )?(?:mps?|members?)|(?:elected|enter\w*|get|got) (?:in|into|to)?.*parliament|when .*(?:elected|become|enter)|(?:mps?|members?|parliament) since|been (?:an |a |the |their |our )?(?:mp|member|in parliament)|(?:how long|since|when|years) .*in parliament|years .*mp", "PERSON"),
    Rule(T.CAREER, M.WINS, rf"(?:how many|number of) (?:times|elections|contests|general elections|BYELECTIONS?|WHEN) .*{WON}|(?:how often|ever|never|once|times|twice) .*{WON}|{WON} .*(?:times|ever|how often|how many elections)|(?:all|list|every|which) .*(?:wins|victories|{WON})$|wins$|which .*{WON}", "PERSON"),
    Rule(T.CAREER, M.DEFEATS, rf"(?:how many|number of) (?:times|elections|contests) .*(?:{LOST}|beaten|defeated)|(?:how often|ever|never|times|times|once) .*(?:{LOST}|beaten|defeated)|(?:{LOST}|beaten|defeated) .*(?:times|ever|how often)|(?:losses|defeats)", "PERSON"),
    Rule(T.CAREER, M.STOOD, rf"(?:how many|number of) (?:times|elections|contests|seats|constituenc\w+) .*{STAND}|(?:how often|ever|times) .*{STAND}|{STAND} .*(?:times|how often)|where .*{STAND}|(?:which|what) (?:seats?|constituenc\w+|elections?|part\w+|areas?|place|WHEN) .*{STAND}|when .*{STAND}|(?:which|what) part(?:y|ies) .*PERSON|PERSONs? part(?:y|ies)|{STAND} (?:for|in|as)$|where .*(?:candidate|PERSON {STAND})|(?:seats|constituencies) .*PERSON|(?:did|has|have) PERSON (?:ever )?{STAND}$|elections .*{STAND}|candidac\w+|anywhere|for which party|for what party|PERSON (?:which|what) (?:seats?|constituenc\w+)|did PERSON .*{STAND}", "PERSON", "PARTY SEAT"),
    Rule(T.CAREER, M.STOOD, rf"(?:ever|did|has|have|when|how (?:often|many)|times) .*{STAND}", "PERSON"),
    Rule(T.CAREER, M.RESULTS, r"histor\w+|record|every|elections?$|all .*(?:elections|results|contests|votes)|career|SPAN|past|previous results|results (?:over|since|through)|electoral record|each|over the years|timeline|performances?", "PERSON", "SEAT"),
    Rule(T.CAREER, M.MEMBER, rf"(?:is|isnt|was) PERSON .*(?:mp|mps|member)|{NOW} .*(?:mp|mps|member|in parliament|seat|elected|represent\w*|hold)|(?:mp|mps|member) {NOW}|(?:which|what|where|whats) (?:seat|constituency|area|place|is|are|does|SEAT)?.*(?:represent\w*|mp|hold|seat|constituency|sit)|(?:mp|member) (?:for|of) (?:where|what|which|anywhere)|PERSONs? (?:seat|constituency)|(?:lose|lost|losing|keep|kept) (?:his|her|their|the)? ?seat|does PERSON represent|where .*(?:mp|represent|seat)|an mp|a member", "PERSON", "PARTY SEAT WHEN"),
    Rule(T.CAREER, M.MAJORITY, rf"majorities|{SUPERLATIVE} .*(?:majority|margin|win)|each .*majority", "PERSON"),
)  # fmt: skip

FIGURES = (
    Rule(T.FIGURE, M.REJECTED, r"reject\w*|spoil\w*|invalid|void"),
    Rule(T.FIGURE, M.DEPOSITS, "deposits?"),
    Rule(T.FIGURE, M.TURNOUT, r"(?:per ?cent|percentage|share|proportion|how much) (?:of )?(?:the )?(?:\w+ )?(?:\w+ )?(?:voted|turned out|vote$)|turnouts?", "", "PARTY PERSON"),
    Rule(T.FIGURE, M.ELECTORATE, r"electorates?|electors|registered|register|eligible|(?:could|can|able to|entitled to|allowed to) (?:have )?voted?|roll|voters (?:are|were|live)|number of voters|how many voters(?! voted| turned| cast)|(?:how (?:big|large)|size of)(?! .*(?:major|swing|win|lead|turnout|margin))"),
    Rule(T.FIGURE, M.TURNOUT, r"turnouts?|turn outs?|participation|(?:per ?cent|percentage|share|proportion) (?:of )?(?:people|voters|electors|the electorate|the voters) .*vot\w+|(?:percentage|per ?cent|proportion|percent) .*(?:voted|turned out)$"),
    Rule(T.FIGURE, M.BALLOTS, rf"{PEOPLE} (?:\w+ )?(?:voted|vote|turned out|went|cast|bothered)|ballots?(?: papers?)? (?:were )?cast|ballots?$|(?:votes?|ballots?) (?:were |was )?(?:cast|counted)|(?:total|valid|all|overall) (?:number of )?votes?|votes (?:in total|overall|altogether)|voted in (?:SEAT|total)$|(?:how many|number of) voted|votes? (?:were )?there", "", "PERSON PARTY"),
    Rule(T.FIGURE, M.SWING, "swings?|swung"),
    Rule(T.FIGURE, M.DECLARED, r"(?:when|time|early|late|oclock|hour) .*(?:declar\w*|announc\w*|come in|came in|come out|came out|come through|result\w*|count\w*|finish\w*|report\w*|in$)|declar\w*|announc\w*|what time|time of"),
    Rule(T.FIGURE, M.CHANGE, rf"(?:{CHANGE}|points) .*share|share.* {CHANGE}|points .*(?:gain\w*|{CHANGE}|{LOST})|(?:gain\w*|{LOST}) .*points", "PARTY"),
    Rule(T.FIGURE, M.SHARE, r"shares?|per ?cent\w*|proportion|pct|slice|portion"),
    Rule(T.FIGURE, M.MAJORITY, rf"majorit\w+|maj|margins?|by how (?:much|many)|how (?:much|many|big|large|far|comfortably|clear)(?: votes| of)?.*(?:{WON}|{BEAT}|{LOST}|win|lead|ahead|gap|behind|difference|{HELD}) ?.*by$|how (?:much|many)(?: votes)? .*(?:{WON}|{BEAT}|{LOST}|{HELD}) .*by|how many votes (?:in it|ahead|clear|between)|lead|ahead|how (?:big|large|far) .*(?:{WON}|win|lead|victory)|how comfortably|gap|{WON} (?:\w+ )*by(?: how)?|difference between"),
    Rule(T.FIGURE, M.CLOSENESS, rf"(?:nearly|almost|narrowly) (?:{WON}|got|did|take|took|lost|beat|missed)|just (?:missed|lost)|close|closely|tight|marginal|knife|narrow\w*|safe|how close|come close|came close|closest"),
    Rule(T.FIGURE, M.PLACE, rf"(?:in |came |come |comes |coming |was |were |be |finish\w* |placed |who got |who is |whos |get |got |take |took |who |the |were |PARTY |PERSON |to )+{SECOND}|{SECOND} (?:in|at|place\w*|was|were|for|to|behind)|runners? up|(?:what|which|where) (?:place|position)|where did (?:PARTY|PERSON|the PARTY) (?:come|finish)|^{SECOND}|{SECOND}(?: WHEN)?$|position|rank"),
    Rule(T.RESULT, M.RESULT, r"(?:which|what|whose|who) (?:part\w+|candidate)? ?(?:\w+ )?(?:won|wins?|holds?|has|have|controls?|owns?|took|elected|represents?)(?! .*from)", "SEAT", "PERSON PARTY"),
    Rule(T.FIGURE, M.OUTCOME, r"hold or (?:a |an )?(?:gain|loss)|gain or (?:a )?(?:hold|loss)"),
    Rule(T.FIGURE, M.LOST, rf"{ASKING_WHETHER} .*{LOST}", ""),
    Rule(T.FIGURE, M.HELD, rf"{ASKING_WHETHER} .*{HELD}", ""),
    Rule(T.FIGURE, M.GAINED, rf"{ASKING_WHETHER} .*(?:{GAINED}|{HANDS}|gain|(?:win|won) .*(?:from|off))", ""),
    Rule(T.FIGURE, M.OUTCOME, rf"{HANDS}|{HELD}|gain\w*|captur\w*|regain\w*|snatch\w*|pick(?:ed)? up|(?:take|took|win|won|wins) .*from|lost SEAT|lose SEAT|loses? SEAT|hold|did .*{LOST}|who lost|(?:go|went|gone|turn\w*|swap\w*) PARTY|from (?:who|whom)|off (?:who|whom)|gain", "", "PERSON"),
    Rule(T.FIGURE, M.WINNER, rf"{WON}|beat|elect|mp|{LOST}|{HELD}|{GAINED}|success\w*", "PERSON"),
    Rule(T.FIGURE, M.OUTCOME, rf"^(?:so |and |but |hey |tell me )?(?:did|has|have|do|does|was|were|is) .*{WON}", "PARTY"),
    Rule(T.FIGURE, M.CHANGE, rf"{CHANGE}|compared", "", ""),
    Rule(T.FIGURE, M.VOTES, r"votes?|polled|poll|voted|how (?:many|much)|score\w*", "PERSON"),
    Rule(T.FIGURE, M.VOTES, r"votes?|polled|poll|voted|how (?:many|much)|score\w*", "PARTY"),
    Rule(T.FIGURE, M.CANDIDATES, rf"candidates?|who .*{STAND}|contenders?|{STAND}|ballot|choices|how many part\w+|which part\w+"),
    Rule(T.RESULT, M.RESULT, rf"^(?:\w+ )*(?:who|which|what) .*{WON}|mps?|members?|results?|{WON}|happen\w*|represent\w*|(?:what|which) (?:constituenc\w+|seats?|area) (?:is|are|does|do|am)|outcome", "SEAT", "PERSON PARTY"),
    Rule(T.RESULT, M.RESULT, r"results?|outcome|happen\w*", "PERSON", "SEAT PARTY"),
)  # fmt: skip

RANKINGS = (
    Rule(T.ELECTION, M.FIRST, r"first .*(?:declar\w*|in|report\w*|announc\w*|results?|seats?|count\w*)|declar\w* first|(?:earliest|quickest|fastest)(?: .*)?(?:declar\w*|results?|counts?|seats?|constituenc\w+)?", "", _NOBODY),
    Rule(T.ELECTION, M.LAST, r"last (?:seat|constituenc\w+|results?|one|place|to)?.*(?:declar\w*|report\w*|announc\w*|come in|came in|in$)|last (?:seat|result)|declar\w* last|(?:slowest|final|latest) (?:seat|declar\w*|results?|count\w*|constituenc\w+)|slowest", "", _NOBODY),
    Rule(T.ELECTION, M.WOMEN, "women|woman|females?|female|ladies|gender|men|male", "", "SEAT PERSON"),
    Rule(T.ELECTION, M.HUNG, "hung", "", "SEAT PERSON AREA"),
    Rule(T.ELECTION, M.OVERALL, r"overall majority|working majority|outright|(?:commons|parliamentary|government\w*|govt|house of commons) majority|majority (?:government|in (?:the )?(?:commons|parliament|house)|of seats)|needed|form a government", "", "SEAT PERSON PARTY AREA"),
    Rule(T.ELECTION, M.GAINS, rf"(?:most|biggest|top) (?:seats? )?(?:gain\w*|gainer)|{GAINED} (?:the )?most|gains?(?: and| or|) (?:table|losses|loss)|gains|who {GAINED} .*from|gained from|{HANDS}|losses|{LOST} (?:the )?most seats|swap\w*|most seats .*(?:gain|lost|lose)", "", _NOBODY),
    Rule(T.ELECTION, M.WINNER, rf"(?:which|what|who) (?:part(?:y|ies) )?(?:\w+ )?(?:{WON}|got|had|has|have|took) (?:the )?most (?:seats|mps)|most (?:seats|mps)|(?:largest|biggest) party|party .*most (?:seats|mps)", "", _NOBODY),
    Rule(T.ELECTION, M.VOTES, r"(?:which|what) part(?:y|ies) .*most votes|most votes .*(?:nationally|nationwide|overall|country)", "", _NOBODY),
    Rule(T.RANKING, M.DEPOSITS, rf"{SUPERLATIVE} .*deposits", "", "SEAT PERSON"),
    Rule(T.RANKING, M.REJECTED, rf"{SUPERLATIVE} .*(?:reject\w*|spoil\w*|invalid)", "", "SEAT PERSON"),
    Rule(T.RANKING, M.TURNOUT, rf"{SUPERLATIVE} .*turnouts?|turnouts? .*{SUPERLATIVE}|turnout by|{SUPERLATIVE} turned", "", "SEAT PERSON"),
    Rule(T.RANKING, M.SWING, rf"{SUPERLATIVE} .*swings?|swing .*{SUPERLATIVE}|swung {SUPERLATIVE}", "", "SEAT PERSON"),
    Rule(T.RANKING, M.CHANGE, rf"{SUPERLATIVE} .*{FALL}|{FALL}.* {SUPERLATIVE}|lost (?:the )?most (?:votes?|share|support)|{SUPERLATIVE} (?:loss\w*|lost) .*(?:share|votes?)", "", "SEAT PERSON", O.LEAST),
    Rule(T.RANKING, M.CHANGE, rf"{SUPERLATIVE} .*(?:{RISE}|change\w*|gains? in|gain .*(?:share|votes?))|{RISE}.* {SUPERLATIVE}|improved most|most improved|gained (?:the )?most (?:votes?|share|support)", "", "SEAT PERSON", O.MOST),
    Rule(T.RANKING, M.SHARE, rf"{SUPERLATIVE} .*(?:share\w*|per ?cent\w*|proportion)|(?:share\w*|percent\w*) .*{SUPERLATIVE}", "", "SEAT PERSON"),
    Rule(T.RANKING, M.MAJORITY, rf"{CLOSE}|(?:slimmest|tiniest) .*", "", "SEAT PERSON", O.LEAST),
    Rule(T.RANKING, M.MAJORITY, rf"{SAFE}", "", "SEAT PERSON", O.MOST),
    Rule(T.RANKING, M.MAJORITY, rf"{SUPERLATIVE} .*(?:majorit\w+|maj|margins?|wins?|victor\w+|lead|landslide)|(?:majorit\w+|margins?) .*{SUPERLATIVE}|won by (?:the )?most|majorit\w+ rank|rank.* majorit", "", "SEAT PERSON"),
    Rule(T.RANKING, M.CANDIDATES, rf"{SUPERLATIVE} .*candidates|{SUPERLATIVE} (?:crowded|ballot)|{SUPERLATIVE} (?:people|names) .*{STAND}", "", "SEAT PERSON"),
    Rule(T.RANKING, M.ELECTORATE, rf"{SUPERLATIVE} .*(?:electorates?|electors|voters|register\w*)|{SUPERLATIVE} (?:seats?|constituenc\w+)|(?:electorates?) .*{SUPERLATIVE}", "", "SEAT PERSON PARTY"),
    Rule(T.RANKING, M.VOTES, rf"{SUPERLATIVE} .*(?:votes?|vote)|votes? .*{SUPERLATIVE}", "", "SEAT PERSON"),
    Rule(T.RANKING, M.SHARE, rf"{SUPERLATIVE} .*(?:seats?|constituenc\w+|results?|areas?|places?|performances?|showing)|(?:do|did|does|perform\w*|was|were) .*(?:best|worst)|(?:best|worst|strongest|weakest)", "PARTY", "SEAT PERSON"),
)  # fmt: skip

# One party from or to another.
PAIRS = (
    Rule(T.PARTY, M.GAINED, rf"PARTY .*{GAINED} .*from .*PARTY|{GAINED} .*by PARTY .*from|PARTY gains? from PARTY|PARTY (?:win|won|wins|take|took|beat|pick\w*) .*(?:from|off) .*PARTY", "PARTY PARTY", "SEAT PERSON"),
    Rule(T.PARTY, M.LOST, rf"PARTY .*{LOST} .*to .*PARTY|{LOST} .*(?:by|from) PARTY to|PARTY loss\w* to PARTY", "PARTY PARTY", "SEAT PERSON"),
)  # fmt: skip

PARTIES = (
    *PAIRS,
    Rule(T.ELECTION, M.OVERALL, r"overall majority|working majority|(?:commons|parliamentary|government) majority|short of a majority|majority (?:of seats|in (?:the )?(?:commons|parliament))|^(?:the )?PARTY (?:s )?majority(?: WHEN)*$|(?:size of|how big was|what was) (?:the )?PARTY majority(?: WHEN)*$", "PARTY", "SEAT PERSON AREA"),
    Rule(T.PARTY, M.WOMEN, "women|woman|females?|female|ladies|gender|men|male", "PARTY", "SEAT PERSON"),
    Rule(T.PARTY, M.DEPOSITS, "deposits?", "PARTY", "SEAT PERSON"),
    Rule(T.PARTY, M.SECONDS, rf"second\w*|2nd|runners? up", "PARTY", "SEAT PERSON"),
    Rule(T.PARTY, M.GAINED, rf"gain\w*|captur\w*|flip\w*|pick\w* up|regain\w*|snatch\w*|(?:which|what|where|list|how many) .*(?:take|took|taken)(?! .*by)", "PARTY", "SEAT PERSON"),
    Rule(T.PARTY, M.LOST, rf"(?:seats?|where|which|what|how many|mps?|list|many) .*{LOST}|{LOST} .*(?:seats?|mps?|where)|losses|{LOST}$|{LOST} (?:WHEN|AREA|in)", "PARTY", "SEAT PERSON"),
    Rule(T.PARTY, M.CHANGE, rf"{CHANGE}", "PARTY", "SEAT PERSON"),
    Rule(T.PARTY, M.SHARE, r"shares?|per ?cent\w*|proportion|pct", "PARTY", "SEAT PERSON"),
    Rule(T.PARTY, M.CANDIDATES, rf"candidates?|{STAND}|fielded|field|put up", "PARTY", "SEAT PERSON"),
    Rule(T.PARTY, M.VOTES, r"votes?|polled|voted|poll", "PARTY", "SEAT PERSON"),
    Rule(T.PARTY, M.WINNER, rf"^(?:so |and |but )?(?:did|has|have|was|were) (?:the )?PARTY (?:ever )?{WON}(?: the| a| an| WHEN| SPAN| AREA| in| at| overall| outright| general| election| majority| elections)*$|^(?:did|has|have|was|were) .*majority", "PARTY", "SEAT PERSON"),
    Rule(T.PARTY, M.SEATS, rf"how many|number of|seat (?:count|tally|total)|(?:total|many) seats|SPAN|count", "PARTY", "SEAT PERSON"),
    Rule(T.PARTY, M.WON, rf"seats?|mps?|constituenc\w+|where .*{WON}|{WON}|which|list|{HELD}|members", "PARTY", "SEAT PERSON"),
    Rule(T.PARTY, M.TALLY, ANY, "PARTY", "SEAT PERSON"),
)  # fmt: skip

ELECTIONS = (
    Rule(T.ELECTION, M.REJECTED, r"reject\w*|spoil\w*|invalid", "", _NOBODY),
    Rule(T.ELECTION, M.DEPOSITS, "deposits?", "", _NOBODY),
    Rule(T.ELECTION, M.TURNOUT, r"turnouts?|turn outs?|participation|percentage .*vot\w+", "", _NOBODY),
    Rule(T.ELECTION, M.ELECTORATE, r"electorate|electors|registered|eligible|(?:could|can|able to|entitled to) (?:have )?vote", "", _NOBODY),
    Rule(T.ELECTION, M.BALLOTS, rf"{PEOPLE} (?:\w+ )?(?:voted|vote|turned out|went|cast|bothered)|ballots?(?: papers?)?", "", _NOBODY),
    Rule(T.ELECTION, M.CANDIDATES, rf"candidates?|{STAND}", "", _NOBODY),
    Rule(T.ELECTION, M.SCOREBOARD, r"score ?board|seats? by party|state of (?:the )?parties|tally|breakdown|(?:each|every|all|the) (?:the )?part(?:y|ies)|by party|make ?up|standings|how many seats|seats", "", _NOBODY),
    Rule(T.ELECTION, M.VOTES, r"votes?", "", _NOBODY),
    Rule(T.ELECTION, M.OVERALL, r"majority", "", "SEAT PERSON PARTY AREA"),
    Rule(T.ELECTION, M.WINNER, rf"(?:who|which|what) .*{WON}|{WON} |who .*government|winner", "", _NOBODY),
    Rule(T.ELECTION, M.SCOREBOARD, r"results?|outcome|WHEN|parliament|commons|AREA|scores?|summary|parties", "", _NOBODY),
)  # fmt: skip
