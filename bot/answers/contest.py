"""The answer for one contest."""

from dataclasses import replace

from bot.answers import figures, naming
from bot.answers.reply import Choice, Fact, Reply, ReplyKind, Standing
from bot.answers.sketch import Sketch, SketchKind
from bot.answers.victory import majority, victory
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic
from bot.elections.constituency import Constituency
from bot.elections.contest import (
    Baseline,
    Candidacy,
    Certainty,
    Contest,
    ContestId,
    ContestKind,
    Nominated,
    Nomination,
)
from bot.elections.outcome import outcome

MOST_CHOICES = 20
_WHOLE_SHARE = 0.995
_LARGE_SHARE = 0.05
_SIZEABLE_SHARE = 0.2


def answer(catalogue: Catalogue, contest: Contest) -> Reply:
    """Everything about the contest, with the seat's other contests as choices."""
    before = catalogue.contests.baseline(contest)
    return Reply(
        kind=ReplyKind.CONTEST,
        title=naming.title(contest),
        headline=headline(contest, before),
        standings=tuple(standing(one, contest, before) for one in contest.candidacies),
        facts=tuple(_facts(contest, before)),
        preface=(
            *_abolition(catalogue, contest),
            *_not_settled(contest),
            *_later(catalogue, contest),
            *still_to_come(catalogue, contest.constituency),
        ),
        notes=(*_earlier(catalogue, contest, before), *contest.notes),
        choices=_choices(catalogue, contest),
        colour=contest.winner.party.colour,
        as_of=None if contest.source else catalogue.results.as_of,
        sources=(contest.source or catalogue.results.title,),
        sketch=Sketch(SketchKind.BARS, str(contest.id)),
    )


def _not_settled(contest: Contest) -> list[str]:
    return ["Declared live; not yet among the settled results."] if contest.source else []


def still_to_come(catalogue: Catalogue, seat: Constituency) -> list[str]:
    """Contests that are open, of which no result is known yet."""
    return [
        f"{naming.kind(kind).capitalize()} of {figures.day(one.polled_on)}: "
        f"{_known(catalogue.contests.nominated(one))}"
        for one, kind in catalogue.contests.to_come([seat.code])
    ]


def _known(nominated: Nominated) -> str:
    if nominated.winner:
        return named(nominated.winner, nominated.named_by)
    number = len(nominated.nominations)
    stand = "one candidate is known" if number == 1 else f"{number} candidates stand"
    known = stand if number else "no candidates are known to Teller"
    return f"nothing is declared here yet, and {known}."


def named(winner: Nomination, source: str) -> str:
    """That somebody is named the winner before the votes are known, which is no result."""
    who = f"{winner.standing_as} ({naming.party(winner)})"
    return f"{source} names {who} as the winner; no votes are known yet, so nothing is declared."


def headline(contest: Contest, before: Baseline | None) -> str:
    return f"{naming.outcome(outcome(contest.winner, before))}: {victory(contest)}"


def standing(candidacy: Candidacy, contest: Contest, before: Baseline | None) -> Standing:
    share = arithmetic.share(candidacy.votes, contest.valid_votes)
    change = arithmetic.change(candidacy, contest, before)
    return Standing(
        name=candidacy.standing_as,
        party=naming.party(candidacy),
        party_short=candidacy.party.short,
        votes=figures.count(candidacy.votes),
        share=figures.percent(share) if share is not None else "",
        change=figures.change(change) if change is not None else "",
        won=candidacy is contest.winner,
    )


def _facts(contest: Contest, before: Baseline | None) -> list[Fact]:
    facts = [Fact("Majority", majority(contest))]
    if contest.electorate is not None:
        facts.append(Fact("Electorate", figures.count(contest.electorate)))
    facts += turnout(contest)
    facts += _rejected(contest)
    facts += swing(contest, before)
    facts += held_before(before)
    facts += declared(contest)
    facts += _deposits(contest)
    return facts


def turnout(contest: Contest) -> list[Fact]:
    """Both ways, where the rejected ballots are known."""
    valid = arithmetic.turnout_of_valid_votes(contest)
    everything = arithmetic.turnout_of_all_ballots(contest)
    if valid is None:
        return []
    of_valid = f"{figures.percent(valid)} of valid votes"
    both = f"{figures.percent(everything)} ({of_valid})" if everything is not None else of_valid
    return [Fact("Turnout", both)]


def _rejected(contest: Contest) -> list[Fact]:
    """Beside a turnout an unknown number is said to be unknown, not taken for none."""
    if not contest.electorate:
        return []
    rejected = contest.rejected_votes
    told = figures.count(rejected) if rejected is not None else "not published"
    return [Fact("Rejected ballots", told)]


def swing(contest: Contest, before: Baseline | None) -> list[Fact]:
    swung = arithmetic.swing(contest, before)
    if swung is None or contest.runner_up is None:
        return []
    winner, other = contest.winner.party.name, contest.runner_up.party.name
    ours, theirs = (other, winner) if swung >= 0 else (winner, other)
    return [Fact("Swing", f"{figures.points(swung)} from {ours} to {theirs}")]


def held_before(before: Baseline | None) -> list[Fact]:
    if before is None:
        return []
    party, year = before.held_by.name, before.polled_on.year
    lead = figures.count(before.majority)
    if before.notional:
        told = f"{party} notional majority {lead} in {year}, on these boundaries"
        return [Fact("Before", told)]
    return [Fact("Before", f"{party} majority {lead} in {year}")]


def declared(contest: Contest) -> list[Fact]:
    if contest.declared_at is None:
        return []
    time = figures.time_of(contest.declared_at, contest.polled_on)
    # Times that nobody published were pieced together from what was seen that night.
    about = "at" if contest.certainty is Certainty.OFFICIAL else "about"
    doubt = " (not sure)" if contest.certainty is Certainty.LOW else ""
    return [Fact("Declared", f"{about} {time}{doubt}")]


def _deposits(contest: Contest) -> list[Fact]:
    lost = [
        one.standing_as
        for one in contest.candidacies
        if arithmetic.loses_deposit(one.votes, contest.valid_votes)
    ]
    # The number alone: names and shares stand above, and nobody is to be pilloried.
    if not lost:
        return []
    return [Fact("Lost deposits", f"{len(lost)} (under 5%)")]


def _later(catalogue: Catalogue, contest: Contest) -> list[str]:
    """By-elections before the next general election, or that this is one and the newest contest."""
    contests = catalogue.contests.ids_of_seats(catalogue.seats.codes_of_name(contest.constituency))
    # Those of a later Parliament belong to the general election that began it.
    later = [(one, kind) for one, kind in reversed(contests) if one.polled_on > contest.polled_on]
    if not later and contest.kind is ContestKind.BY_ELECTION:
        return ["This by-election is the latest contest here, since the general election."]
    told = []
    for one, kind in later:
        if kind is ContestKind.GENERAL:
            break
        told.append(f"By-election since: {_told(catalogue, one)}.")
    return told


def _earlier(catalogue: Catalogue, contest: Contest, before: Baseline | None) -> list[str]:
    """By-elections between the general election compared with and this contest."""
    since = before.polled_on if before else contest.polled_on
    return [
        f"By-election in between: {_told(catalogue, one)}."
        for one in _by_elections(catalogue, contest)
        if since < one.polled_on < contest.polled_on
    ]


def _by_elections(catalogue: Catalogue, contest: Contest) -> list[ContestId]:
    """Oldest first."""
    contests = catalogue.contests.ids_of_seats(catalogue.seats.codes_of_name(contest.constituency))
    return [one for one, kind in reversed(contests) if kind is ContestKind.BY_ELECTION]


def _told(catalogue: Catalogue, contest_id: ContestId) -> str:
    contest = catalogue.contests.get(contest_id)
    if contest is None:
        return figures.day(contest_id.polled_on)
    return by_election(contest, catalogue.contests.baseline(contest))


def by_election(contest: Contest, before: Baseline | None) -> str:
    """ "26 February 2026, Green gain from Labour (Hannah Spencer)"."""
    result = naming.outcome(outcome(contest.winner, before))
    return f"{figures.day(contest.polled_on)}, {result} ({contest.winner.standing_as})"


def _abolition(catalogue: Catalogue, contest: Contest) -> list[str]:
    """What became of a seat that is no more, and who won where most of its people are now."""
    seat = contest.constituency
    if not seat.abolished or catalogue.seats.namesake(seat):
        return []
    successors = [
        one for one in catalogue.seats.successors(seat.code) if one.share_of_old >= _LARGE_SHARE
    ]
    parts = [f"{_share(one.share_of_old)} in {one.new.name}" for one in successors]
    went = f"{seat.name} was abolished in 2024. Of its people {', '.join(parts)}."
    return [f"{went}{_now(catalogue, successors[0].new)}"]


def _now(catalogue: Catalogue, seat: Constituency) -> str:
    """Who won the seat last."""
    [(newest, kind), *_] = catalogue.contests.ids_of_seats([seat.code])
    contest = catalogue.contests.get(newest)
    if contest is None:
        return ""
    winner = contest.winner
    return (
        f" {seat.name}: {winner.standing_as} ({naming.party(winner)}) won the "
        f"{naming.kind(kind)} of {figures.day(newest.polled_on)}."
    )


def _share(share: float) -> str:
    return "all" if share >= _WHOLE_SHARE else f"{share:.0%}"


def _choices(catalogue: Catalogue, contest: Contest) -> tuple[Choice, ...]:
    """The seat's other contests, and what it became or was made of."""
    seat = contest.constituency
    namesake = catalogue.seats.namesake(seat)
    codes = catalogue.seats.codes_of_name(seat)
    others = [
        contest_choice(catalogue, one, kind)
        for one, kind in catalogue.contests.ids_of_seats(codes)
        if one != contest.id
    ]
    if namesake is None and seat.abolished:
        successors = catalogue.seats.successors(seat.code)
        now = [one.new for one in successors if one.share_of_old >= _LARGE_SHARE]
        return tuple([*_seat_choices(now, "now"), *others][:MOST_CHOICES])
    if namesake is None:
        predecessors = catalogue.seats.predecessors(seat.code)
        then = [one.old for one in predecessors if one.share_of_new >= _SIZEABLE_SHARE]
        return tuple([*others, *_seat_choices(then, "until 2024")][:MOST_CHOICES])
    return tuple(others[:MOST_CHOICES])


def _seat_choices(seats: list[Constituency], when: str) -> list[Choice]:
    return [
        Choice("constituency", one.code, one.name, when, f"{one.name} ({when})") for one in seats
    ]


def contest_choice(catalogue: Catalogue, contest_id: ContestId, kind: ContestKind) -> Choice:
    """A contest to go to."""
    seat = catalogue.seats.by_code[contest_id.code]
    said = figures.day(contest_id.polled_on)
    return Choice(
        kind="contest",
        id=str(contest_id),
        label=f"{seat.name}, {said}",
        detail=naming.kind(kind),
        short=naming.short(contest_id, kind),
    )


def with_preface(reply: Reply, sentence: str) -> Reply:
    return replace(reply, preface=(sentence, *reply.preface))
