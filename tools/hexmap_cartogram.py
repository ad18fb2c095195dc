"""A map on which every seat is as large as any other, for tools/hexmap.py.

By diffusion: land flows from where seats are dense to where they are sparse until all is even, and
carries the seats along (M. T. Gastner, M. E. J. Newman, PNAS 101 (2004), 7499).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from hexmap_seats import Point
from numpy.typing import NDArray
from scipy import fft, ndimage
from scipy.spatial import KDTree

from bot.elections.hexagon import ROW_PITCH

Array = NDArray[np.float64]

PIXEL = 3.0  # kilometres
MARGIN = 250.0  # kilometres of sea around the outermost seats
# A seat's land reaches so far, measured by how far off its five nearest are.
REACH, SHORTEST, LONGEST = 1.0, 12.0, 75.0
NEAREST = 5
LARGEST_STEP = 1.0  # pixels
# The land is drawn a little stouter than it is, so that all of it fits on a screen.
STOUTER = 1.14


@dataclass(frozen=True, slots=True)
class Raster:
    """`density` in seats a pixel, with the corner of the first pixel in kilometres."""

    density: Array
    corner: Array
    pixels_a_seat: float


def cartogram(seats: Sequence[Point], water: Sequence[Point]) -> tuple[list[Point], list[Point]]:
    """Where seats and water come to lie, in widths of a hexagon."""
    points = np.array([*seats, *water], dtype=np.float64)
    raster = _raster(points, len(seats))
    moved = _flow((points - raster.corner) / PIXEL - 0.5, raster.density)
    width = math.sqrt(raster.pixels_a_seat / ROW_PITCH)
    scaled = moved / width * np.array([STOUTER, 1 / STOUTER])
    # Rounded, so that a processor that reckons a little otherwise makes the same map.
    found = [(round(float(x), 3), round(float(y), 3)) for x, y in scaled]
    return found[: len(seats)], found[len(seats) :]


def _raster(points: Array, seats: int) -> Raster:
    corner = points.min(axis=0) - MARGIN
    across, down = ((points.max(axis=0) + MARGIN - corner) / PIXEL).astype(int) + 1
    columns, rows = np.meshgrid(np.arange(across), np.arange(down), indexing="ij")
    middles = (np.stack([columns, rows], axis=-1).reshape(-1, 2) + 0.5) * PIXEL + corner
    distance, nearest = map(np.asarray, KDTree(points).query(middles))
    land = (nearest < seats) & (distance < _reach(points, seats)[nearest])
    area = np.maximum(np.bincount(nearest[land], minlength=len(points)), 1)
    pixels_a_seat = float(land.sum()) / seats
    # The sea is as dense as the land is on average, so that it neither swells nor shrinks.
    density = np.full(len(middles), 1 / pixels_a_seat)
    density[land] = 1 / area[nearest[land]]
    smooth = ndimage.gaussian_filter(density.reshape(across, down), 1.0)
    return Raster(smooth, corner, pixels_a_seat)


def _reach(points: Array, seats: int) -> Array:
    """How far each seat's land goes at most; a point in the water has none."""
    tree = KDTree(points[:seats])
    distance = np.asarray(tree.query(points[:seats], k=NEAREST + 1)[0])
    reach = np.zeros(len(points))
    reach[:seats] = np.clip(distance[:, 1:].mean(axis=1) * REACH, SHORTEST, LONGEST)
    return reach


def _flow(points: Array, density: Array) -> Array:
    spectrum = fft.dctn(density, norm="ortho")
    across, down = density.shape
    decay = (np.pi * np.arange(across) / across)[:, None] ** 2
    decay = decay + (np.pi * np.arange(down) / down)[None, :] ** 2

    def velocity(moment: float, where: Array) -> Array:
        then = fft.idctn(spectrum * np.exp(-decay * moment), norm="ortho")
        here = _sample(then, where)
        slopes = np.gradient(then)
        return np.stack([-_sample(slope, where) / here for slope in slopes], axis=1)

    moment, step, end = 0.0, 0.01, (max(across, down) / 4) ** 2
    while moment < end:
        now = velocity(moment, points)
        step = min(step * 1.3, LARGEST_STEP / float(np.abs(now).max()))
        half_way = points + now * step / 2
        points = points + velocity(moment + step / 2, half_way) * step
        moment += step
    return points


def _sample(field: Array, where: Array) -> Array:
    found: Array = ndimage.map_coordinates(field, where.T, order=1, mode="nearest")
    return found
