"""A place that shares its name with a seat is asked about for the sake of the seat."""

from bot.names.finding import Kind
from bot.names.ranking import is_obscure, order
from bot.names.scoring import Fit
from bot.text import fold

# A slip costs a seat and a place alike.
_AS_LIKELY = 0.02
# "Richmond" was a short form of a seat in Yorkshire; today it may be any of three.
_ABOLISHED_ALIAS = 4.0


def seats_first(fits: list[Fit]) -> list[Fit]:
    """The fits in order, each seat once, and the seats that begin with a place's name before it."""
    return _promote_seats(_without_namesakes(_demote_old_aliases(fits)))


def _demote_old_aliases(fits: list[Fit]) -> list[Fit]:
    """An abolished seat is fully named only by its own name, not by a shorter form of it."""
    return [
        fit._replace(said=min(fit.said, 0.9), score=fit.score - _ABOLISHED_ALIAS)
        if _is_abolished(fit) and not fit.name.known.official
        else fit
        for fit in fits
    ]


def _without_namesakes(fits: list[Fit]) -> list[Fit]:
    """Of a seat and the abolished one of its name only the seat, with the better score."""
    current = {_words(fit): fit for fit in fits if _is_seat(fit) and not _is_abolished(fit)}
    kept = []
    for fit in fits:
        namesake = current.get(_words(fit)) if _is_abolished(fit) else None
        if namesake is None:
            kept.append(fit)
        elif fit.score > namesake.score:
            better = namesake._replace(score=fit.score, said=fit.said, likeness=fit.likeness)
            kept = [better if one is namesake else one for one in kept]
            current[_words(fit)] = better
    return order(kept)


def _promote_seats(fits: list[Fit]) -> list[Fit]:
    """Seats that a place's name is part of come before the place.

    A place that lies in one of them is no other answer; one that lies elsewhere stays a rival,
    unless it is a village.
    """
    if not fits or not _is_place(fits[0]):
        return _without_agreeing_places(fits)
    best = fits[0]
    seats = [
        fit
        for fit in fits
        if _is_seat(fit) and not _is_abolished(fit) and fit.likeness >= best.likeness - _AS_LIKELY
    ]
    if not seats:
        return fits
    raised = [fit._replace(score=max(fit.score, best.score)) for fit in seats]
    codes = {fit.name.known.id for fit in seats}
    others = [
        fit
        for fit in fits
        if fit not in seats
        and not (_is_place(fit) and (fit.name.known.seat in codes or is_obscure(fit)))
    ]
    return [*raised, *others]


def _without_agreeing_places(fits: list[Fit]) -> list[Fit]:
    """Without the places that lie in the seat which is the best answer anyway."""
    if not fits or not _is_seat(fits[0]):
        return fits
    code = fits[0].name.known.id
    return [fit for fit in fits if fit.name.known.seat != code]


def _is_seat(fit: Fit) -> bool:
    return fit.name.known.kind == Kind.CONSTITUENCY


def _is_abolished(fit: Fit) -> bool:
    return _is_seat(fit) and not fit.name.known.renown


def _is_place(fit: Fit) -> bool:
    return fit.name.known.kind == Kind.PLACE


def _words(fit: Fit) -> str:
    return fold(fit.name.called)
