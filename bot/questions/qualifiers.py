"""Words that change what is asked: what does not heed them is not answered."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.questions.question import Limit, Measure, Question, Topic
from bot.questions.rules.rule import compiled
from bot.questions.vocabulary import NUMBERS

_Heeds = Callable[[Question], bool]


def _nobody(_question: Question) -> bool:
    return False


def _of(*topics: Topic) -> _Heeds:
    return lambda question: question.topic in topics


def _for(*measures: Measure) -> _Heeds:
    return lambda question: question.measure in measures


M, T = Measure, Topic
_SECOND = {M.PLACE, M.SECONDS, M.CLOSENESS, M.BEAT, M.LOST_TO}
_LIMITED = {
    T.RANKING: frozenset(M),
    T.BY_ELECTIONS: frozenset(M),
    T.FIGURE: frozenset(
        {
            M.VOTES,
            M.SHARE,
            M.MAJORITY,
            M.TURNOUT,
            M.ELECTORATE,
            M.BALLOTS,
            M.REJECTED,
            M.CANDIDATES,
        }
    ),
    T.CAREER: frozenset({M.SHARE, M.VOTES, M.MAJORITY, M.STOOD, M.WINS, M.DEFEATS}),
    T.PARTY: frozenset({M.SEATS, M.VOTES, M.CANDIDATES, M.SECONDS, M.DEPOSITS}),
}
# What a question with these words is about, if it is answered at all.
_QUALIFIERS: tuple[tuple[str, _Heeds], ...] = (
    ("per(?! ?cent) | average | mean | median | typical", _nobody),
    ("by area | in area | square | acres | hectares", _nobody),
    (r"(?:stood | stand | standing | step\w*) down | retir\w+ | by accident", _nobody),
    (r"(?:two | three | four | \d) way", _nobody),
    (r"fail\w*", _for(M.DEPOSITS)),
    ("postcodes? (?:of | for | in)", _nobody),
    (r"combined | together | joint(?:ly)? | went to SEAT | no PARTY", _nobody),
    ("but | both", _of(T.FIGURE, T.CAREER, T.HISTORY)),
    ("only", _of(T.FIGURE, T.CAREER, T.HISTORY, T.RESULT)),
    (
        "now | currently | at present | today",
        _of(T.FIGURE, T.CAREER, T.HISTORY, T.RANKING, T.RESULT),
    ),
    ("new(?:ly)? (?:mps? | members?) | first time | maiden | newcomers?", _nobody),
    (r"(?:mps? | members) (?:who |that )?(?:lost | lose)|lost their seats?", _for(M.UNSEATED)),
    (r"(?:most | many) times | most often", _of(T.CAREER, T.HISTORY)),
    ("men | male | males", _nobody),
    (
        r"""
        (?<!came )(?<!come )(?<!finished )(?<!finish )first(?! \d)(?! (?:two | three | five | ten))
        """,
        _for(M.FIRST, M.SINCE, M.FIRST_WON, M.DECLARED, M.STOOD),
    ),
    (
        "third | 3rd | fourth | 4th | fifth | 5th | sixth | 6th",
        lambda question: question.measure is M.PLACE or question.topic is T.RANKING,
    ),
    (
        r"second | 2nd | runners? up",
        lambda question: question.measure in _SECOND or question.topic is T.RANKING,
    ),
    ("nearly | almost | narrowly", _for(M.CLOSENESS, M.MAJORITY, M.RESULT)),
    (
        "never | without | except | excluding | apart from | not | nt | didnt | wasnt | isnt",
        _for(M.WINS, M.DEFEATS, M.HELD, M.BECAME, M.EXISTS, M.STOOD, M.MEMBER),
    ),
    ("need(?:ed)?(?! to know) | short of", _for(M.OVERALL, M.DEPOSITS, M.CLOSENESS)),
    ("ahead | behind", _for(M.MAJORITY, M.CLOSENESS, M.BEAT, M.PLACE, M.RESULT)),
    ("year | years | day | days | date | dates | time", _for(
        M.DECLARED, M.SINCE, M.HELD, M.FIRST, M.LAST, M.RESULTS, M.CONTESTED, M.LIST, M.WINNER,
        M.LATEST, M.STOOD, M.FIRST_WON, M.GROUPS, M.MEMBER, M.WINS, M.BECAME,
    )),
    ("worst | best", lambda question: question.topic in {T.RANKING, T.CAREER, T.HISTORY}),
    (
        "he | she | they | him | them | his | her | hers | their",
        lambda question: bool(
            question.seats
            or question.persons
            or question.parties
            or question.unclear
            or (question.topic is T.ELECTION and question.elections)
        ),
    ),
)  # fmt: skip
_COMPILED = tuple((compiled(pattern), heeds) for pattern, heeds in _QUALIFIERS)
# Of these alone it is computed whether what is asked is so.
_TESTED = {
    T.FIGURE: {
        M.HELD, M.GAINED, M.LOST, M.WINNER, M.PLACE, M.BEAT, M.DEPOSITS, M.OUTCOME, M.CHANGE,
    },
    T.CAREER: {
        M.BEAT, M.LOST_TO, M.WINS, M.DEFEATS, M.MEMBER, M.STOOD, M.UNSEATED,
    },
    T.HISTORY: {M.HELD, M.CONTESTED, M.EXISTS, M.BECAME, M.MADE_OF, M.GROUPS},
    T.PARTY: {M.WINNER, M.WON, M.GAINED, M.LOST, M.CHANGE},
    T.ELECTION: {M.OVERALL},
    T.BY_ELECTIONS: {M.LIST, M.CHANGES, M.WON, M.GAINED, M.LOST},
    T.COMPARISON: {M.VOTES, M.SHARE, M.TURNOUT, M.MAJORITY, M.ELECTORATE, M.SEATS, M.CANDIDATES},
}  # fmt: skip
_NOT_TESTED = compiled(
    "every | all | each | or | by how | first | only | most of | nearly | almost | easily"
)
_UNIT = "(?: (?:per ?cent|points?|votes?|seats?|mps?|candidates?))?"
_OVER = r"(?:more|greater|higher|bigger|larger) than|over|above|at least|exceed\w*"
_UNDER = "(?:less|fewer|lower|smaller) than|under|below|at most|within|by"
_LIMIT = re.compile(
    rf"\b(?:(?P<over>{_OVER})|{_UNDER})(?: an?)? (?P<figure>\d[\d ]*\d|\d|half)(?P<unit>{_UNIT})\b"
)
_LOST = compiled("<lost>")
_PERCENT = 100
_HALF = "half"


def heeded(question: Question, skeleton: str) -> Question | None:
    """The question with what qualifies it; None where its answer would not heed a word of it."""
    if question.measure is M.HELD and question.parties and question.span:
        return None  # whether it ever was theirs is told of all years
    limit = _limit(skeleton)
    if limit is not None and question.measure is M.WON:
        question = replace(question, measure=M.SEATS)  # how many, not which
    if limit is not None and question.measure in _LIMITED.get(question.topic, ()):
        return _tested(replace(question, limit=limit, number=None), skeleton)
    if any(said.search(skeleton) and not heeds(question) for said, heeds in _COMPILED):
        return None
    if limit is not None and question.topic in {T.ELECTION, T.PARTY, T.COMPARISON, T.MAP}:
        return None
    if limit is not None:
        question = replace(question, yes_or_no=False)
    return _tested(question, skeleton)


def _tested(question: Question, skeleton: str) -> Question:
    """Without a yes or no where the answer does not compute one."""
    tested = (
        question.compared or question.limit or question.measure in _TESTED.get(question.topic, ())
    )
    # Not to have won an election is not quite to have lost it.
    if question.persons and question.parties and question.topic is T.FIGURE:
        return replace(question, yes_or_no=False)  # whether they won for that party
    opposite = question.measure is M.WINNER and _LOST.search(skeleton) is not None
    if opposite:
        return replace(question, yes_or_no=False)
    if not question.yes_or_no or (tested and not _NOT_TESTED.search(skeleton)):
        return question
    return replace(question, yes_or_no=False)


def _limit(skeleton: str) -> Limit | None:
    found = _LIMIT.search(skeleton)
    if found is None:
        return None
    over, written, unit = found["over"] is not None, found["figure"], found["unit"] or ""
    figure = _number(written.split())
    if figure is None:
        return None
    is_share = "cent" in unit or "point" in unit or written == _HALF
    said = f"{'over' if over else 'under'} {written.strip()}{unit}"
    figure = figure / _PERCENT if is_share else figure
    return Limit(figure, over, said, is_share)


def _number(words: Iterable[str]) -> float | None:
    """ "1 000" as the fold leaves 1,000."""
    written = "".join(words)
    if written == _HALF:
        return _PERCENT / 2
    return float(written) if written.isdigit() else NUMBERS.get(written)
