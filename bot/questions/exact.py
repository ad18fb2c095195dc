"""Names that are spelled in full: parties, nations and regions, and names of several words."""

from bot.catalogue.catalogue import Catalogue
from bot.names.finding import Kind, Match, Verdict
from bot.names.matcher import NAME
from bot.names.room import NamesRoom
from bot.names.words import words_of
from bot.questions.named import AREA, HINT, PARTY, Named
from bot.questions.regions import POINTS, VAGUE, Regions
from bot.questions.vocabulary import EVERYDAY, WORDS
from bot.questions.when import PLACEHOLDER

_FAMILIAR = 300  # candidacies of a party whose name people write in a hurry
_WELL_KNOWN = 15  # candidacies of a party whose name is one word
# What people call parties beside the names in the catalogue.
_CALLED = {
    "labour": "labours",
    "liberal-democrat": "lds; ld; libs; liberals; lib dms; lib demz; liberal democratic",
    "conservative": "torys; cons; conservative and unionist",
    "uk-independence-party": "kippers",
    "reform-uk": "reformers; reform; faragists",
    "scottish-national-party": "scot nats; scottish nationalists; scottish nationalist",
    "plaid-cymru": "welsh nationalists",
    "independent": "independant; independants; independents; inds; ind",
    "sinn-fein": "shinners",
    "speaker": "speaker; the speaker",
}
ALSO_PARTIES = {name: party for party, names in _CALLED.items() for name in names.split("; ")}


class ExactNames:
    def __init__(self, catalogue: Catalogue, names: NamesRoom) -> None:
        self._names = names
        self._regions = Regions(catalogue.seats.by_area)
        known = catalogue.known_parties()
        self._parties = {
            " ".join(words_of(one.name)): one.id
            for one in known
            if one.renown >= _WELL_KNOWN or " " in one.name.strip()
        } | ALSO_PARTIES
        self._longest = max(len(name.split()) for name in self._parties)
        familiar = [one.name for one in known if one.renown >= _FAMILIAR]
        self.words = self._regions.words | {word for one in familiar for word in words_of(one)}

    def find(self, words: list[str]) -> list[Named]:
        """Of two that overlap the longer."""
        found = [*self._parties_in(words), *self._areas_in(words), *self.whole(words)]
        kept: list[Named] = []
        taken: set[int] = set()
        for one in sorted(found, key=lambda one: (one.start - one.end, one.label != PARTY)):
            places = set(range(one.start, one.end))
            if not places & taken:
                taken |= places
                kept.append(one)
        return kept

    def _parties_in(self, words: list[str]) -> list[Named]:
        return [
            Named(start, start + length, PARTY, (Match(Kind.PARTY, party, said, 100.0, NAME),))
            for length in range(1, self._longest + 1)
            for start in range(len(words) - length + 1)
            for said in [" ".join(words[start : start + length])]
            for party in [self._parties.get(said)]
            if party is not None and not self._is_surname(words, start, length)
        ]

    def _is_surname(self, words: list[str], start: int, length: int) -> bool:
        """Whether a party's only word ends somebody's name: Damian Green, however spelled."""
        if length > 1 or start == 0 or not self._is_part_of_a_name(words[start - 1]):
            return False
        found = self._names.find(f"{words[start - 1]} {words[start]}", frozenset({Kind.PERSON}))
        return found.verdict is Verdict.MATCH

    def _areas_in(self, words: list[str]) -> list[Named]:
        return [
            Named(start, end, AREA, area=areas)
            for start, end, areas in self._regions.within(words)
            if self._is_an_area(words, start, end)
        ]

    def _is_an_area(self, words: list[str], start: int, end: int) -> bool:
        """A compass point beside a name is part of it: "wolves south east", "north east fif"."""
        if words[start] not in POINTS or words[end - 1] == "ireland":
            return True
        if end - start == 1:
            return self._stands_alone(words, start)
        beside = [*words[max(start - 1, 0) : start], *words[end : end + 1]]
        return not any(self._is_part_of_a_name(word) for word in beside)

    def _stands_alone(self, words: list[str], place: int) -> bool:
        """ "in the north", but not "in the north wiltshire"."""
        before = words[place - 1] if place else ""
        after = words[place + 1] if place + 1 < len(words) else ""
        return before in {"the", "in"} and not self._is_part_of_a_name(after) and after not in VAGUE

    def whole(self, words: list[str]) -> list[Named]:
        """Whole names keep their words from being read as anything else; who bears them is
        settled with the words around them."""
        return [
            Named(start, end, HINT)
            for start, end, known in self._names.full_names_within(words)
            if end - start > 1 and known.kind != Kind.PARTY
        ]

    def _is_part_of_a_name(self, word: str) -> bool:
        """Whether it is no word of a question, no party and no placeholder."""
        known = word in WORDS or word in EVERYDAY or word in self._parties
        return bool(word) and not known and not word.startswith(PLACEHOLDER)
