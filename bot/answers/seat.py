"""Which of a seat's contests is wanted, and what to say when there was none."""

from dataclasses import replace

from bot.answers import contest as contest_answer
from bot.answers import figures, polls, upcoming
from bot.answers.reply import Choice, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.constituency import Constituency
from bot.elections.contest import ContestId, ContestKind
from bot.questions.question import WantedElection

_ALL = 0.995
_MAINLY = 0.1  # share of a new seat's people from which a predecessor is worth naming


def answer(catalogue: Catalogue, seat: Constituency, wanted: WantedElection | None) -> Reply:
    """The wanted contest, or the latest, or a sentence that there was none.

    One that is to come, and of which candidates are known, is what people ask about then.
    """
    coming = upcoming.wanted(catalogue, seat, wanted)
    if coming is not None:
        return upcoming.answer(catalogue, *coming)
    chosen = choose(catalogue, seat, wanted)
    found = catalogue.contests.get(chosen) if chosen else None
    if found is None:
        return _no_contest(catalogue, seat, wanted)
    return contest_answer.answer(catalogue, found)


def choose(
    catalogue: Catalogue, seat: Constituency, wanted: WantedElection | None
) -> ContestId | None:
    """Of several that suit, the general election unless a by-election was asked for."""
    contests = contests_of_name(catalogue, seat)
    if wanted is None:
        return next((one for one, _ in contests if one.code == seat.code), None)
    suiting = [
        (one, kind)
        for one, kind in contests
        if wanted.suits(one.polled_on, is_by_election=kind is ContestKind.BY_ELECTION)
    ]
    general = [one for one, kind in suiting if kind is ContestKind.GENERAL]
    newest = [one for one, _ in suiting]
    return next(iter(general or newest), None)


def contests_of_name(
    catalogue: Catalogue, seat: Constituency
) -> list[tuple[ContestId, ContestKind]]:
    """The contests of the seat and of its namesake on other boundaries, newest first."""
    codes = catalogue.seats.codes_of_name(seat)
    return catalogue.contests.ids_of_seats(codes)


def _no_contest(catalogue: Catalogue, seat: Constituency, wanted: WantedElection | None) -> Reply:
    said = f" for “{wanted.said}”" if wanted else ""
    own = [
        contest_answer.contest_choice(catalogue, one, kind)
        for one, kind in contests_of_name(catalogue, seat)
    ]
    relatives = _relatives(catalogue, seat, wanted)
    notes = polls.unknown(catalogue, wanted) if wanted else []
    notes += contest_answer.still_to_come(catalogue, seat)
    notes += [_relation(seat, relatives)] if relatives else []
    return Reply(
        kind=ReplyKind.NOTHING,
        title=f"{seat.name}: no result{said}",
        headline=_headline(seat, own),
        notes=tuple(notes),
        choices=tuple([*_at(catalogue, relatives, wanted), *own][: contest_answer.MOST_CHOICES]),
        as_of=catalogue.results.as_of,
        sources=(catalogue.results.title,),
    )


def _headline(seat: Constituency, own: list[Choice]) -> str:
    return f"Contests in {seat.name} that Teller knows: {'; '.join(_when(one) for one in own)}."


def _when(choice: Choice) -> str:
    day = ContestId.parse(choice.id)
    return f"{choice.detail}, {figures.day(day.polled_on)}" if day else choice.label


def _relatives(
    catalogue: Catalogue, seat: Constituency, wanted: WantedElection | None
) -> list[tuple[Constituency, float]]:
    """The seats that covered the same ground at the wanted time, with their share of its people."""
    if wanted is None:
        return []
    if seat.abolished:
        related = [(s.new, s.share_of_old) for s in catalogue.seats.successors(seat.code)]
    else:
        related = [(s.old, s.share_of_new) for s in catalogue.seats.predecessors(seat.code)]
    return [
        (other, share)
        for other, share in related
        if share >= _MAINLY and choose(catalogue, other, wanted) is not None
    ]


def _relation(seat: Constituency, relatives: list[tuple[Constituency, float]]) -> str:
    parts = ", ".join(f"{other.name} ({_share(share)} of its people)" for other, share in relatives)
    if seat.abolished:
        return f"{seat.name} was abolished in 2024; its area is now in {parts}."
    return f"{seat.name} was new in 2024; before, its area was in {parts}."


def _at(
    catalogue: Catalogue,
    relatives: list[tuple[Constituency, float]],
    wanted: WantedElection | None,
) -> list[Choice]:
    chosen = [choose(catalogue, other, wanted) for other, _ in relatives]
    kinds = dict(catalogue.contests.ids_of_seats([other.code for other, _ in relatives]))
    choices = [
        contest_answer.contest_choice(catalogue, one, kinds.get(one, ContestKind.GENERAL))
        for one in chosen
        if one is not None
    ]
    return [replace(one, short=one.label) for one in choices]


def _share(share: float) -> str:
    return "all" if share >= _ALL else f"{share:.0%}"
