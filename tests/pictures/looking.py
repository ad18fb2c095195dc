"""What is wrong with a drawing, as somebody who looks at it would say."""

from bot.pictures.canvas import Drawing, Label
from bot.pictures.theme import LEAST_FOR_TEXT, contrast

_ONE_LINE = 2  # units by which sizes of letters may differ


def faults(drawing: Drawing) -> list[str]:
    """Words that overlap, leave the frame or cannot be read on their ground."""
    return [*_overlaps(drawing), *_outside(drawing), *_faded(drawing)]


def words(drawing: Drawing) -> list[str]:
    return [label.text for label in drawing.labels]


def _overlaps(drawing: Drawing) -> list[str]:
    found = []
    by_top = sorted(drawing.labels, key=lambda label: label.top)
    for place, upper in enumerate(by_top):
        for lower in by_top[place + 1 :]:
            if lower.top >= upper.bottom:
                break
            if upper.overlaps(lower):
                found.append(f"“{upper.text}” and “{lower.text}” overlap")
    return found


def _outside(drawing: Drawing) -> list[str]:
    return [
        f"“{label.text}” leaves the frame" for label in drawing.labels if _is_out(label, drawing)
    ]


def _is_out(label: Label, drawing: Drawing) -> bool:
    beside = label.left < 0 or label.right > drawing.width
    return beside or label.top < 0 or label.bottom > drawing.height


def _faded(drawing: Drawing) -> list[str]:
    return [
        f"“{label.text}” in {label.fill} on {label.on}"
        for label in drawing.labels
        if contrast(label.fill, label.on) < LEAST_FOR_TEXT
    ]


def rows(drawing: Drawing) -> list[list[str]]:
    """The words that stand on one line, from the top, each from the left."""
    lines: list[list[Label]] = []
    for label in sorted(drawing.labels, key=lambda label: label.bottom):
        if not lines or label.bottom - lines[-1][0].bottom > _ONE_LINE:
            lines.append([])
        lines[-1].append(label)
    return [[one.text for one in sorted(line, key=lambda one: one.left)] for line in lines]
