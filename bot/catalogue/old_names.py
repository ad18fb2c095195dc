"""One constituency under the names of a century: "North Down", "Down North", "Down, North"."""

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.text import fold

# Divisions of counties and boroughs were listed under these until 1945 and 1979.
_HEADINGS = (
    "bedfordshire; berkshire; bermondsey; buckinghamshire; camberwell; carmarthenshire; cheshire; "
    "cornwall; cumberland; denbighshire; derbyshire; devon; devonshire; dorset; durham; essex; "
    "glamorganshire; gloucestershire; hampshire; herefordshire; hertfordshire; kent; lambeth; "
    "lanarkshire; lancashire; leicestershire; lincolnshire parts of lindsey; "
    "lincnolshire parts of lindsey; "
    "lincolnshire parts of kesteven and rutlandshire; middlesex; monmouthshire; norfolk; "
    "northamptonshire and the soke of peterborough; northumberland; "
    "nottinghamshire; oxfordshire; rochester; shropshire; somerset; somersetshire; "
    "staffordshire; suffolk; suffolk east; suffolk west; surrey; sussex east; sussex west; "
    "wandsworth; "
    "warwickshire; wiltshire; worcestershire; yorkshire east riding; yorkshire north riding; "
    "yorkshire west riding; ayrshire and bute; "
    "inverness shire and ross and cromarty"
).split("; ")
_SAYS_NOTHING = {"and", "the", "of", "in"}
# What some of the years call points of the compass and counties, and the source's own slips.
_OTHERWISE = {
    "northern": "north",
    "southern": "south",
    "eastern": "east",
    "western": "west",
    "aukland": "auckland",
    "bethnall": "bethnal",
    "borders": "border",
    "breconshire": "brecon",
    "bridgewater": "bridgwater",
    "brownhill": "brownhills",
    "debry": "derby",
    "hartlepools": "hartlepool",
    "lonsdale": "lunesdale",
    "montgomery": "montgomeryshire",
    "radnor": "radnorshire",
    "waldon": "walden",
    "zetland": "shetland",
}
_COMPASS = {"north", "south", "east", "west", "mid", "central"}
_WORD_AND_SIGN = re.compile(r"[^ -]+[ -]*")
_SMALL = {"and", "in", "le", "of", "on", "the", "under", "upon", "with"}


@dataclass(frozen=True, slots=True)
class OldConstituency:
    """One that was contested from 1918 to 2005, as it was called last.

    `first` and `last` are the general elections that begin and end its results.
    """

    name: str
    region: str
    first: date
    last: date


def old_constituencies(connection: sqlite3.Connection, name: str) -> tuple[OldConstituency, ...]:
    """Those of just that name, whatever the order of its words; two where two had it at once."""
    if set(_words(fold(name)).split()) <= _COMPASS:
        return ()
    found = [
        sorted(rows, key=lambda row: str(row["polled_on"]))
        for rows in apart(named(connection, "historic_contest", [name]))
    ]
    return tuple(
        OldConstituency(
            written(rows[-1]["constituency"]),
            rows[-1]["region"],
            date.fromisoformat(rows[0]["polled_on"]),
            date.fromisoformat(rows[-1]["polled_on"]),
        )
        for rows in found
    )


def named(connection: sqlite3.Connection, table: str, names: Sequence[str]) -> list[sqlite3.Row]:
    """Rows of one of the two tables whose constituency is a form of one of the names."""
    wanted = frozenset[str]().union(*map(forms, names))
    words = sorted({f"%{word}%" for name in names for word in telling(name)})
    if not any(wanted) or not words:
        return []
    likely = connection.execute(
        f"SELECT DISTINCT constituency FROM {table} "  # noqa: S608 (one of two tables)
        f"WHERE {' OR '.join(['constituency LIKE ?'] * len(words))}",
        words,
    )
    found = [name for (name,) in likely if not forms(name).isdisjoint(wanted)]
    return connection.execute(
        f"SELECT * FROM {table} "  # noqa: S608
        f"WHERE constituency IN ({', '.join('?' * len(found))})",
        found,
    ).fetchall()


def apart(rows: list[sqlite3.Row]) -> list[list[sqlite3.Row]]:
    """One list a constituency: Richmond of London and of Yorkshire were two for 27 years."""
    days = [row["polled_on"] for row in rows]
    if len(set(days)) == len(days):
        return [rows] if rows else []
    regions = dict.fromkeys(row["region"] for row in rows)
    return [[row for row in rows if row["region"] == region] for region in regions]


def with_words(connection: sqlite3.Connection, name: str, day: date) -> list[str]:
    """The constituencies of a general election whose names have all the words, and more."""
    words = set(_words(fold(name)).split())
    if not words - _COMPASS:
        return []
    spellings = telling(name)
    likes = " OR ".join(["constituency LIKE ?"] * len(spellings))
    # There is an index of elections, of which 1974 had two.
    rows = connection.execute(
        "SELECT constituency FROM historic_contest WHERE election IN (?, ? || 'F', ? || 'O') "  # noqa: S608
        f"AND polled_on = ? AND ({likes}) ORDER BY constituency",
        (*[str(day.year)] * 3, day.isoformat(), *(f"%{one}%" for one in spellings)),
    )
    return [
        written(one)
        for (one,) in rows
        if words < set(_words(fold(one)).split()) and forms(one).isdisjoint(forms(name))
    ]


def written(name: str) -> str:
    """The source begins every word with a capital, and some names have a sign for "and"."""
    first, *others = _WORD_AND_SIGN.findall(name.replace("&", "and").replace("'S", "'s"))
    small = [word.lower() if word.strip(" -").lower() in _SMALL else word for word in others]
    return "".join([first, *small]).strip()


def forms(name: str) -> frozenset[str]:
    """What two names of one constituency have in common: the words, whatever their order.

    A second form leaves out the county before a division, unless that is all that names it.
    """
    folded = fold(name)
    shorter = {
        words
        for heading in _HEADINGS
        if folded.startswith(f"{heading} ")
        for words in [_words(folded.removeprefix(heading))]
        if not set(words.split()) <= _COMPASS
    }
    return frozenset({_words(folded), *shorter})


def _words(folded: str) -> str:
    told = [word for word in folded.split() if word not in _SAYS_NOTHING]
    return " ".join(sorted(_OTHERWISE.get(word, word) for word in told))


def telling(name: str) -> list[str]:
    """The longest run of plain letters that every form of the name holds, in all its spellings.

    Empty letters where there is none: every name holds those.
    """
    shortest = set(min(forms(name), key=len).split()) - _COMPASS
    longest = max(shortest.intersection(re.findall("[a-z]+", name.lower())), key=len, default="")
    return [longest, *(word for word, usual in _OTHERWISE.items() if usual == longest)]
