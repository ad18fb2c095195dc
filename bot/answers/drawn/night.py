"""The picture of the night board: the House above the map."""

from datetime import date

from bot.answers.drawn import hexmap, house
from bot.answers.drawn.faces import face
from bot.answers.drawn.roll import first_declared
from bot.answers.live.night import night
from bot.answers.national.scope import Scope, scope
from bot.catalogue.catalogue import Catalogue
from bot.declarations.newsroom import Newsroom
from bot.pictures.charts import Board


def board(catalogue: Catalogue, polled_on: date, newsroom: Newsroom | None = None) -> Board:
    """Of a general election's polling day, also before anything is declared.

    With the newsroom a past night that is replayed is shown as it is declared again.
    """
    now = _so_far(catalogue, polled_on, newsroom)
    chamber = house.of_scope(catalogue, now)
    return Board(
        face(
            chamber.face.title,
            chamber.face.unit,
            chamber.face.source,
            [
                *house.sentences(now, chamber.benches, chamber.before),
                *first_declared(now.results, now.seats),
                "Below it a map of the seats.",
            ],
        ),
        chamber,
        hexmap.winners(catalogue, polled_on, now.results),
    )


def _so_far(catalogue: Catalogue, polled_on: date, newsroom: Newsroom | None) -> Scope:
    if newsroom is None:
        return scope(catalogue, polled_on)
    now = night(catalogue, newsroom, polled_on)
    return Scope(polled_on, (), now.count, now.seats)
