"""Hold or gain, and from whom."""

from dataclasses import dataclass

from bot.elections.contest import Baseline, Candidacy
from bot.elections.party import Party, PartyKind


@dataclass(frozen=True, slots=True)
class Outcome:
    """A hold where `gained_from` is None. `known` is false where nobody held the seat before."""

    winner: Party
    gained_from: Party | None
    known: bool = True


def outcome(winner: Candidacy, before: Baseline | None) -> Outcome:
    """Whether the winner's party held the seat after the general election before.

    That, not a by-election in between, is what broadcasters and the House of Commons Library
    compare with. An independent holds a seat only if it was the same person's: two independents
    are not one party.
    """
    if before is None:
        return Outcome(winner.party, None, known=False)
    if winner.party != before.held_by:
        return Outcome(winner.party, before.held_by)
    # A notional result knows the party that would have held the seat, but no person.
    another = before.winner is not None and before.winner.id != winner.person.id
    if winner.party.kind is PartyKind.INDEPENDENT and another:
        return Outcome(winner.party, before.held_by)
    return Outcome(winner.party, None)
