"""A swing between two parties, in one contest or over a nation or region."""

from bot.answers import contest as contest_answer
from bot.answers import figures, naming, wording
from bot.answers.drawn.faces import face, ink, source_line
from bot.answers.national import swung
from bot.answers.national.scope import scope
from bot.answers.national.swung import Part, SwingOf, Swung
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic
from bot.elections.contest import Baseline, Candidacy, Contest, ContestId
from bot.pictures.charts import Swingometer


def chart(catalogue: Catalogue, of: str) -> Swingometer | None:
    """`of` is a contest's id, or what a SwingOf writes."""
    contest_id = ContestId.parse(of)
    contest = catalogue.contests.get(contest_id) if contest_id else None
    if contest is not None:
        source = source_line(catalogue, [contest.source], compared=True)
        return of_contest(contest, catalogue.contests.baseline(contest), source)
    area = SwingOf.parse(catalogue, of)
    return _of_area(catalogue, area) if area else None


def of_contest(contest: Contest, before: Baseline | None, source: str) -> Swingometer | None:
    """Between the first two; None where the result tells no swing, either."""
    second = contest.runner_up
    if before is None or second is None or arithmetic.swing(contest, before) is None:
        return None
    first, other = (_part(one, contest, before) for one in (contest.winner, second))
    found = Swung(first, other) if first.change >= other.change else Swung(other, first)
    [fact] = contest_answer.swing(contest, before)
    since = figures.month(before.polled_on) + (" (notional result)" if before.notional else "")
    unit = f"Swing in points between the first two, since {since}"
    return _dial(naming.title(contest), unit, source, found, fact.value)


def _part(one: Candidacy, contest: Contest, before: Baseline) -> Part:
    now = arithmetic.share(one.votes, contest.valid_votes)
    then = arithmetic.share_before(one.party, before)
    assert now is not None
    assert then is not None
    return Part(one.party, then, now)


def _of_area(catalogue: Catalogue, of: SwingOf) -> Swingometer | None:
    """As far as it is declared, which the unit says."""
    counted = scope(catalogue, of.day, of.areas)
    parties = [catalogue.parties.by_id[one] for one in of.parties]
    found = swung.between(counted, *parties) if counted.results else None
    before = counted.compared_with
    if found is None or before is None:
        return None
    notional = " (notional where boundaries changed)" if counted.notional else ""
    unit = f"Swing in points since {figures.month(before)}{notional}"
    if counted.partial:
        unit += f", {len(counted.results)} of {counted.seats} seats"
    sources = (one.contest.source for one in counted.results)
    source = source_line(catalogue, sources, compared=True)
    return _dial(wording.capital(counted.title), unit, source, found, found.told)


def _dial(title: str, unit: str, source: str, found: Swung, text: str) -> Swingometer:
    """Parties always stand in the order of their names, wherever the swing went."""
    left, right = sorted((found.gainer, found.loser), key=lambda one: one.party.name)
    sentences = [
        f"Swingometer: {title}.",
        f"{text}.",
        f"{unit}.",
        *(_told(one) for one in (left, right)),
    ]
    return Swingometer(
        face(title, unit, source, sentences),
        ink(left.party),
        ink(right.party),
        found.size if right is found.gainer else -found.size,
        text,
        _shares(left),
        _shares(right),
    )


def _shares(one: Part) -> tuple[str, str]:
    return figures.percent(one.before), figures.percent(one.now)


def _told(one: Part) -> str:
    before, now = _shares(one)
    return f"{one.party.name} ({one.party.short}): {before} before, {now} now."
