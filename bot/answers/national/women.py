"""How many women were elected, or stood, in all and by party."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.answers import figures, wording
from bot.answers.national import moved, party_seats, progress, seat_columns
from bot.answers.national.scope import Scope, before
from bot.answers.national.seat_columns import Row
from bot.answers.reply import Column, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic
from bot.elections.party import Party
from bot.questions.question import Measure, Question

_FEW = 5  # names that fit a sentence


@dataclass(frozen=True, slots=True)
class Divided:
    """Who was elected or stood; `unknown` are those of whom no gender is recorded."""

    everybody: tuple[Row, ...]
    women: tuple[Row, ...]
    unknown: tuple[Row, ...]


def elected(catalogue: Catalogue, scope: Scope, party: Party | None = None) -> Divided:
    rows = ((one, one.contest.winner) for one in scope.results)
    return _divided(catalogue, rows, party)


def stood(catalogue: Catalogue, scope: Scope, party: Party | None = None) -> Divided:
    rows = ((result, one) for result in scope.results for one in result.contest.candidacies)
    return _divided(catalogue, rows, party)


def _divided(catalogue: Catalogue, rows: Iterable[Row], party: Party | None) -> Divided:
    of_party = [row for row in rows if party is None or row[1].party.id == party.id]
    told = [(catalogue.genders.is_woman(row[1].person.id), row) for row in of_party]
    return Divided(
        tuple(of_party),
        tuple(row for woman, row in told if woman),
        tuple(row for woman, row in told if woman is None),
    )


def answer(catalogue: Catalogue, asked: Question, scope: Scope) -> Reply:
    party = catalogue.parties.get(asked.parties[0]) if asked.parties else None
    found = _found(catalogue, asked, scope, party)
    what = "Women who stood" if asked.standing else "Women elected"
    listing = _listing(asked, found, scope, party) if found.everybody else None
    listed = len(listing.rows) if listing and _by_name(asked, party) else len(found.women)
    reply = Reply(
        kind=ReplyKind.PARTY if party else ReplyKind.ELECTION,
        title=" · ".join([*([party.name] if party else []), what, scope.title]),
        headline=wording.capital(_headline(catalogue, asked, found, scope, party)),
        listing=listing,
        notes=(*seat_columns.cut(listed, len(found.women)), *_unknown(asked, found)),
        colour=party.colour if party else None,
    )
    return progress.completed(catalogue, asked, [scope], reply)


def _found(catalogue: Catalogue, asked: Question, scope: Scope, party: Party | None) -> Divided:
    return (stood if asked.standing else elected)(catalogue, scope, party)


def _headline(
    catalogue: Catalogue, asked: Question, found: Divided, scope: Scope, party: Party | None
) -> str:
    """Yes or no is to whether there were any, or where it is compared to whether more."""
    sentence, holds = _sentence(asked, found, scope, party), bool(found.women)
    if asked.compared:
        then = before(catalogue, scope) if not scope.partial else None
        women = len(_found(catalogue, asked, then, party).women) if then else None
        told = moved.against(len(found.women), women, then.day.year if then else None, moved.number)
        sentence = f"{sentence.removesuffix('.')}{told}."
        claimed = moved.claimed(asked, len(found.women), women)
        if claimed is None:
            return sentence
        holds = claimed
    return f"{'Yes' if holds else 'No'}: {sentence}" if asked.yes_or_no else sentence


def _sentence(asked: Question, found: Divided, scope: Scope, party: Party | None) -> str:
    everybody, women = len(found.everybody), len(found.women)
    verb = "stood" if asked.standing else "was elected"
    if not everybody:
        return f"nobody {verb} for {wording.whole(party)} {scope.at}." if party else ""
    whose = f"the {figures.count(everybody)} {'candidates' if asked.standing else 'elected'}"
    if party is not None:
        whose += f" for {wording.whole(party)}"
    part = figures.percent(arithmetic.share(women, everybody) or 0)
    so_far = " so far" if scope.partial else ""
    were = "was a woman" if women == 1 else "were women"
    return f"{figures.count(women)} of {whose} {scope.at}{so_far} {were} ({part})."


def _unknown(asked: Question, found: Divided) -> list[str]:
    if not found.unknown:
        return []
    names = [
        f"{one.standing_as} ({result.contest.constituency.name})" for result, one in found.unknown
    ]
    count = wording.number(len(names), "person", "people")
    who = "who stood" if asked.standing else "elected"
    listed = f": {wording.listed(names)}" if len(names) <= _FEW else ""
    return [f"No gender is recorded for {count} {who}{listed}."]


def _by_name(asked: Question, party: Party | None) -> bool:
    """Whether the women themselves are listed: a party's that were elected."""
    return party is not None and not asked.standing


def _listing(asked: Question, found: Divided, scope: Scope, party: Party | None) -> Listing:
    year, what = str(scope.day.year), "stood" if asked.standing else "elected"
    if party is not None and _by_name(asked, party):
        name = wording.file_name(party.id, "women elected", *scope.areas, year)
        women = seat_columns.by_name(found.women)
        rows = women[: seat_columns.BRIEF] if asked.yes_or_no else women
        return seat_columns.listing(name, rows, party_seats.FIELDS[Measure.WOMEN])
    whose = party.id if party else ""
    return Listing(
        wording.file_name(whose, "women", what, *scope.areas, year),
        (
            Column("Party"),
            Column("Women", Unit.COUNT),
            Column("Candidates" if asked.standing else "Elected", Unit.COUNT),
            Column("Share", Unit.SHARE),
            Column("Not known", Unit.COUNT),
        ),
        tuple(_by_party(found)),
    )


def _by_party(found: Divided) -> list[tuple[str, int, int, float | None, int]]:
    everybody, women, unknown = (
        Counter(one.party.name for _, one in rows)
        for rows in (found.everybody, found.women, found.unknown)
    )
    return [
        (name, women[name], seats, arithmetic.share(women[name], seats), unknown[name])
        for name, seats in everybody.most_common()
    ]
