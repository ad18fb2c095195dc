"""The seats to lay out, and the water between them, for tools/hexmap.py."""

import csv
import math
from dataclasses import dataclass
from pathlib import Path

from bot.elections.hexagon import ISLANDS

DATA = Path(__file__).parents[1] / "data"
KILOMETRES_A_DEGREE = 111.3
# The meridian that stays straight; it runs through the middle of Great Britain.
MIDDLE = -2.5
# Orkney, since the middle of Orkney and Shetland lies in the sea, far to the north.
DRAWN_AT = {"S14000051": (58.95, -3.2)}
GREAT_BRITAIN, IRELAND = "Great Britain", "Ireland"
# Points in the water, as latitude and longitude, without which two shores would grow together.
WATER = (
    # Pentland Firth, Moray Firth, the Firths of Forth and Tay
    *((58.9, -3.6), (58.75, -2.3), (58.2, -2.6), (57.95, -3.3), (57.85, -2.6), (58.3, -1.6)),
    *((56.15, -2.6), (56.35, -2.3)),
    # The Minch, the North Channel, the Irish Sea, Solway Firth, Morecambe Bay
    *((58.35, -5.9), (57.9, -6.2), (57.4, -6.9), (55.6, -6.1), (55.3, -5.6), (54.95, -5.4)),
    *((54.5, -5.2), (54.1, -5.1), (53.8, -5.2), (54.75, -3.75), (54.6, -4.1), (54.3, -4.2)),
    *((54.15, -3.6), (54.05, -3.25), (53.75, -3.6), (53.6, -4.0)),
    # Cardigan Bay, the Bristol Channel
    *((52.6, -4.6), (52.35, -4.6), (52.3, -5.0), (52.6, -5.0), (52.1, -5.4)),
    *((51.35, -3.35), (51.3, -3.9), (51.35, -4.4), (51.25, -4.9), (51.0, -4.8)),
    # Humber, the Wash, the Thames estuary
    *((53.6, 0.25), (53.0, 0.35), (53.1, 0.7), (51.5, 0.95), (51.5, 1.3), (51.65, 1.4)),
    # The Solent, Lyme Bay, the Channel off Devon and Cornwall
    *((50.76, -1.25), (50.72, -1.55), (50.72, -0.95), (50.45, -3.2), (50.5, -2.8), (50.55, -2.5)),
    *((50.15, -3.95), (50.1, -4.5)),
)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Seat:
    """`point` is its middle in kilometres, x to the east and y to the south."""

    code: str
    name: str
    region: str
    country: str
    landmass: str
    point: Point

    @property
    def part(self) -> tuple[str, str]:
        """What has to hold together: a region, or an island of it."""
        return self.region, self.landmass


def seats_on(boundaries: str) -> list[Seat]:
    """The 650 seats of "2010" or "2024", by code."""
    with (DATA / "constituency.csv").open(encoding="utf-8", newline="") as handle:
        rows = [
            row
            for row in csv.DictReader(handle)
            if row["first_boundaries"] <= boundaries <= row["last_boundaries"]
        ]
    return sorted(map(_seat, rows), key=lambda seat: seat.code)


def _seat(row: dict[str, str]) -> Seat:
    code, region = row["code"], row["region"]
    middle = DRAWN_AT.get(code, (float(row["latitude"]), float(row["longitude"])))
    mainland = IRELAND if region == "Northern Ireland" else GREAT_BRITAIN
    landmass = ISLANDS.get(code, mainland)
    return Seat(code, row["name"], region, row["country"], landmass, flat(*middle))


def flat(latitude: float, longitude: float) -> Point:
    """As a sinusoidal map has it: areas stay true."""
    across = (longitude - MIDDLE) * math.cos(math.radians(latitude))
    return across * KILOMETRES_A_DEGREE, -latitude * KILOMETRES_A_DEGREE


def water() -> list[Point]:
    return [flat(*one) for one in WATER]


def shares() -> dict[str, dict[str, float]]:
    """How much of each old seat's people went to which new one."""
    found: dict[str, dict[str, float]] = {}
    with (DATA / "succession.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            found.setdefault(row["old_code"], {})[row["new_code"]] = float(row["share_of_old"])
    return found
