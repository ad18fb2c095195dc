"""The answer that lays several things side by side."""

from bot.answers.compared import areas, contests, nationwide, parties, persons, seats
from bot.answers.reply import Reply
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Question

_SEVERAL = 2


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """What is compared is what was named several times, the narrower before the wider."""
    if len(asked.persons) >= _SEVERAL:
        return persons.answer(catalogue, asked)
    if len(asked.seats) >= _SEVERAL:
        return seats.answer(catalogue, asked)
    if len(asked.parties) >= _SEVERAL or (asked.parties and len(asked.elections) > _SEVERAL):
        return parties.answer(catalogue, asked)
    if asked.seats:
        return contests.answer(catalogue, asked)
    if len(asked.areas) >= _SEVERAL and len(asked.elections) < _SEVERAL:
        return areas.answer(catalogue, asked)
    return nationwide.answer(catalogue, asked)
