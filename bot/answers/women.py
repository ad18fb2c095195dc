"""How many women were elected, in all and by party."""

from collections import Counter
from dataclasses import dataclass

from bot.answers import figures, party_seats, progress, seat_columns, wording
from bot.answers.reply import Column, Listing, Reply, ReplyKind, Unit
from bot.answers.scope import Scope
from bot.answers.seat_columns import Row
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.genders import Genders, genders
from bot.elections import arithmetic
from bot.elections.party import Party
from bot.questions.question import Measure, Question

_FEW = 5  # names that fit a sentence


@dataclass(frozen=True, slots=True)
class Elected:
    """Who was elected, with the seats; `unknown` are those of whom no gender is recorded."""

    everybody: tuple[Row, ...]
    women: tuple[Row, ...]
    unknown: tuple[Row, ...]


def elected(catalogue: Catalogue, scope: Scope, party: Party | None = None) -> Elected:
    rows = seat_columns.by_name((one, one.contest.winner) for one in scope.results)
    if party is not None:
        rows = party_seats.won(scope.results, party)
    told = genders(catalogue.connection, (winner.person.id for _, winner in rows))
    return _divided(rows, told)


def _divided(rows: list[Row], told: Genders) -> Elected:
    return Elected(
        tuple(rows),
        tuple(row for row in rows if row[1].person.id in told.women),
        tuple(row for row in rows if row[1].person.id in told.unknown),
    )


def answer(catalogue: Catalogue, asked: Question, scope: Scope) -> Reply:
    party = catalogue.parties.get(asked.parties[0]) if asked.parties else None
    found = elected(catalogue, scope, party)
    sentence = _sentence(found, scope, party)
    if asked.yes_or_no:
        sentence = f"{'Yes' if found.women else 'No'}: {sentence}"
    reply = Reply(
        kind=ReplyKind.PARTY if party else ReplyKind.ELECTION,
        title=" · ".join([*([party.name] if party else []), "Women elected", scope.title]),
        headline=wording.capital(sentence),
        listing=_listing(found, scope, party) if found.everybody else None,
        notes=tuple(_unknown(found)),
        colour=party.colour if party else None,
    )
    return progress.completed(catalogue, asked, [scope], reply)


def _sentence(found: Elected, scope: Scope, party: Party | None) -> str:
    everybody, women = len(found.everybody), len(found.women)
    whose = f"the {figures.count(everybody)} elected"
    if party is not None:
        whose += f" for {wording.whole(party)}"
    if not everybody:
        return f"nobody was elected for {wording.whole(party)} {scope.at}." if party else ""
    part = figures.percent(arithmetic.share(women, everybody) or 0)
    so_far = " so far" if scope.partial else ""
    verb = "was a woman" if women == 1 else "were women"
    return f"{figures.count(women)} of {whose} {scope.at}{so_far} {verb} ({part})."


def _unknown(found: Elected) -> list[str]:
    if not found.unknown:
        return []
    names = [
        f"{one.standing_as} ({result.contest.constituency.name})" for result, one in found.unknown
    ]
    count = wording.number(len(names), "person", "people")
    listed = f": {wording.listed(names)}" if len(names) <= _FEW else ""
    return [f"No gender is recorded for {count} elected{listed}."]


def _listing(found: Elected, scope: Scope, party: Party | None) -> Listing:
    year = str(scope.day.year)
    if party is not None:
        name = wording.file_name(party.id, "women elected", *scope.areas, year)
        return seat_columns.listing(name, found.women, party_seats.FIELDS[Measure.WOMEN])
    return Listing(
        wording.file_name("women elected", *scope.areas, year),
        (
            Column("Party"),
            Column("Women", Unit.COUNT),
            Column("Elected", Unit.COUNT),
            Column("Share", Unit.SHARE),
            Column("Not known", Unit.COUNT),
        ),
        tuple(_by_party(found)),
    )


def _by_party(found: Elected) -> list[tuple[str, int, int, float | None, int]]:
    everybody, women, unknown = (
        Counter(one.party.name for _, one in rows)
        for rows in (found.everybody, found.women, found.unknown)
    )
    return [
        (name, women[name], seats, arithmetic.share(women[name], seats), unknown[name])
        for name, seats in everybody.most_common()
    ]
