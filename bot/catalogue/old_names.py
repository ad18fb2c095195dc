"""One constituency under the names of a century: "North Down", "Down North", "Down, North"."""

import re

from bot.text import fold

# Divisions of counties and boroughs were listed under these until 1945 and 1979.
_HEADINGS = (
    "bedfordshire; berkshire; bermondsey; buckinghamshire; camberwell; carmarthenshire; cheshire; "
    "cornwall; cumberland; denbighshire; derbyshire; devon; devonshire; dorset; durham; essex; "
    "glamorganshire; gloucestershire; hampshire; herefordshire; hertfordshire; kent; lambeth; "
    "lanarkshire; lancashire; leicestershire; lincolnshire parts of lindsey; "
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
