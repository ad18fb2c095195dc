"""The swing of a general election, everywhere or in some areas, in words."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers import figures, wording
from bot.answers.national import progress, swung
from bot.answers.national.scope import Scope, years
from bot.answers.national.swung import Part, SwingOf, Swung
from bot.answers.reply import Choice, Column, Fact, Listing, Reply, ReplyKind, Unit
from bot.answers.sketch import Sketch, SketchKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.party import Party
from bot.questions.question import Question

_BUTLER = "Swing: half the sum of one party's rise and the other's fall in share (Butler)."
_MOST_VOTES = "Parties that are not named are those with the most votes each time."
_BOTH = 2
_COLUMNS = (
    Column("Election", Unit.DAY),
    Column("Swing", Unit.POINTS),
    Column("From"),
    Column("To"),
)


def answer(catalogue: Catalogue, asked: Question, scope: Scope) -> Reply:
    named = _named(catalogue, asked)
    if len(named) < len(asked.parties) < _BOTH + 1:
        return _to_itself(catalogue, named[0])
    parties = _parties(named, scope)
    found = swung.between(scope, *parties) if len(parties) == _BOTH else None
    reply = Reply(
        kind=ReplyKind.ELECTION,
        title=f"Swing · {scope.title}",
        headline=" ".join(
            [_headline(scope, parties, found), swung.why_these(scope, named)]
        ).strip(),
        facts=tuple(_fact(one) for one in (found.gainer, found.loser)) if found else (),
        notes=(_BUTLER, *_since(scope), *swung.gaps(scope, parties)) if found else (),
        choices=_choices(parties),
        sketch=_sketch(scope, found) if found else None,
    )
    return progress.completed(catalogue, asked, [scope], _left_out(reply, named))


def over_time(catalogue: Catalogue, asked: Question, counted: Sequence[Scope]) -> Reply:
    """One line for each election, newest first, with a note where there is none to tell."""
    named = _named(catalogue, asked)
    every = [(one, _parties(named, one)) for one in reversed(counted)]
    found = [(one.day, swung.between(one, *both)) for one, both in every if len(both) == _BOTH]
    told = [(day, of) for day, of in found if of]
    rows = tuple((day, of.size, of.loser.party.name, of.gainer.party.name) for day, of in told)
    sentence = "; ".join(f"{of.told} in {day.year}" for day, of in told)
    where = f"swing {counted[0].where}".strip()
    why = [(one.day.year, swung.why_not(one, both)) for one, both in every]
    reply = Reply(
        kind=ReplyKind.ELECTION,
        title=f"{wording.capital(where)} · general elections, {years(asked, counted)}",
        headline=f"{wording.capital(where)}: {sentence}."
        if told
        else f"No {where} is told of these elections.",
        listing=Listing(wording.file_name("swing", *asked.areas), _COLUMNS, rows) if rows else None,
        notes=(
            _BUTLER,
            *([] if len(named) >= _BOTH else [_MOST_VOTES]),
            "Each is since the general election before, notional where boundaries changed.",
            *(f"{year}: {reason}" for year, reason in why if reason),
        ),
    )
    return progress.completed(catalogue, asked, counted, _left_out(reply, named))


def _named(catalogue: Catalogue, asked: Question) -> list[Party]:
    named = dict.fromkeys(asked.parties)
    return [party for one in named if (party := catalogue.parties.get(one))]


def _to_itself(catalogue: Catalogue, party: Party) -> Reply:
    return Reply(
        ReplyKind.NOTHING,
        "No swing",
        f"A swing is between two parties: name another beside {wording.whole(party)}.",
        as_of=catalogue.results.as_of,
        sources=(catalogue.results.title,),
    )


def _parties(named: Sequence[Party], scope: Scope) -> list[Party]:
    """Those that are named, completed by those with most votes."""
    return list(named[:_BOTH]) if len(named) >= _BOTH else swung.largest(scope, *named)


def _headline(scope: Scope, parties: list[Party], found: Swung | None) -> str:
    if found is None:
        pair = wording.listed([wording.whole(one) for one in parties])
        why = swung.why_not(scope, parties)
        return f"No swing between {pair} is told {scope.at}. {why}".rstrip()
    so_far = " in the seats declared so far" if scope.partial else ""
    parts = f"from {_whole(scope, found.loser)} to {_whole(scope, found.gainer)}"
    return f"The swing {scope.at}{so_far} was {figures.points(found.size)} {parts}."


def _whole(scope: Scope, part: Part) -> str:
    own = scope.count.of(part.party)
    return wording.among_others(own) if own else wording.whole(part.party)


def _fact(part: Part) -> Fact:
    before, now = figures.percent(part.before), figures.percent(part.now)
    return Fact(part.party.name, f"{now} ({figures.change(part.change)}), {before} before")


def _since(scope: Scope) -> list[str]:
    if scope.compared_with is None:
        return []
    where = scope.where or "in the United Kingdom"
    earlier = wording.general_election(scope.compared_with)
    told = f"Shares are of all votes {where}, compared with {earlier} in the same seats"
    return [f"{told}{', notional where boundaries changed' if scope.notional else ''}."]


def _choices(parties: Sequence[Party]) -> tuple[Choice, ...]:
    return tuple(
        Choice("party", one.id, one.name, "every general election", one.name) for one in parties
    )


def _sketch(scope: Scope, found: Swung) -> Sketch:
    parties = found.loser.party.id, found.gainer.party.id
    return Sketch(SketchKind.SWING, str(SwingOf(scope.day, scope.areas, parties)))


def _left_out(reply: Reply, named: Sequence[Party]) -> Reply:
    """A swing has two ends."""
    if len(named) <= _BOTH:
        return reply
    others = wording.listed([one.name for one in named[_BOTH:]])
    return replace(reply, preface=(f"A swing is between two parties. Left out: {others}.",))
