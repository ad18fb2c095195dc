"""Questions about one contest and about one person, as the questions room would put them."""

from typing import Any

from bot.answers import career, figure
from bot.answers.reply import Reply
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Question, Topic, WantedElection

BATH, ISLINGTON, CHORLEY, CLACTON = "E14001080", "E14001305", "E14001170", "E14001174"
GORTON, TAMWORTH, ROCHDALE, SELBY = "E14001251", "E14001538", "E14001446", "E14001464"
BY = "by-election"


def election(said: int | str) -> WantedElection:
    """A year, or a by-election of any."""
    if isinstance(said, int):
        return WantedElection(str(said), year=said)
    return WantedElection(said, by_election=True)


def code_of(catalogue: Catalogue, name: str) -> str:
    return next(one.code for one in catalogue.seats.called(name))


def figure_of(
    catalogue: Catalogue, seat: str, measure: Measure, when: int | str | None = None, **more: Any
) -> Reply:
    more.setdefault("election", election(when) if when else None)
    seats = (seat,) if seat else ()
    return figure.answer(catalogue, Question(Topic.FIGURE, seats=seats, measure=measure, **more))


def career_of(
    catalogue: Catalogue, persons: str, measure: Measure, when: int | str | None = None, **more: Any
) -> Reply:
    more.setdefault("election", election(when) if when else None)
    ids = tuple(persons.split())
    return career.answer(catalogue, Question(Topic.CAREER, persons=ids, measure=measure, **more))
