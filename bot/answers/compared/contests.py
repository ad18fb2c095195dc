"""Two elections of one seat."""

from bot.answers import contest as contest_answer
from bot.answers import figures, naming, progress, victory, wording
from bot.answers import seat as seat_answer
from bot.answers.compared import choosing_contests
from bot.answers.compared.contest_rows import other_names, share_of, value_of, votes_of
from bot.answers.compared.weighing import Moving, moved
from bot.answers.reply import Cell, Column, Fact, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.contests import baseline_of
from bot.elections import arithmetic
from bot.elections.constituency import Constituency
from bot.elections.contest import Baseline, Contest
from bot.elections.party import Party
from bot.elections.result import ContestResult
from bot.questions.question import Question

_TURNOUT = "Turnout is of valid votes."


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """Older first, whatever the order in which they were named."""
    seat = catalogue.seats.by_code[asked.seats[0]]
    found = _pair(catalogue, asked, seat)
    if found is None:
        said = wording.listed([f"“{one.said}”" for one in choosing_contests.wanted(asked)])
        sentence = f"{seat.name} has no two contests to compare{f' for {said}' if said else ''}."
        return choosing_contests.nothing(catalogue, asked, sentence)
    then, now = found
    elections = f"{naming.election(then.contest)} and {naming.election(now.contest)}"
    reply = Reply(
        kind=ReplyKind.COMPARISON,
        title=f"{now.contest.constituency.name} · {elections}",
        headline=_headline(catalogue, asked, then, now),
        preface=(*asked.notes, *progress.liveness(found)),
        listing=_listing(catalogue, then, now),
        facts=_facts(then, now),
        notes=(
            *_boundaries(catalogue, then, now),
            *other_names([then.contest, now.contest]),
            _TURNOUT,
        ),
        choices=tuple(
            contest_answer.contest_choice(catalogue, one.contest.id, one.contest.kind)
            for one in (now, then)
        ),
        colour=now.contest.winner.party.colour,
    )
    return progress.with_sources(catalogue, found, reply)


def _pair(
    catalogue: Catalogue, asked: Question, seat: Constituency
) -> tuple[ContestResult, ContestResult] | None:
    """The elections that were named; beside a single one the latest, or else the one before."""
    wanted = choosing_contests.wanted(asked)
    found = [choosing_contests.chosen(catalogue, seat, one) for one in wanted[:2]]
    named = [one for one in found if one]
    if len(named) < len(found):
        return None
    ids = [one for one, _ in seat_answer.contests_of_name(catalogue, seat)]
    known = {one.contest.id for one in named}
    if len(known) < 2:  # noqa: PLR2004 (two are compared)
        older = [one for one in ids if named and one.polled_on < named[0].contest.polled_on]
        newest = [one for one in ids if one not in known]
        others = older if named and named[0].contest.id == ids[0] else newest
        more = [choosing_contests.result(catalogue, one) for one in others[: 2 - len(known)]]
        named = [*named[:1], *(one for one in more if one)]
    if len(named) < 2:  # noqa: PLR2004
        return None
    first, second = sorted(named, key=lambda one: one.contest.polled_on)
    return first, second


def _headline(
    catalogue: Catalogue, asked: Question, then: ContestResult, now: ContestResult
) -> str:
    party = catalogue.parties.get(asked.parties[0]) if asked.parties else None
    weighed = value_of(asked.measure, party)
    if weighed is None:
        return _both(then, now)
    figure, value = weighed
    before, after = value(then), value(now)
    name, days = now.contest.constituency.name, [f"on {_day(one.contest)}" for one in (then, now)]
    return moved(asked, Moving(name, figure, (before, after), (days[0], days[1])))


def _both(then: ContestResult, now: ContestResult) -> str:
    told = [f"{_day(one.contest)}, {victory.result(one)}" for one in (then, now)]
    return f"{now.contest.constituency.name}: {'; '.join(told)}."


def _listing(catalogue: Catalogue, then: ContestResult, now: ContestResult) -> Listing:
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
    rows = tuple(_row(party, then.contest, now.contest, base) for party in parties)
    name = now.contest.constituency.name
    return Listing(wording.file_name(name, early, late), columns, rows)


def _row(party: Party, then: Contest, now: Contest, base: Baseline | None) -> tuple[Cell, ...]:
    before, after = share_of(then, party), share_of(now, party)
    compared = arithmetic.share_before(party, base)
    change = after - compared if after is not None and compared is not None else None
    return party.name, votes_of(then, party), before, votes_of(now, party), after, change


def _facts(then: ContestResult, now: ContestResult) -> tuple[Fact, ...]:
    pair = (then, now)
    electorates = [one.contest.electorate for one in pair]
    facts = [
        Fact("Winner", _each(pair, [_winner(one) for one in pair])),
        Fact("Majority", _each(pair, [victory.majority(one.contest) for one in pair])),
        Fact("Turnout", _each(pair, [_turnout(one.contest) for one in pair])),
        Fact(
            "Electorate",
            _each(pair, [figures.count(one) if one else "not known" for one in electorates]),
        ),
    ]
    return tuple(facts)


def _each(pair: tuple[ContestResult, ContestResult], told: list[str]) -> str:
    """ "76.9% in 2019, 69.1% in 2024"."""
    return "; ".join(
        f"{choosing_contests.told(one)}: {text}" for one, text in zip(pair, told, strict=True)
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


def _boundaries(catalogue: Catalogue, then: ContestResult, now: ContestResult) -> list[str]:
    """That the two are not of one area, where they are not."""
    if _same_area(catalogue, then, now):
        return []
    note = "Boundaries changed in 2024, so the two elections are not of the same area."
    base = _base(catalogue, then, now)
    if base is None:
        return [note]
    share = arithmetic.share(base.votes.get(base.held_by, 0), base.total)
    held = f"{base.held_by.name}, {figures.percent(share)}" if share else base.held_by.name
    lead = f"majority {figures.count(base.majority)}"
    return [note, f"Notional result of {base.polled_on.year} on these boundaries: {held}, {lead}."]


def _day(contest: Contest) -> str:
    return figures.day(contest.polled_on)
