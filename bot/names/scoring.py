"""How well what was typed fits one name."""

from typing import NamedTuple

from bot.names.index import IndexedName, NameIndex
from bot.names.typed import TypedWord

FULL = 0.97  # of a name's words, by weight, said
EXACT = 0.985  # likeness that leaves no doubt about the spelling
_INITIAL = 0.8
# So "uxbridge" still finds Uxbridge and South Ruislip, but after whatever is called Uxbridge.
_INCOMPLETE = 12.0  # points for a name of which next to nothing was said
# Press agencies write "Devon Central"; order only decides between names that fit alike.
_DISORDER = 0.6
# "Boris" is one man, "David" hundreds.
_GIVEN_ALONE = 10.0
_GIVEN_ALONE_IN_PART = 30.0
_NEARLY_TYPED = 0.75  # of a word's letters
INITIAL_SAYS = 0.85  # of a name, where a letter stands for a word
SURNAME_SAYS = 0.75  # of a person's name, when the given name is left out


class Fit(NamedTuple):
    """`likeness` is how much of what was typed is explained, `said` how much of the name was.

    Both run from 0 to 1; `score` from 0 to 100 takes both together. `unfinished` says that a word
    was left half typed, `nicknamed` that a given name was only equivalent.
    """

    name: IndexedName
    likeness: float
    said: float
    score: float
    unfinished: bool = False
    nicknamed: bool = False

    @property
    def is_full(self) -> bool:
        return self.said >= FULL and self.likeness >= EXACT


def fit(typed: list[TypedWord], name: IndexedName, index: NameIndex) -> Fit:
    """Each typed word goes to the free word of the name that it is most like."""
    free = list(range(len(name.words)))
    explained = weight = said = 0.0
    places: list[int] = []
    unfinished = False
    initial = nicknamed = False
    for word in typed:
        word_weight = word.weight_in_person if name.is_person else word.weight
        weight += word_weight
        place, likeness = _best(word, name, free, index)
        if place is not None:
            free.remove(place)
            initial = initial or likeness == _INITIAL
            nicknamed = nicknamed or likeness == word.given.get(name.words[place])
            places.append(place)
            explained += word_weight * likeness
            typed_share = _share_typed(word, name.words[place], index)
            unfinished = unfinished or typed_share < 1.0
            said += name.weights[place] * (1.0 if name.is_person else typed_share)
    likeness = explained / weight if weight else 0.0
    # An initial leaves open which of several people of that surname is meant.
    share = _share(said / name.total, places, name)
    if initial:
        share = min(share, INITIAL_SAYS)
    score = 100 * likeness - _INCOMPLETE * (1 - share)
    score -= _DISORDER * (places != sorted(places))
    if name.is_person and places and not any(place >= name.family_from for place in places):
        score -= _GIVEN_ALONE if likeness >= EXACT else _GIVEN_ALONE_IN_PART
    return Fit(name, likeness, share, score, unfinished, nicknamed)


def _best(
    word: TypedWord, name: IndexedName, free: list[int], index: NameIndex
) -> tuple[int | None, float]:
    best, best_likeness = None, 0.0
    for place in free:
        likeness = word.readings.get(name.words[place], 0.0)
        if likeness < 1.0 and (word.given or word.initial):
            likeness = max(likeness, _other_likeness(word, place, name, index))
        if likeness > best_likeness:
            best, best_likeness = place, likeness
    return best, best_likeness


def _other_likeness(word: TypedWord, place: int, name: IndexedName, index: NameIndex) -> float:
    """A nickname or initial of a given name, or the first letter of a word not typed further."""
    is_given = name.is_person and place < name.family_from
    if word.initial and (is_given or (word.last and not name.is_person)):
        starts = index.lexicon.words[name.words[place]].startswith(word.initial)
        return _INITIAL if starts else 0.0
    return word.given.get(name.words[place], 0.0) if is_given else 0.0


def _share_typed(word: TypedWord, number: int, index: NameIndex) -> float:
    """How much of a word was typed; one that lacks its last letters counts as whole."""
    if word.readings.get(number) == 1.0:
        return 1.0
    whole = index.lexicon.words[number]
    if not whole.startswith(word.text):
        return 1.0
    share = len(word.text) / len(whole)
    return share if share < _NEARLY_TYPED else 1.0


def _share(share: float, places: list[int], name: IndexedName) -> float:
    """A surname alone is what people usually say of a person."""
    if not name.is_person or not places:
        return share
    family = range(name.family_from, len(name.words))
    if all(place in places for place in family) and all(place in family for place in places):
        return max(share, SURNAME_SAYS)
    if all(place in places for place in family) and 0 in places:
        return max(share, 1.0)
    return share
