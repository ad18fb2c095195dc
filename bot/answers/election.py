"""The answer for a whole general election, or for its part in some areas."""

from collections.abc import Callable
from dataclasses import replace

from bot.answers import party_tally, ranking
from bot.answers.national import (
    ballots,
    candidates,
    declaration_times,
    election_moved,
    elections_over_time,
    gains,
    party_places,
    progress,
    scoreboard,
    swing,
    women,
)
from bot.answers.national.scope import Scope, scopes
from bot.answers.reply import Reply
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Question, Topic

# Asked of an election with a party, these are asked of the party.
_OF_A_PARTY = {
    Measure.RESULT,
    Measure.TALLY,
    Measure.SCOREBOARD,
    Measure.SEATS,
    Measure.WON,
    Measure.HELD,
    Measure.GAINED,
    Measure.LOST,
    Measure.OUTCOME,
    Measure.VOTES,
    Measure.SHARE,
    Measure.CHANGE,
    Measure.CANDIDATES,
    Measure.SECONDS,
    Measure.DEPOSITS,
    Measure.WINNER,
    Measure.OVERALL,
    Measure.MAJORITY,
    Measure.PLACE,
}
# Other words for the same.
_SAME = {Measure.MAJORITY: Measure.OVERALL, Measure.OUTCOME: Measure.GAINS}
_RANKED = {Measure.CLOSENESS, Measure.SECONDS}
_CHANGES = (Measure.GAINS, Measure.GAINED, Measure.LOST, Measure.CHANGES)
_ANSWERS: dict[Measure, Callable[[Catalogue, Question, Scope], Reply]] = {
    **dict.fromkeys(ballots.MEASURES, ballots.answer),
    **dict.fromkeys(candidates.MEASURES, candidates.answer),
    **dict.fromkeys(declaration_times.MEASURES, declaration_times.answer),
    **dict.fromkeys(_CHANGES, gains.answer),
    Measure.PLACE: party_places.answer,
    Measure.SWING: swing.answer,
    Measure.WOMEN: women.answer,
    Measure.WON: candidates.elected,
    Measure.MEMBER: candidates.elected,
}


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    if asked.parties and asked.measure in _OF_A_PARTY:
        return party_tally.answer(catalogue, replace(asked, topic=Topic.PARTY))
    # "Constituencies with a turnout under 50%" are seats; only a yes or no is about the whole.
    of_seats = asked.limit is not None and not asked.yes_or_no
    if asked.measure in _RANKED or (of_seats and asked.measure in election_moved.MEASURES):
        return ranking.answer(catalogue, replace(asked, topic=Topic.RANKING))
    asked = replace(asked, measure=_SAME.get(asked.measure, asked.measure))
    counted = scopes(catalogue, asked)
    if not counted:
        return progress.nothing(catalogue, asked)
    if len(counted) > 1 and asked.measure is Measure.SWING:
        return swing.over_time(catalogue, asked, counted)
    if len(counted) > 1:
        return elections_over_time.answer(catalogue, asked, counted)
    return _told(asked)(catalogue, asked, counted[0])


def _told(asked: Question) -> Callable[[Catalogue, Question, Scope], Reply]:
    weighed = asked.measure in election_moved.MEASURES
    if weighed and asked.compared:
        return election_moved.answer
    if weighed and asked.limit is not None:
        return election_moved.limited
    return _ANSWERS.get(asked.measure, scoreboard.answer)
