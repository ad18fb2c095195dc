"""The figures of a party at one election, one below the other."""

from bot.answers import figures, wording
from bot.answers.national.showing import Showing
from bot.answers.reply import Fact


def facts(of: Showing) -> tuple[Fact, ...]:
    own = of.tally
    told = [Fact("Seats", f"{own.seats} of {len(of.scope.results)}")]
    if of.party.comparable and of.scope.compared_with:
        moved = f"{wording.signed(own.net)} (gained {own.gained}, lost {own.lost})"
        told.append(Fact("Net change", moved))
    told += _seats_before(of)
    told.append(Fact("Votes", figures.count(own.votes)))
    told += [Fact("Share", _share(of))] if of.share is not None else []
    return (
        *told,
        Fact("Candidates", figures.count(own.candidates)),
        Fact("Second places", figures.count(own.seconds)),
        Fact("Lost deposits", figures.count(own.lost_deposits)),
    )


def _seats_before(of: Showing) -> list[Fact]:
    """What makes the seats with the net change; beside a notional number those really won."""
    day, seats = of.scope.compared_with, of.seats_before
    if day is None or seats is None or of.scope.partial:
        return []
    if not of.scope.notional:
        return [Fact(f"Seats in {day.year}", str(seats))]
    really = of.earlier.seats if of.earlier else seats
    won = f" ({really} were won, on the old boundaries)" if really != seats else ""
    return [Fact(f"Notional seats in {day.year}", f"{seats}{won}")]


def _share(of: Showing) -> str:
    share = figures.percent(of.share) if of.share is not None else ""
    return share if of.change is None else f"{share} ({figures.change(of.change)})"
