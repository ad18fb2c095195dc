"""Which of several has more of something, in one sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answers import figures, wording
from bot.answers.compared import claims
from bot.questions.question import Question

_OF_MANY = {"larger": "largest", "smaller": "smallest", "higher": "highest", "lower": "lowest"}
_OPPOSITE = {"larger": "smaller", "smaller": "larger", "higher": "lower", "lower": "higher"}
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """Something that can be weighed: its name, what more of it is called, how it is written."""

    what: str
    more: str
    written: Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Weighed:
    """One of the things, with its figure; `where` is how it is named after "against"."""

    name: str
    where: str
    value: float | None


def count(number: float) -> str:
    return figures.count(int(number))


def votes(number: float) -> str:
    return figures.votes(int(number))


MAJORITY = Figure("majority", "larger", votes)
LEAD = Figure("lead", "smaller", figures.points)
TURNOUT = Figure("turnout", "higher", figures.percent)
ELECTORATE = Figure("electorate", "larger", count)
BALLOTS = Figure("number of voters", "larger", count)
VALID_VOTES = Figure("number of valid votes", "larger", count)
REJECTED = Figure("number of rejected ballots", "larger", count)
CANDIDATES = Figure("number of candidates", "larger", count)
DEPOSITS = Figure("number of lost deposits", "larger", count)
SWING = Figure("swing", "larger", figures.points)


def weigh(asked: Question, figure: Figure, things: Sequence[Weighed]) -> str:
    """ "Bath had the larger majority: 11,218 votes against 5,000 votes in Wells."

    Yes or no is about the first that was named.
    """
    known = [(one, one.value) for one in things if one.value is not None]
    if len(known) < len(things) or len(known) < 2:  # noqa: PLR2004 (it takes two)
        return _unknown(figure, things, known)
    least = claims.less(asked) if figure is not LEAD else True
    ranked = sorted(known, key=lambda pair: pair[1], reverse=not least)
    written = [figure.written(value) for _, value in ranked]
    # What is written alike is not told apart: 66.42% and 66.44% are both 66.4%.
    level = written[0] == written[1]
    claimed = claims.claim(asked)
    start = ""
    if claimed is not None and figure is not LEAD:
        start = "Yes: " if ranked[0][0] == things[0] and not level else "No: "
    if level:
        alike = [
            one.name for (one, _), told in zip(ranked, written, strict=True) if told == written[0]
        ]
        return f"{start}{wording.listed(alike)} had the same {figure.what}: {written[0]}."
    more = _OPPOSITE[figure.more] if least and figure is not LEAD else figure.more
    return f"{start}{_ranking(more, figure, [one for one, _ in ranked], written)}."


def _ranking(more: str, figure: Figure, things: list[Weighed], written: list[str]) -> str:
    word = more if len(things) == _PAIR else _OF_MANY[more]
    others = wording.listed(
        [f"{told} {one.where}" for one, told in zip(things[1:], written[1:], strict=True)]
    )
    return f"{things[0].name} had the {word} {figure.what}: {written[0]} against {others}"


def _unknown(figure: Figure, things: Sequence[Weighed], known: list[tuple[Weighed, float]]) -> str:
    missing = wording.listed([one.where for one in things if one.value is None])
    told = [f"{figure.written(value)} {one.where}" for one, value in known]
    rest = f"; {wording.listed(told)}" if told else ""
    return f"{wording.capital(figure.what)}: none or not known {missing}{rest}."


@dataclass(frozen=True, slots=True)
class Moving:
    """A figure of one thing at two times, the older first."""

    name: str
    figure: Figure
    values: tuple[float | None, float | None]
    times: tuple[str, str]


def moved(asked: Question, of: Moving) -> str:
    """ "Bath: the turnout fell from 76.9% on 12 December 2019 to 69.1% on 4 July 2024."."""
    before, after = of.values
    (then, now), what = of.times, of.figure.what
    if before is None or after is None:
        told = [
            f"{of.figure.written(value) if value is not None else 'none'} {time}"
            for value, time in zip(of.values, of.times, strict=True)
        ]
        return f"{of.name}, {what}: {wording.listed(told)}."
    first, second = of.figure.written(before), of.figure.written(after)
    if claims.alternatives(asked) and first != second:
        return _when(of, before, after, later=(after > before) is not claims.less(asked))
    start = _judged(asked, after - before if first != second else 0)
    if first == second:
        return f"{start}{of.name}: the {what} was {first} {then} and {now}."
    word = "rose" if after > before else "fell"
    return f"{start}{of.name}: the {what} {word} from {first} {then} to {second} {now}."


def _when(of: Moving, before: float, after: float, *, later: bool) -> str:
    """ "In 2017: 12,877,918 against 9,708,716 in 2024 (Labour vote, in the United Kingdom)."."""
    (then, now), (first, second) = of.times, (_bare(of.figure, one) for one in (before, after))
    if later:
        then, now, first, second = now, then, second, first
    where = f"in {of.name[3:]}" if of.name.startswith("In ") else of.name
    return f"{wording.capital(then)}: {first} against {second} {now} ({of.figure.what}, {where})."


def _bare(figure: Figure, value: float) -> str:
    return count(value) if figure.written is votes else figure.written(value)


def through(of: str, figure: Figure, values: Sequence[float | None], times: Sequence[str]) -> str:
    """ "Bath, turnout: 71.8% in 2010, 77.5% in 2015 and 74.2% in 2017; highest in 2015."."""
    pairs = list(zip(values, times, strict=True))
    told = [
        f"{figure.written(value) if value is not None else 'none or not known'} {time}"
        for value, time in pairs
    ]
    known = [(value, time) for value, time in pairs if value is not None]
    sentence = f"{of}, {figure.what}: {wording.listed(told)}"
    if len({figure.written(value) for value, _ in known}) < _PAIR:
        return f"{sentence}."
    (_, most), (_, least) = max(known), min(known)
    words = (_OF_MANY[figure.more], _OF_MANY[_OPPOSITE[figure.more]])
    more, less = words if figure.more not in {"smaller", "lower"} else words[::-1]
    return f"{sentence}; {more} {most}, {less} {least}."


def _judged(asked: Question, rise: float) -> str:
    """Yes or no: "higher in 2019 than in 2024" is about the year that was named first."""
    claimed = claims.claim(asked)
    if claimed is None:
        return ""
    named = [one.day.year if one.day else one.year or 0 for one in asked.elections[:2]]
    older_first = len(named) == _PAIR and named[0] < named[1] and not claimed.moved
    more = -rise if older_first else rise
    return "Yes: " if (more < 0 if claimed.less else more > 0) else "No: "
