"""Whether a result is unlikely enough to be a slip of whoever typed it."""

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Result
from bot.declarations.live import result_as_contest
from bot.elections.contest import ContestId, ContestKind

# In none of the 3,250 contests of five general elections did the valid votes fall by so much since
# the election before, on the same boundaries (29% in Blaenau Gwent and Rhymney in 2024). Votes
# that were left out, or lost a digit, make it fall.
LEAST = 0.7


def is_doubtful(
    contest: ContestId, result: Result, kind: ContestKind, catalogue: Catalogue
) -> bool:
    """Only of a general election: at a by-election few vote."""
    if kind is not ContestKind.GENERAL:
        return False
    told = result_as_contest(contest, result, kind, catalogue)
    before = catalogue.contests.baseline(told)
    return before is not None and told.valid_votes < LEAST * before.total
