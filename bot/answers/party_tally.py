"""The answer for a party at general elections: seats, votes, gains and losses, and lists of them.

By-elections are not counted.
"""

from dataclasses import replace

from bot.answers import contest as contest_answer
from bot.answers import figures, ranking, wording
from bot.answers.national import (
    caveats,
    party_claims,
    party_facts,
    party_over_time,
    party_seats,
    progress,
    seat_columns,
    victors,
    women,
)
from bot.answers.national.scope import Scope, scopes
from bot.answers.national.seat_columns import Row
from bot.answers.national.showing import Showing, showing
from bot.answers.reply import Choice, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.party import Party
from bot.elections.result import ContestResult
from bot.questions.question import Measure, Question, Topic

_MOST_SEATS = 4  # offered beside the party's other elections
_ELSEWHERE = {Measure.MAJORITY, Measure.CLOSENESS, Measure.TURNOUT, Measure.SWING}
_OF_ALL = {Measure.WINNER, Measure.OVERALL, Measure.MAJORITY}
# Answered with a number of seats, which the whole House shows.
_OF_THE_HOUSE = {Measure.RESULT, Measure.TALLY, Measure.SCOREBOARD, Measure.SEATS, Measure.OUTCOME}
_LOSING = {Measure.LOST, Measure.OUTCOME}
_WITH_GAINS = {
    Measure.TALLY,
    Measure.SEATS,
    Measure.WON,
    Measure.GAINED,
    Measure.LOST,
    Measure.OUTCOME,
    Measure.HELD,
    Measure.RESULT,
}


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    if asked.measure is Measure.PLACE and asked.place in {None, 2} and not asked.yes_or_no:
        asked = replace(asked, measure=Measure.SECONDS)
    party = catalogue.parties.get(asked.parties[0]) if asked.parties else None
    if party is None:
        return Reply(ReplyKind.NOTHING, "Which party?", "Name a party, such as “Labour”.")
    if asked.measure in _ELSEWHERE and not asked.yes_or_no:
        return _in_its_seats(catalogue, asked, party)
    counted = scopes(catalogue, asked)
    if not counted:
        return progress.nothing(catalogue, asked)
    if len(counted) > 1:
        return party_over_time.of_party(catalogue, asked, party, counted)
    return _at_one(catalogue, asked, party, counted[0])


def _in_its_seats(catalogue: Catalogue, asked: Question, party: Party) -> Reply:
    """A ranking of its seats; asked for its majority, first that in the House."""
    reply = ranking.answer(catalogue, replace(asked, topic=Topic.RANKING))
    counted = scopes(catalogue, asked)
    if asked.measure is not Measure.MAJORITY or len(counted) != 1 or asked.areas:
        return reply
    of_all = victors.standings(counted[0])
    if of_all.overall is None or of_all.overall.party.id != party.id:
        return reply
    return replace(reply, headline=f"{wording.capital(victors.overall(of_all))} {reply.headline}")


def _at_one(catalogue: Catalogue, asked: Question, party: Party, scope: Scope) -> Reply:
    if asked.measure is Measure.WOMEN:
        return women.answer(catalogue, asked, scope)
    if asked.measure in _OF_ALL and (asked.yes_or_no or asked.measure is Measure.OVERALL):
        return _of_all(catalogue, asked, party, scope)
    found = showing(catalogue, scope, party)
    if found is None or not (found.tally.candidates or asked.measure in _LOSING):
        return _did_not_stand(catalogue, asked, party, scope)
    return _told(catalogue, asked, found)


def _told(catalogue: Catalogue, asked: Question, of: Showing) -> Reply:
    other = catalogue.parties.get(asked.parties[1]) if len(asked.parties) > 1 else None
    rows = _rows(asked, of, other)
    listed = rows[: seat_columns.BRIEF] if asked.yes_or_no else rows
    year = str(of.scope.day.year)
    file = wording.file_name(of.party.id, f"seats {asked.measure}", *asked.areas, year)
    fields = party_seats.FIELDS.get(asked.measure, ())
    reply = Reply(
        kind=ReplyKind.PARTY,
        title=f"{wording.in_list(of.tally)} · {of.scope.title}",
        headline=party_claims.headline(asked, of, other),
        listing=seat_columns.listing(file, listed, fields) if listed else None,
        facts=() if asked.measure in party_seats.FIELDS else party_facts.facts(of),
        notes=(*seat_columns.cut(len(listed), len(rows)), *_notes(asked, of)),
        choices=_choices(catalogue, of.party, rows),
        colour=of.party.colour,
        sketch=of.scope.house if asked.measure in _OF_THE_HOUSE else None,
    )
    return progress.completed(catalogue, asked, [of.scope], reply)


def _rows(asked: Question, of: Showing, other: Party | None) -> list[Row]:
    if asked.measure is Measure.PLACE and not asked.yes_or_no:
        return party_seats.placed(of.scope.results, of.party, asked.place or 0)
    return party_seats.rows(asked.measure, of.scope.results, of.party, other)


def _notes(asked: Question, of: Showing) -> list[str]:
    notes = []
    if asked.measure in _WITH_GAINS:
        notes += caveats.against(of.scope)
        notes += caveats.of_speakers(_changed_hands(of))
    if asked.measure not in party_seats.FIELDS and of.change is not None:
        notes += caveats.of_changes(of.scope, same_seats=of.same_seats)
    if asked.measure is Measure.DEPOSITS:
        notes.append(caveats.DEPOSITS)
    # The headline has the other name already.
    renamed = of.name != wording.whole(of.party)
    return notes if renamed else [*notes, *caveats.of_party(of.party, [of.scope])]


def _changed_hands(of: Showing) -> list[ContestResult]:
    """Its gains and losses."""
    rows = party_seats.rows(Measure.OUTCOME, of.scope.results, of.party)
    return [result for result, _ in rows]


def _choices(catalogue: Catalogue, party: Party, rows: list[Row]) -> tuple[Choice, ...]:
    """The seats of a short list; the first of a long one are no better than the rest."""
    if len(rows) > _MOST_SEATS:
        rows = []
    others = Choice("party", party.id, party.name, "every general election", "Every election")
    return (
        others,
        *(
            replace(choice, short=result.contest.constituency.name)
            for result, _ in rows
            for choice in [
                contest_answer.contest_choice(catalogue, result.contest.id, result.contest.kind)
            ]
        ),
    )


def _did_not_stand(catalogue: Catalogue, asked: Question, party: Party, scope: Scope) -> Reply:
    sentence = f"{wording.whole(party)} did not stand {scope.at}."
    if scope.partial:
        declared = wording.seats(len(scope.results))
        sentence = f"{wording.whole(party)} did not stand in the {declared} declared {scope.at}."
    stood = [figures.day(one.polled_on) for one in catalogue.parties.showings(party.id)]
    elsewhere = f"General elections it stood at: {'; '.join(stood)}." if stood else ""
    reply = Reply(
        kind=ReplyKind.PARTY,
        title=f"{party.name} · {scope.title}",
        headline=f"No: {sentence}" if asked.yes_or_no else wording.capital(sentence),
        notes=(elsewhere,) if elsewhere else (),
        choices=_choices(catalogue, party, []) if stood else (),
        colour=party.colour,
    )
    return progress.completed(catalogue, asked, [scope], reply)


def _of_all(catalogue: Catalogue, asked: Question, party: Party, scope: Scope) -> Reply:
    """Whether it won, or its overall majority."""
    of_all, own = victors.standings(scope), scope.count.of(party)
    tell = victors.did_win if asked.measure is Measure.WINNER else victors.did_win_overall
    reply = Reply(
        kind=ReplyKind.PARTY,
        title=f"{wording.in_list(own) if own else party.name} · {scope.title}",
        headline=wording.capital((tell if asked.yes_or_no else victors.majority_of)(of_all, party)),
        facts=victors.facts(of_all),
        notes=(victors.OVERALL_NOTE, victors.WORKING_NOTE) if scope.everywhere else (),
        choices=_choices(catalogue, party, []),
        colour=party.colour,
        sketch=scope.house,
    )
    return progress.completed(catalogue, asked, [scope], reply)
