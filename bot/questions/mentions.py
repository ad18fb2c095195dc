"""The names in a question: who, where, which party and which part of the country."""

import re
from dataclasses import dataclass, field

from bot.catalogue.catalogue import Catalogue
from bot.names.finding import Kind, Match
from bot.names.matcher import NAME
from bot.names.room import NamesRoom
from bot.names.words import words_of
from bot.questions.exact import ExactNames
from bot.questions.named import HINT, LABEL_OF, SEAT, UNCLEAR, UNKNOWN, Named, labelled
from bot.questions.question import Unclear
from bot.questions.runs import Runs
from bot.questions.spelling import Speller
from bot.questions.vocabulary import EVERYDAY, SLIPS, WORDS, is_number
from bot.questions.when import BY_ELECTION, BY_ELECTIONS, ELECTION, PLACEHOLDER, SPAN

_LABELS = {ELECTION: "WHEN", SPAN: "SPAN", BY_ELECTION: "BYELECTION", BY_ELECTIONS: "BYELECTIONS"}
# May stand inside a name: Cities of London and Westminster, Stoke-on-Trent.
_BRIDGES = frozenset(
    "and of the in on upon under le with by for at to a y high old new great".split()
)
# Begin a name where another word of it follows: Old Bexley, High Peak.
_BEGINNINGS = frozenset("old new high great".split())
_WIDEST_BRIDGE = 3  # words between two parts of one name: "upon the", "and the"
_REFERENCE = re.compile(r"\[(constituency|person|party|place):([^\]\s]+)\]")
_WORD_OR_REFERENCE = re.compile(r"\[[^\]\s]*\]|(?<!['’])\b[A-Za-z]{4,}\b(?!['’])")
_REFERENCE_WORD = f"{PLACEHOLDER}r"


@dataclass(slots=True)
class Mentions:
    """`skeleton` is the question with a label for each name.

    `said` are the words that named a seat, `near` the other seats that they may name. `unknown` are
    words that are neither a name nor part of a question.
    """

    skeleton: str = ""
    said: list[str] = field(default_factory=list)
    seats: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    areas: list[tuple[str, ...]] = field(default_factory=list)
    near: list[tuple[Match, ...]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def settle(self, match: Match) -> None:
        """What was unclear is clear now."""
        kept = self.persons if match.kind is Kind.PERSON else self.seats
        kept.append(match.id)
        self.unclear.clear()
        self.skeleton = self.skeleton.replace(UNCLEAR, LABEL_OF[match.kind])


class MentionFinder:
    """Reads nothing but names; what is asked of them is the rules' to say."""

    def __init__(self, catalogue: Catalogue, names: NamesRoom) -> None:
        self._catalogue = catalogue
        self._exact = ExactNames(catalogue, names)
        self._runs = Runs(catalogue, names)
        self._speller = Speller(names, self._exact.words)

    def find(self, text: str) -> Mentions:
        """The names in a text whose times are placeholders already."""
        text, references = self._references(text.replace("%", " percent "))
        words = [self._speller.corrected(word) for word in words_of(text)]
        exact = self._exact.find(words)
        hints = [one for one in exact if one.label == HINT]
        named = [one for one in exact if one.label != HINT] + references_in(words, references)
        taken = {place for one in named for place in range(one.start, one.end)}
        hinted = {place for one in hints for place in range(one.start, one.end)}
        content = [
            place
            for place in range(len(words))
            if place in hinted or (place not in taken and _names_something(words, place))
        ]
        for run in _runs(words, content, taken):
            named += self._runs.resolve(words, run, hints)
        named += [
            Named(place, place + 1, "")
            for place, word in enumerate(words)
            if word in EVERYDAY and place not in taken and place not in hinted
            if not any(one.start <= place < one.end for one in named)
        ]
        return self._gathered(words, named)

    def respelled(self, text: str) -> str:
        """The text with the slips put right that are none in a name."""
        return _WORD_OR_REFERENCE.sub(
            lambda found: found[0] if found[0][0] == "[" else self._put_right(found[0]), text
        )

    def _put_right(self, word: str) -> str:
        right = self._speller.corrected(word.lower())
        return word if right == word.lower() else right

    def without_names(self, text: str) -> str:
        """The folded words as they were typed, less the whole names of people and places."""
        words = [SLIPS.get(word, word) for word in words_of(_REFERENCE.sub(" ", text))]
        for one in self._exact.whole(words):
            words[one.start : one.end] = [UNKNOWN] * (one.end - one.start)
        return " ".join(words)

    def _references(self, text: str) -> tuple[str, dict[str, Match]]:
        """Choices that were written into the text, [constituency:E14001305], as placeholders."""
        found: dict[str, Match] = {}

        def keep(reference: re.Match[str]) -> str:
            kind, key = Kind(reference[1]), reference[2]
            name = self._name_of(kind, key)
            if name is None:
                return f" {key} "  # nobody was offered that: it is a word like any other
            word = f"{_REFERENCE_WORD}{len(found)}"
            found[word] = Match(kind, key, name, 100.0, NAME)
            return f" {word} "

        return _REFERENCE.sub(keep, text), found

    def _name_of(self, kind: Kind, key: str) -> str | None:
        known = {
            Kind.CONSTITUENCY: self._catalogue.seats.get,
            Kind.PERSON: self._catalogue.persons.get,
            Kind.PARTY: self._catalogue.parties.get,
            Kind.PLACE: self._catalogue.gazetteer.place,
        }
        thing = known[kind](key)
        return thing.name if thing else None

    def _gathered(self, words: list[str], named: list[Named]) -> Mentions:
        mentions = Mentions(labelled(words, named, _LABELS))
        for one in sorted(named, key=lambda one: one.start):
            self._add(mentions, one, words)
        return mentions

    def _add(self, mentions: Mentions, one: Named, words: list[str]) -> None:
        if not one.label:
            mentions.unknown.append(" ".join(words[one.start : one.end]))
        if one.label == SEAT and one.near:
            mentions.near.append(one.near)
        if one.label == SEAT:
            said = words[one.start : one.end]
            chosen = said[0].startswith(_REFERENCE_WORD)
            mentions.said.append(one.matches[0].name if chosen else " ".join(said))
        if one.area:
            mentions.areas.append(one.area)
        if one.finding:
            before, after = " ".join(words[: one.start]), " ".join(words[one.end :])
            mentions.unclear.append(Unclear(one.finding, before, after))
        for match in one.matches:
            self._add_match(mentions, match)

    def _add_match(self, mentions: Mentions, match: Match) -> None:
        if match.kind is Kind.PERSON:
            mentions.persons.append(match.id)
        elif match.kind is Kind.PARTY:
            mentions.parties.append(match.id)
        elif match.kind is Kind.CONSTITUENCY:
            mentions.seats.append(match.id)
            if match.why.startswith("has "):
                mentions.notes.append(f"{match.name} {match.why}.")
        else:
            place = self._catalogue.gazetteer.place(match.id)
            if place:
                mentions.seats.append(place.constituency.code)
                mentions.notes.append(f"{place.name} lies in {place.constituency.name}.")


def references_in(words: list[str], references: dict[str, Match]) -> list[Named]:
    return [
        Named(place, place + 1, LABEL_OF[match.kind], (match,))
        for place, word in enumerate(words)
        if (match := references.get(word))
    ]


def _names_something(words: list[str], place: int) -> bool:
    word, following = words[place], words[place + 1 : place + 2]
    begins = word in _BEGINNINGS and bool(following) and is_content(following[0])
    return begins or is_content(word)


def is_content(word: str) -> bool:
    """Whether a word can only be part of a name."""
    return not (
        word in WORDS
        or word in EVERYDAY
        or word in _LABELS
        or word.startswith(_REFERENCE_WORD)
        or is_number(word)
    )


def _runs(words: list[str], content: list[int], taken: set[int]) -> list[Named]:
    """Runs of words that are no part of the question, with the small words between them."""
    runs: list[tuple[int, int]] = []
    for place in content:
        if runs and _bridged(words, taken, runs[-1][1], place):
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return [Named(start, end, "") for start, end in runs]


def _bridged(words: list[str], taken: set[int], end: int, place: int) -> bool:
    between = range(end, place)
    return len(between) <= _WIDEST_BRIDGE and all(
        words[one] in _BRIDGES and one not in taken for one in between
    )
