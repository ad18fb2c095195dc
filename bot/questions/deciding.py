"""What is asked, decided by the first rule that fits, or by what is compared."""

from collections import Counter

from bot.questions.heeding import left_over, left_over_of_comparison
from bot.questions.named import AREA, PARTY, PERSON, SEAT
from bot.questions.question import Measure, Order, Question, Refusal, Topic
from bot.questions.rules.by_elections import BY_ELECTIONS
from bot.questions.rules.comparisons import COMPARED as MEASURES
from bot.questions.rules.elections import ELECTIONS
from bot.questions.rules.figures import DEFAULTS, FIGURES
from bot.questions.rules.maps import MAPS
from bot.questions.rules.parties import PAIRS, PARTIES
from bot.questions.rules.persons import PERSONS
from bot.questions.rules.rankings import RANKINGS
from bot.questions.rules.rule import Rule, compiled
from bot.questions.rules.seats import SEATS
from bot.questions.rules.swings import SWINGS
from bot.questions.vocabulary import OF_WINNERS, SMALL

OF_CONTESTS = (
    *MAPS,
    *BY_ELECTIONS,
    *SEATS,
    *PERSONS,
    *FIGURES,
)
OF_ELECTIONS = (*MAPS, *BY_ELECTIONS, *RANKINGS, *SWINGS, *PARTIES, *ELECTIONS)
_OF_TWO = tuple(rule for rule in PERSONS if rule.needs == f"{PERSON} {PERSON}")
_MEASURES = tuple((one, compiled(said)) for one, said in MEASURES)
_COMPARE = compiled(r"compar\w+ | versus | vs | v | difference between | side by side")
_COMPARED = compiled(
    r"""
    compar\w+ | versus | vs | v | difference | against | or | than | side by side | better
    | between
    """
)
_BEATS = compiled("<beat> | ahead of | swing | from PARTY | off PARTY | to PARTY")
_APART = {Measure.TURNOUT, Measure.MAJORITY, Measure.ELECTORATE, Measure.SWING}
_SEATS_OF = compiled("marginals? | (?:seats? | constituencies) (?:where | that | which | in which)")
_CLOSER = compiled("marginal | closer | fewer | less | tighter")
_BETTER = compiled("better | worse | best | worst")
_KEPT = compiled("<held> | sav\\w+")  # of a deposit, which is lost or kept
_AWAY = compiled("(?:against | away from | from | off) (?:the )?PARTY")
_FALL = compiled("<fall>")
_NOT_UNDERSTOOD = Question(Topic.REFUSED, refusal=Refusal.NOT_UNDERSTOOD)
COMPARABLE = {Measure.MAJORITY, Measure.TURNOUT, Measure.VOTES, Measure.ELECTORATE, Measure.SEATS}
_SIDE_BY_SIDE = compiled("SEAT SEAT | PERSON PERSON")
_LEAST = compiled("<least> | bottom")


def decide(skeleton: str, counts: Counter[str]) -> Question | None:
    """Its topic, measure and order; None where no rule fits."""
    if _SIDE_BY_SIDE.search(skeleton) and not _COMPARED.search(skeleton):
        return None  # "bath rugby" names no seat, and compares none
    question = _comparison(skeleton, counts) or _ruled(skeleton, counts)
    if question and question.measure is Measure.WINNER and _says_more(skeleton, question):
        question = None
    if question is None and not telling(skeleton):
        question = _ruled(skeleton, counts, DEFAULTS)
    return question


def telling(skeleton: str) -> list[str]:
    """The words that ask for something."""
    return [word for word in skeleton.split() if word.islower() and word not in SMALL]


def _order(measure: Measure, skeleton: str) -> Order:
    """The end of a ranking that is asked for; of a change, whether it is a fall."""
    least = _LEAST.search(skeleton)
    if measure is Measure.SWING:
        least = _AWAY.search(skeleton) or least
    if measure is Measure.CHANGE or measure in COMPARABLE:
        least = least or _FALL.search(skeleton)
    if measure is Measure.DEPOSITS:
        least = _KEPT.search(skeleton)
    return Order.LEAST if least else Order.MOST


def _says_more(skeleton: str, question: Question) -> bool:
    """Whether somebody asks who won something else than an election: "who won the hundred"."""
    said = set(telling(skeleton))
    return question.topic is Topic.ELECTION and bool(said - OF_WINNERS)


def _ruled(skeleton: str, counts: Counter[str], among: tuple[Rule, ...] = ()) -> Question | None:
    of_contest = counts[SEAT] or counts[PERSON]
    for rule in among or (OF_CONTESTS if of_contest else OF_ELECTIONS):
        if rule.fits(skeleton, counts):
            if left_over(rule, skeleton):
                return None
            order = rule.fixed or _order(rule.measure, skeleton)
            return Question(rule.topic, measure=rule.measure, order=order)
    return None


def _comparison(skeleton: str, counts: Counter[str]) -> Question | None:
    if _is_swing(skeleton, counts):
        return None
    compared = _COMPARED.search(skeleton) is not None
    several = (
        counts[SEAT] > 1
        or (counts[PERSON] > 1 and not _ruled_among(_OF_TWO, skeleton, counts))
        or (counts[PARTY] > 1 and counts[SEAT] and compared and not _BEATS.search(skeleton))
        or (counts[PARTY] > 1 and not counts[SEAT] and not _ruled_among(PAIRS, skeleton, counts))
        or (counts["TIMES"] > 1 and not counts[PERSON] and not _is_over_time(counts))
        or (counts[AREA] > 1 and compared)
    )
    if not several and not (compared and _COMPARE.search(skeleton) and counts[SEAT]):
        return None
    if left_over_of_comparison(skeleton) or _is_mixed(skeleton, counts):
        return _NOT_UNDERSTOOD
    measure = next((one for one, said in _MEASURES if said.search(skeleton)), Measure.RESULT)
    if measure is Measure.SWING and not counts[SEAT]:
        return _NOT_UNDERSTOOD
    smaller = _LEAST.search(skeleton) or _CLOSER.search(skeleton)
    order = Order.LEAST if smaller else Order.MOST
    if measure is Measure.RESULT and counts["TIMES"] > 1 and counts[PARTY]:
        measure = Measure.SHARE  # better or worse than itself is no opinion
    if measure is Measure.RESULT and _BETTER.search(skeleton):
        return Question(Topic.REFUSED, refusal=Refusal.OPINION)
    return Question(Topic.COMPARISON, measure=measure, order=order)


def _is_mixed(skeleton: str, counts: Counter[str]) -> bool:
    """Whether two questions are put as one, or seats are looked for that two parties fought."""
    asked = sum(said.search(skeleton) is not None for one, said in _MEASURES if one in _APART)
    people = counts[PERSON] > 1 and counts["TIMES"] > 1
    return asked > 1 or people or (counts[PARTY] > 1 and _SEATS_OF.search(skeleton) is not None)


def _is_over_time(counts: Counter[str]) -> bool:
    """A party at three elections or more is told one by one."""
    return counts[PARTY] > 0 and not counts[SEAT] and counts["TIMES"] > 2  # noqa: PLR2004


def _is_swing(skeleton: str, counts: Counter[str]) -> bool:
    """Of a whole election: two parties take part in one, and are not weighed by it."""
    apart = counts[AREA] > 1 and _COMPARED.search(skeleton) is not None
    return not counts[SEAT] and not apart and _ruled_among(SWINGS, skeleton, counts) is not None


def _ruled_among(among: tuple[Rule, ...], skeleton: str, counts: Counter[str]) -> Rule | None:
    return next((rule for rule in among if rule.fits(skeleton, counts)), None)
