"""Which of several has more of something, in one sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answers import figures, wording
from bot.questions.question import Order, Question

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

    For yes or no the first that was named is meant to have more, or less where that was asked.
    """
    known = [(one, one.value) for one in things if one.value is not None]
    if len(known) < len(things):
        return _unknown(figure, things, known)
    least = (asked.order is Order.LEAST) != (figure.more == "smaller")
    ranked = sorted(known, key=lambda pair: pair[1], reverse=not least)
    written = [figure.written(value) for _, value in ranked]
    # What is written alike is not told apart: 66.42% and 66.44% are both 66.4%.
    level = written[0] == written[1]
    start = ""
    if asked.yes_or_no:
        start = "Yes: " if ranked[0][0] == things[0] and not level else "No: "
    if level:
        names = wording.listed([one.name for one, _ in ranked if figure.written(_) == written[0]])
        return f"{start}{names} had the same {figure.what}: {written[0]}."
    return f"{start}{_ranking(asked, figure, [one for one, _ in ranked], written)}."


def _ranking(asked: Question, figure: Figure, things: list[Weighed], written: list[str]) -> str:
    more = _OPPOSITE[figure.more] if asked.order is Order.LEAST else figure.more
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
    """ "Bath: the turnout fell from 76.9% on 12 December 2019 to 69.1% on 4 July 2024."

    For yes or no it is meant to have risen, or fallen where less was asked.
    """
    before, after = of.values
    (then, now), what = of.times, of.figure.what
    if before is None or after is None:
        told = [
            f"{of.figure.written(value) if value is not None else 'none'} {time}"
            for value, time in zip(of.values, of.times, strict=True)
        ]
        return f"{of.name}, {what}: {wording.listed(told)}."
    first, second = of.figure.written(before), of.figure.written(after)
    rose = after > before
    start = ""
    if asked.yes_or_no:
        meant = rose != (asked.order is Order.LEAST)
        start = "Yes: " if meant and first != second else "No: "
    if first == second:
        return f"{start}{of.name}: the {what} was {first} {then} and {now}."
    word = "rose" if rose else "fell"
    return f"{start}{of.name}: the {what} {word} from {first} {then} to {second} {now}."
