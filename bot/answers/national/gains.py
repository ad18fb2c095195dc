"""Which party gained how many seats from which, and how many changed hands."""

from bot.answers import wording
from bot.answers.national import caveats, progress, seat_columns
from bot.answers.national.scope import Scope
from bot.answers.reply import Choice, Column, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.elections.party import Party
from bot.elections.tally import Flow
from bot.questions.question import Question

_MOST_SAID = 3
_MOST_CHOICES = 5


def answer(catalogue: Catalogue, asked: Question, scope: Scope) -> Reply:
    """`asked.parties` narrows it to what that party gained and lost."""
    party = catalogue.parties.get(asked.parties[0]) if asked.parties else None
    flows = [one for one in scope.count.gains if _concerns(one, party)]
    listed = flows[: seat_columns.BRIEF] if asked.yes_or_no else flows
    about = f"Seats gained and lost by {wording.whole(party)}" if party else "Gains and losses"
    sentence = _sentence(flows, scope, party)
    reply = Reply(
        kind=ReplyKind.ELECTION,
        title=f"{about} · {scope.title}",
        headline=f"{'Yes' if flows else 'No'}: {sentence}" if asked.yes_or_no else sentence,
        listing=_listing(listed, scope, party) if flows else None,
        notes=(
            *seat_columns.cut(len(listed), len(flows)),
            *caveats.against(scope),
            *caveats.of_speakers(scope.results),
        ),
        choices=tuple(
            Choice("party", one.id, one.name)
            for one in list(dict.fromkeys(flow.gainer for flow in flows))[:_MOST_CHOICES]
        ),
        colour=party.colour if party else None,
    )
    return progress.completed(catalogue, asked, [scope], reply)


def _concerns(flow: Flow, party: Party | None) -> bool:
    return party is None or party.id in (flow.gainer.id, flow.loser.id)


def _sentence(flows: list[Flow], scope: Scope, party: Party | None) -> str:
    moved = sum(one.seats for one in flows)
    so_far = " so far" if scope.partial else ""
    if party is not None:
        gained = sum(one.seats for one in flows if one.gainer.id == party.id)
        lost = sum(one.seats for one in flows if one.loser.id == party.id)
        name = wording.capital(wording.whole(party))
        return f"{name} gained {wording.seats(gained)} and lost {lost} {scope.at}{so_far}."
    hands = f"{moved:,} of {len(scope.results):,} seats changed hands {scope.at}{so_far}"
    most = [
        f"{wording.whole(one.gainer)} gained {one.seats} from {wording.whole(one.loser)}"
        for one in flows[:_MOST_SAID]
    ]
    return f"{hands}: {wording.listed(most)}." if len(flows) <= _MOST_SAID else _more(hands, most)


def _more(hands: str, most: list[str]) -> str:
    return f"{hands}. Most: {'; '.join(most)}."


def _listing(flows: list[Flow], scope: Scope, party: Party | None) -> Listing:
    return Listing(
        wording.file_name(party.id if party else "", "gains", *scope.areas, str(scope.day.year)),
        (Column("Gained by"), Column("From"), Column("Seats", Unit.COUNT)),
        tuple((one.gainer.name, one.loser.name, one.seats) for one in flows),
    )
