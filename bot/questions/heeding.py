"""Whether a rule heeds every word that it was asked with.

A question about the whole country has so many answers that a word which is left over most likely
changes it: "seats won by a woman" is no question for the seats won.
"""

from bot.questions.question import Measure, Topic
from bot.questions.rules.rule import Rule, compiled
from bot.questions.vocabulary import NUMBERS, SMALL

# Left over, these change nothing: what is counted at elections, and that it is wanted.
_HARMLESS = frozenset(
    """
    seat seats constituency constituencies area areas result results outcome election elections
    general national nationally nationwide country countrywide contest contests poll polls polled
    parliament parliamentary party parties vote votes voted voters cast valid mp mps elected list
    full final state made make points point number numbers place places whole entire most biggest
    largest top house commons record present represented latest last current recent
    """.split()
)
_ALSO = {
    Topic.RANKING: """
        won win wins winner paper ballot ballots time big close
        second third fourth fifth sixth seventh eighth ninth tenth
    """,
    Topic.PARTY: "win won wins winning candidates candidate stand stood field every went take took",
    Topic.ELECTION: "big government win won wins elected declare declared announced change changed",
    Topic.MAP: """
        win won wins winner winners hexagon hexagons show shows showing safe close hands electoral
    """,
    Topic.BY_ELECTIONS: """
        turnout majority majorities won win wins happen happened happens changed change since year
    """,
    Topic.COMPARISON: """
        compare compared comparing comparison versus vs v difference side by between better more
        less fewer higher lower bigger smaller larger greater closer safer marginal majority
        majorities turnout share shares percent percentage swing electorate candidates candidate
        deposits deposit lost won win wins winner performance record big up down rise rose fall fell
        change changed increase increased improve improved drop dropped margin margins did or than
        against close head stood stand history lead
    """,
}
_SUPERLATIVE = compiled("<superlative>")
_HARMLESS_IN = {topic: _HARMLESS | frozenset(words.split()) for topic, words in _ALSO.items()}
# Of a limit, which is read by itself.
_OF_LIMITS = frozenset(
    "over under above below less fewer more than within exceed exceeds percent by".split()
)
# What is won says nothing where all who stood are ranked.
_NOT_OF_VOTES = frozenset("win won wins winner cast valid".split())
_OF = {
    Measure.DEPOSITS: frozenset("lost lose loses".split()),
    Measure.SHARE: frozenset("winning candidate candidates share shares".split()),
    Measure.MAJORITY: frozenset("winning margin margins majority majorities".split()),
    Measure.VOTES: frozenset("candidate candidates".split()),
    Measure.CANDIDATES: frozenset("stand stood field stands put candidate candidates".split()),
    Measure.GAINS: frozenset("gains losses lost gained".split()),
    Measure.OVERALL: frozenset("majority government short".split()),
    Measure.CHANGE: frozenset("share shares support".split()),
    Measure.TALLY: frozenset("change changes gain gains loss losses".split()),
    Measure.SWING: frozenset("against from towards away off".split()),
    Measure.TURNOUT: frozenset("higher lower rate".split()),
}


def left_over(rule: Rule, skeleton: str) -> list[str]:
    """The words that the rule would fit without, and that may change what is asked."""
    harmless = _HARMLESS_IN.get(rule.topic)
    if harmless is None:
        return []
    if rule.topic is Topic.RANKING and rule.measure is Measure.VOTES:
        harmless -= _NOT_OF_VOTES
    harmless |= _OF_LIMITS
    words = skeleton.split()
    return [
        word
        for place, word in enumerate(words)
        if _says_something(word, harmless | _OF.get(rule.measure, frozenset()))
        and rule.regex.search(" ".join([*words[:place], *words[place + 1 :]]))
    ]


def left_over_of_comparison(skeleton: str) -> list[str]:
    harmless = _HARMLESS_IN[Topic.COMPARISON]
    return [word for word in skeleton.split() if _says_something(word, harmless)]


def _says_something(word: str, harmless: frozenset[str]) -> bool:
    # Several say the same: "top 5 lowest turnouts".
    known = word in SMALL or word in harmless or word in NUMBERS or _SUPERLATIVE.fullmatch(word)
    return word.islower() and word.isalpha() and not known
