"""The names in a question: who, where, which party and which part of the country."""

import re
from dataclasses import dataclass, field

from bot.catalogue.catalogue import Catalogue
from bot.names.finding import Finding, Kind, Match, Verdict
from bot.names.matcher import NAME
from bot.names.room import NamesRoom
from bot.names.words import words_of
from bot.questions.question import Unclear
from bot.questions.regions import VAGUE, Regions
from bot.questions.spelling import Speller
from bot.questions.vocabulary import SLIPS, WORDS, is_number
from bot.questions.when import BY_ELECTION, BY_ELECTIONS, ELECTION, SPAN

SEAT, PERSON, PARTY, AREA, UNCLEAR, UNKNOWN = "SEAT", "PERSON", "PARTY", "AREA", "NAME", "?"
_LABELS = {ELECTION: "WHEN", SPAN: "SPAN", BY_ELECTION: "BYELECTION", BY_ELECTIONS: "BYELECTIONS"}
LABEL_OF = {
    Kind.CONSTITUENCY: SEAT,
    Kind.PLACE: SEAT,
    Kind.PERSON: PERSON,
    Kind.PARTY: PARTY,
}
# May stand inside a name: Cities of London and Westminster, Stoke-on-Trent.
_BRIDGES = frozenset(
    "and of the in on upon under le with by for at to a y high old new great".split()
)
_JOINS = frozenset("and or in of at for to with by v vs versus than from against on".split())
_BEFORE_PLACES = frozenset("in at for".split())
_SEATS_AND_PLACES = frozenset({Kind.CONSTITUENCY, Kind.PLACE})
_FAMILIAR = 300  # candidacies of a party whose name people write in a hurry
_WELL_KNOWN = 15  # candidacies of a party whose name is one word
_MANY = 60
_MOST_CUTS = 6
_WIDEST_BRIDGE = 3  # words between two parts of one name: "upon the", "and the"
_SURE = 76.0
_NEAR = 60.0
_SURE_OF_A_PART = 90.0  # of a run of words that is taken apart
_BETWEEN_SEATS = frozenset("and or v vs versus with than against to from".split())
_SURE_OF_A_PLACE = 86.0
_HINT = "HINT"
ALSO_PARTIES = {
    "labours": "labour", "lds": "liberal-democrat", "ld": "liberal-democrat", "libs": "liberal-democrat",
    "liberals": "liberal-democrat", "lib dms": "liberal-democrat", "lib demz": "liberal-democrat",
    "liberal democratic": "liberal-democrat", "torys": "conservative", "cons": "conservative",
    "conservative and unionist": "conservative", "kippers": "uk-independence-party",
    "reformers": "reform-uk", "reform": "reform-uk", "brexit": "reform-uk", "faragists": "reform-uk",
    "scot nats": "scottish-national-party", "scottish nationalists": "scottish-national-party",
    "scottish nationalist": "scottish-national-party", "welsh nationalists": "plaid-cymru",
    "independant": "independent", "independants": "independent", "independents": "independent",
    "inds": "independent", "ind": "independent", "shinners": "sinn-fein", "speaker": "speaker", "the speaker": "speaker",
}  # fmt: skip
_REFERENCE = re.compile(r"\[(constituency|person|party|place):([^\]\s]+)\]")
_WORD_OR_REFERENCE = re.compile(r"\[[^\]\s]*\]|(?<!['’])\b[A-Za-z]{4,}\b(?!['’])")
_REFERENCE_WORD = "zqr"


@dataclass(slots=True)
class Mentions:
    """`skeleton` is the question with a label for each name; `said` are the words that named a
    seat, `near` the other seats of a like name, for each that was named in part. `unknown` are words that are neither a name nor part of a question."""

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


@dataclass(frozen=True, slots=True)
class _Named:
    """What words from one to another name."""

    start: int
    end: int
    label: str
    matches: tuple[Match, ...] = ()
    area: tuple[str, ...] = ()
    finding: Finding | None = None
    near: tuple[Match, ...] = ()


class MentionFinder:
    """Reads nothing but names; what is asked of them is the rules' to say."""

    def __init__(self, catalogue: Catalogue, names: NamesRoom) -> None:
        self._catalogue = catalogue
        self._names = names
        self._regions = Regions(catalogue.seats.by_area)
        self._parties = self._party_names()
        self._longest = max(len(name.split()) for name in self._parties)
        party_words = {
            word
            for one in catalogue.known_names()
            if one.kind == Kind.PARTY and one.renown >= _FAMILIAR
            for word in words_of(one.name)
        }
        self._speller = Speller(names, party_words | self._regions.words)

    def find(self, text: str) -> Mentions:
        """The names in a text whose times are placeholders already."""
        text, references = self._references(text.replace("%", " percent "))
        words = [self._speller.corrected(word) for word in words_of(text)]
        exact = self._exact(words)
        named = [one for one in exact if one.label != _HINT] + references_in(words, references)
        taken = {place for one in named for place in range(one.start, one.end)}
        hinted = {place for one in exact for place in range(one.start, one.end)} - taken
        content = [
            place
            for place, word in enumerate(words)
            if place in hinted or (place not in taken and is_content(word))
        ]
        for start, end in _segments(words, content, taken):
            named += self._resolved(words, start, end)
        mentions = self._gathered(words, named)
        return mentions

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
        for one in self._exact_names(words):
            words[one.start : one.end] = [UNKNOWN] * (one.end - one.start)
        return " ".join(words)

    def _party_names(self) -> dict[str, str]:
        """Ids by folded names: of one word only those of parties that many people know."""
        named = {
            " ".join(words_of(one.name)): one.id
            for one in self._catalogue.known_names()
            if one.kind == Kind.PARTY and (one.renown >= _WELL_KNOWN or " " in one.name.strip())
        }
        return named | ALSO_PARTIES

    def _references(self, text: str) -> tuple[str, dict[str, Match]]:
        """Choices that were written into the text, [constituency:E14001305], as placeholders."""
        found: dict[str, Match] = {}

        def keep(reference: re.Match[str]) -> str:
            word = f"{_REFERENCE_WORD}{len(found)}"
            kind, key = Kind(reference[1]), reference[2]
            found[word] = Match(kind, key, key, 100.0, NAME)
            return f" {word} "

        return _REFERENCE.sub(keep, text), found

    def _exact(self, words: list[str]) -> list[_Named]:
        """Parties, areas and whole names of several words; of two that overlap the longer."""
        found = [*self._exact_parties(words), *self._exact_areas(words), *self._exact_names(words)]
        kept: list[_Named] = []
        taken: set[int] = set()
        for one in sorted(found, key=lambda one: (one.start - one.end, one.label != PARTY)):
            places = set(range(one.start, one.end))
            if not places & taken:
                taken |= places
                kept.append(one)
        return kept

    def _exact_parties(self, words: list[str]) -> list[_Named]:
        return [
            _Named(start, start + length, PARTY, (Match(Kind.PARTY, party, said, 100.0, NAME),))
            for length in range(1, self._longest + 1)
            for start in range(len(words) - length + 1)
            for said in [" ".join(words[start : start + length])]
            for party in [self._parties.get(said)]
            if party is not None and not self._is_surname(words, start, length)
        ]

    def _is_surname(self, words: list[str], start: int, length: int) -> bool:
        """Whether a party's only word ends somebody's name: Damian Green, however spelled."""
        if length > 1 or start == 0 or not self._is_content(words[start - 1]):
            return False
        found = self._names.find(f"{words[start - 1]} {words[start]}", frozenset({Kind.PERSON}))
        return found.verdict is Verdict.MATCH

    def _exact_areas(self, words: list[str]) -> list[_Named]:
        return [
            _Named(start, end, AREA, area=areas)
            for start, end, areas in self._regions.within(words)
            if end - start > 1 or words[start] not in VAGUE or self._stands_alone(words, start)
        ]

    def _stands_alone(self, words: list[str], place: int) -> bool:
        """ "in the north", but not "in the north wiltshire"."""
        before = words[place - 1] if place else ""
        after = words[place + 1] if place + 1 < len(words) else ""
        return before in {"the", "in"} and not self._is_content(after) and after not in VAGUE

    def _exact_names(self, words: list[str]) -> list[_Named]:
        """Whole names keep their words from being read as anything else; who bears them is
        settled with the words around them."""
        return [
            _Named(start, end, _HINT)
            for start, end, known in self._names.full_names_within(words)
            if end - start > 1 and known.kind != Kind.PARTY
        ]

    def _resolved(self, words: list[str], start: int, end: int) -> list[_Named]:
        """What a run of words names; a part that names nothing has no label."""
        whole = self._found(words, start, end)
        if whole and whole.finding is None:
            return [whole]
        parts = self._parted(words, start, end)
        # Of two readings the one that leaves nothing to ask.
        if parts and (whole is None or all(part.finding is None for part in parts)):
            return parts
        return [whole or _Named(start, end, "")]

    def _found(self, words: list[str], start: int, end: int) -> _Named | None:
        said = " ".join(words[start:end])
        seats = self._catalogue.seats
        named = seats.called(said) or seats.called(said.removeprefix("the "))
        if named:
            seat = min(named, key=lambda one: one.abolished)
            return _Named(
                start, end, SEAT, (Match(Kind.CONSTITUENCY, seat.code, said, 100.0, NAME),)
            )
        finding = self._names.find(said, limit=_MANY)
        if start and words[start - 1] in _BEFORE_PLACES and finding.verdict is not Verdict.MATCH:
            # Nobody is the member for a person, nor was the turnout high in one.
            places = self._names.find(said, _SEATS_AND_PLACES, limit=_MANY)
            finding = places if places.verdict is Verdict.MATCH else finding
        best = finding.best
        if finding.postcode_district and finding.verdict is Verdict.AMBIGUOUS:
            return _Named(start, end, UNCLEAR, finding=finding)
        if finding.verdict is Verdict.MATCH and best and _is_sure(best):
            near = [one for one in finding.matches[1:] if one.kind is Kind.CONSTITUENCY]
            likely = tuple(one for one in near if one.score >= _NEAR)
            return _Named(start, end, LABEL_OF[best.kind], (best,), near=likely)
        if finding.verdict is Verdict.AMBIGUOUS and best and _is_sure(best):
            return _Named(start, end, UNCLEAR, finding=finding)
        return None

    def _parted(self, words: list[str], start: int, end: int) -> list[_Named]:
        """The run as two or more names, cut where that is likeliest; none where it is not."""
        cuts = sorted(range(start + 1, end), key=lambda cut: words[cut] not in _JOINS)
        for cut in cuts[:_MOST_CUTS]:
            left = self._found(words, start, cut)
            begin = cut + (words[cut] in _JOINS)
            if left is None or begin >= end:
                continue
            right = self._found(words, begin, end)
            rest = [right] if right else self._parted(words, begin, end)
            if rest and _may_stand_together(left, rest[0], words[cut]):
                return [left, *rest]
        return []

    def _is_content(self, word: str) -> bool:
        return bool(word) and is_content(word) and word not in self._parties

    def _gathered(self, words: list[str], named: list[_Named]) -> Mentions:
        mentions = Mentions(_labelled(words, named))
        for one in sorted(named, key=lambda one: one.start):
            self._add(mentions, one, words)
        return mentions

    def _add(self, mentions: Mentions, one: _Named, words: list[str]) -> None:
        if not one.label:
            mentions.unknown.append(" ".join(words[one.start : one.end]))
        if one.label == SEAT and one.near:
            mentions.near.append(one.near)
        if one.label == SEAT:
            mentions.said.append(" ".join(words[one.start : one.end]))
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


def references_in(words: list[str], references: dict[str, Match]) -> list[_Named]:
    return [
        _Named(place, place + 1, LABEL_OF[match.kind], (match,))
        for place, word in enumerate(words)
        if (match := references.get(word))
    ]


def _labelled(words: list[str], named: list[_Named]) -> str:
    """The words with a label in the place of each name."""
    labelled: list[str] = []
    place = 0
    for one in sorted(named, key=lambda one: one.start):
        labelled += [_LABELS.get(word, word) for word in words[place : one.start]]
        labelled.append(one.label or UNKNOWN)
        place = one.end
    return " ".join([*labelled, *(_LABELS.get(word, word) for word in words[place:])])


def is_content(word: str) -> bool:
    """Whether a word can only be part of a name."""
    return not (
        word in WORDS or word in _LABELS or word.startswith(_REFERENCE_WORD) or is_number(word)
    )


def _segments(words: list[str], content: list[int], taken: set[int]) -> list[tuple[int, int]]:
    """Runs of words that are no part of the question, with the small words between them."""
    runs: list[tuple[int, int]] = []
    for place in content:
        if runs and _bridged(words, taken, runs[-1][1], place):
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _bridged(words: list[str], taken: set[int], end: int, place: int) -> bool:
    between = range(end, place)
    return len(between) <= _WIDEST_BRIDGE and all(
        words[one] in _BRIDGES and one not in taken for one in between
    )


def _may_stand_together(left: _Named, right: _Named, between: str) -> bool:
    """Two seats are compared, "bath and wells"; there is none of another: "battle of hastings"."""
    named = [match for one in (left, right) for match in one.matches]
    if any(not _is_whole(match) and match.score < _SURE_OF_A_PART for match in named):
        return False
    if left.label == right.label == SEAT:
        return between in _BETWEEN_SEATS or all(_is_whole(match) for match in named)
    return True


def _is_whole(match: Match) -> bool:
    return match.why == NAME


def _is_sure(match: Match) -> bool:
    """In a sentence a word may be anything: what is only like a village's name is none."""
    return match.score >= (_SURE_OF_A_PLACE if match.kind is Kind.PLACE else _SURE)
