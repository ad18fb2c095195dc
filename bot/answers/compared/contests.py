"""Two or more elections of one seat."""

from bot.answers import contest as contest_answer
from bot.answers import figures, naming, victory, wording
from bot.answers import seat as seat_answer
from bot.answers.compared import choosing_contests
from bot.answers.compared.contest_rows import other_names, rows, share_of, value_of, votes_of
from bot.answers.compared.weighing import Moving, moved, through
from bot.answers.national import progress
from bot.answers.reply import Cell, Column, Fact, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.contests import baseline_of
from bot.elections import arithmetic
from bot.elections.constituency import Constituency
from bot.elections.contest import Baseline, Contest
from bot.elections.party import Party
from bot.elections.result import ContestResult
from bot.questions.question import Question

MOST = 5
_TWO = 2
_TURNOUT = "Turnout is of valid votes."


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """Older first, whatever the order in which they were named."""
    seat = catalogue.seats.by_code[asked.seats[0]]
    found = _chosen(catalogue, asked, seat)
    if len(found) < _TWO:
        said = wording.listed([f"“{one.said}”" for one in choosing_contests.wanted(asked)])
        sentence = f"{seat.name} has no two contests to compare{f' for {said}' if said else ''}."
        return choosing_contests.nothing(catalogue, asked, sentence)
    left = [naming.election(one.contest) for one in found[:-MOST]]
    found = found[-MOST:]
    elections = wording.listed([naming.election(one.contest) for one in found])
    newest = found[-1].contest
    reply = Reply(
        kind=ReplyKind.COMPARISON,
        title=f"{newest.constituency.name} · {elections}",
        headline=_headline(catalogue, asked, found),
        preface=(
            *asked.notes,
            *progress.liveness(found),
            *choosing_contests.left_out(left),
        ),
        listing=_listing(catalogue, found),
        facts=_facts(found) if len(found) == _TWO else (),
        notes=(
            *_boundaries(catalogue, found),
            *other_names([one.contest for one in found]),
            _TURNOUT,
        ),
        choices=tuple(
            contest_answer.contest_choice(catalogue, one.contest.id, one.contest.kind)
            for one in reversed(found)
        ),
        colour=newest.winner.party.colour,
    )
    return progress.with_sources(catalogue, found, reply)


def _chosen(catalogue: Catalogue, asked: Question, seat: Constituency) -> list[ContestResult]:
    """The elections that were named; beside a single one the latest, or else the one before."""
    wanted = choosing_contests.wanted(asked)
    found = [choosing_contests.chosen(catalogue, seat, one) for one in wanted]
    named = list({one.contest.id: one for one in found if one}.values())
    if len([one for one in found if one]) < len(found):
        return []
    if len(named) < _TWO:
        ids = [one for one, _ in seat_answer.contests_of_name(catalogue, seat)]
        older = [one for one in ids if named and one.polled_on < named[0].contest.polled_on]
        newest = [one for one in ids if not named or one != named[0].contest.id]
        others = older if named and named[0].contest.id == ids[0] else newest
        more = [choosing_contests.result(catalogue, one) for one in others[: _TWO - len(named)]]
        named += [one for one in more if one]
    return sorted(named, key=lambda one: one.contest.polled_on)


def _headline(catalogue: Catalogue, asked: Question, found: list[ContestResult]) -> str:
    party = catalogue.parties.get(asked.parties[0]) if asked.parties else None
    weighed = value_of(asked.measure, party)
    name = found[-1].contest.constituency.name
    if weighed is None:
        told = [f"{_day(one.contest)}, {victory.result(one)}" for one in found]
        return f"{name}: {'; '.join(told)}."
    figure, value = weighed
    values, days = [value(one) for one in found], [f"on {_day(one.contest)}" for one in found]
    if len(found) > _TWO:
        return through(name, figure, values, days)
    return moved(asked, Moving(name, figure, (values[0], values[1]), (days[0], days[1])))


def _listing(catalogue: Catalogue, found: list[ContestResult]) -> Listing:
    """Of two elections all parties, of more what can be told of each in a column."""
    if len(found) == _TWO:
        return _of_two(catalogue, *found)
    elections = [choosing_contests.told(one) for one in found]
    columns = (Column("Compared"), *map(Column, elections))
    name = found[-1].contest.constituency.name
    return Listing(wording.file_name(name, *elections), columns, tuple(rows(found)))


def _of_two(catalogue: Catalogue, then: ContestResult, now: ContestResult) -> Listing:
    """The parties of both elections, those with most votes at the newer first.

    Where boundaries changed in between, only a notional result can be compared with.
    """
    base = _base(catalogue, then, now)
    parties = dict.fromkeys(
        candidacy.party for one in (now, then) for candidacy in one.contest.candidacies
    )
    early, late = (choosing_contests.told(one) for one in (then, now))
    columns = (
        Column("Party"),
        Column(f"Votes {early}", Unit.COUNT),
        Column(f"Share {early}", Unit.SHARE),
        Column(f"Votes {late}", Unit.COUNT),
        Column(f"Share {late}", Unit.SHARE),
        Column("Change on notional" if base and base.notional else "Change", Unit.CHANGE),
    )
    lines = tuple(_row(party, then.contest, now.contest, base) for party in parties)
    name = now.contest.constituency.name
    return Listing(wording.file_name(name, early, late), columns, lines)


def _row(party: Party, then: Contest, now: Contest, base: Baseline | None) -> tuple[Cell, ...]:
    before, after = share_of(then, party), share_of(now, party)
    compared = arithmetic.share_before(party, base)
    change = after - compared if after is not None and compared is not None else None
    return party.name, votes_of(then, party), before, votes_of(now, party), after, change


def _facts(found: list[ContestResult]) -> tuple[Fact, ...]:
    electorates = [one.contest.electorate for one in found]
    return (
        Fact("Winner", _each(found, [_winner(one) for one in found])),
        Fact("Majority", _each(found, [victory.majority(one.contest) for one in found])),
        Fact("Turnout", _each(found, [_turnout(one.contest) for one in found])),
        Fact(
            "Electorate",
            _each(found, [figures.count(one) if one else "not known" for one in electorates]),
        ),
    )


def _each(found: list[ContestResult], told: list[str]) -> str:
    """ "2019: 76.9%; 2024: 69.1%"."""
    return "; ".join(
        f"{choosing_contests.told(one)}: {text}" for one, text in zip(found, told, strict=True)
    )


def _winner(told: ContestResult) -> str:
    winner = told.contest.winner
    return f"{winner.standing_as} ({naming.party(winner)})"


def _turnout(contest: Contest) -> str:
    turnout = arithmetic.turnout_of_valid_votes(contest)
    return figures.percent(turnout) if turnout is not None else "not known"


def _base(catalogue: Catalogue, then: ContestResult, now: ContestResult) -> Baseline | None:
    """What changes of share are reckoned from; None where the two are of different areas."""
    if _same_area(catalogue, then, now):
        return baseline_of(then.contest)
    before = now.before
    reckoned = before is not None and before.polled_on == then.contest.polled_on
    return before if reckoned else None


def _same_area(catalogue: Catalogue, then: ContestResult, now: ContestResult) -> bool:
    old, new = then.contest.constituency, now.contest.constituency
    if old == new:
        return True
    kept = catalogue.seats.unchanged_predecessor(new.code) == old
    # A census may count everybody in both, and yet the estimate of the votes differ.
    return kept and not (now.before and now.before.notional)


def _boundaries(catalogue: Catalogue, found: list[ContestResult]) -> list[str]:
    """That they are not all of one area, where they are not."""
    now = found[-1]
    others = [one for one in found[:-1] if not _same_area(catalogue, one, now)]
    if not others:
        return []
    note = "Boundaries changed in 2024, so the elections before and since are not of one area."
    base = _base(catalogue, others[-1], now)
    if base is None:
        return [note]
    share = arithmetic.share(base.votes.get(base.held_by, 0), base.total)
    held = f"{base.held_by.name}, {figures.percent(share)}" if share else base.held_by.name
    lead = f"majority {figures.count(base.majority)}"
    return [note, f"Notional result of {base.polled_on.year} on these boundaries: {held}, {lead}."]


def _day(contest: Contest) -> str:
    return figures.day(contest.polled_on)
