"""What a seat is today, and what a new one was made of."""

from bot.catalogue.catalogue import Catalogue
from bot.elections.constituency import Constituency

_ALL = 0.995


def of_today(catalogue: Catalogue, seat: Constituency) -> Constituency:
    """Its namesake on today's boundaries, or else where most of its people are now."""
    if not seat.abolished:
        return seat
    return catalogue.seats.namesake(seat) or catalogue.seats.successors(seat.code)[0].new


def became(catalogue: Catalogue, seat: Constituency) -> str:
    """ "Morley and Outwood was abolished in 2024, with 65% of its people in …"; nothing of a seat
    that is there by its name."""
    if not seat.abolished or catalogue.seats.namesake(seat):
        return ""
    main = catalogue.seats.successors(seat.code)[0]
    people = _people(main.share_of_old)
    return f"{seat.name} was abolished in 2024, with {people} of its people now in {main.new.name}"


def was(catalogue: Catalogue, seat: Constituency) -> tuple[str, Constituency] | None:
    """Where most people of a seat that was new in 2024 were before, in words; None of others."""
    found = catalogue.seats.predecessors(seat.code)
    if seat.abolished or seat.since is not seat.boundaries or not found:
        return None
    main = found[0]
    made_of = f"{_people(main.share_of_new)} of its people from {main.old.name}"
    return f"{seat.name} was new in 2024, with {made_of}", main.old


def _people(share: float) -> str:
    return "all" if share >= _ALL else f"{share:.0%}"
