"""The names room: postcodes first, then names, with places that stand for their seats."""

from collections.abc import Sequence
from dataclasses import replace

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.known_names import KnownName
from bot.names.areas import Areas
from bot.names.finding import Finding, Kind, Match, Verdict
from bot.names.index import NameIndex
from bot.names.matcher import Matcher
from bot.names.postcodes import district_of
from bot.names.suggestions import Suggestions
from bot.text import fold

NEARLY_ALL = 0.9  # of a district's area
_ALL = 0.995
_MOST_COMPLETED = 200  # names of all kinds, among which those of one kind are looked for
_WITH_ITS_NAME = 84.0  # score of a seat that has a county in its name


class NamesRoom:
    def __init__(self, catalogue: Catalogue, index: NameIndex) -> None:
        self._catalogue = catalogue
        self.matcher = Matcher(index, catalogue.short_forms())
        self._suggestions = Suggestions(self.matcher)
        self._areas = Areas(catalogue.seats.by_area, catalogue.short_forms())
        self._elsewhere = catalogue.elsewhere()
        self._codes = catalogue.three_letter_codes()

    def find(self, text: str, kinds: frozenset[Kind] | None = None, limit: int = 10) -> Finding:
        if kinds and Kind.CONSTITUENCY not in kinds:
            return self.matcher.find(text, kinds, limit)
        district = district_of(text)
        if district:
            return self._find_district(text, district, limit)
        # Before names: there is a village called Wales, and a party of England.
        area = self._areas.find(text)
        if area:
            return Finding(text, Verdict.NONE, area=area)
        code = self._codes.get(text.strip())
        if code:
            return Finding(text, Verdict.MATCH, (self._by_code(code),))
        found = self.matcher.find(text, kinds, limit)
        # Somebody called Berlin stood once, but who types the word alone does not mean them.
        if fold(text) in self._elsewhere and not _named_in_full(found):
            return Finding(text, Verdict.NONE, found.matches)
        county = self._areas.county(text)
        return _of_county(found, county) if county else found

    def warm_up(self) -> None:
        """Makes now what would keep the first misspelt question waiting."""
        self.suggest("i", limit=1)
        self.matcher.fits("islingtn nroth")

    def _find_split_district(self, text: str, district: str) -> Finding:
        """SW1 is what people say; on letters it is SW1A to SW1Y: all seats in them."""
        seats = self._catalogue.gazetteer.split_district(district)
        matches = tuple(
            Match(Kind.CONSTITUENCY, seat.code, seat.name, 90.0, f"has a part of {district}")
            for seat in seats
        )
        verdict = Verdict.AMBIGUOUS if matches else Verdict.NONE
        return Finding(text, verdict, matches, district, rivals=len(matches))

    def suggest(self, typed: str, limit: int, kinds: frozenset[Kind] | None = None) -> list[Match]:
        """Best first; a postcode is looked up as in `find`."""
        if district_of(typed):
            return list(self.find(typed, kinds, limit).matches)
        found = self._suggestions.complete(typed, _MOST_COMPLETED if kinds else limit)
        return [one for one in found if kinds is None or one.kind in kinds][:limit]

    def full_names_within(self, words: Sequence[str]) -> list[tuple[int, int, KnownName]]:
        """Whole names that stand among folded words: from, to, and the name."""
        return self.matcher.full_names_within(words)

    def knows(self, word: str) -> bool:
        """Whether a folded word stands in any name."""
        return word in self.matcher.index.lexicon.number

    def _by_code(self, code: str) -> Match:
        name = self._catalogue.seats.by_code[code].name
        return Match(Kind.CONSTITUENCY, code, name, 100.0, "three-letter code")

    def _find_district(self, text: str, district: str, limit: int) -> Finding:
        """The seat that has nearly all of the district, else a choice of all that have some."""
        parts = self._catalogue.gazetteer.district(district)
        if not parts:
            return self._find_split_district(text, district)
        matches = tuple(
            Match(
                Kind.CONSTITUENCY,
                part.constituency.code,
                part.constituency.name,
                round(100 * part.share_of_area, 1),
                f"has {_percent(part.share_of_area)} of the area of {district}",
            )
            for part in parts[:limit]
        )
        sure = bool(parts) and parts[0].share_of_area >= NEARLY_ALL
        verdict = Verdict.MATCH if sure else Verdict.AMBIGUOUS if parts else Verdict.NONE
        return Finding(text, verdict, matches, district, rivals=len(matches))


def _of_county(found: Finding, county: str) -> Finding:
    """The seats whose names have the county's in them are a choice, however few they are."""
    seats = tuple(
        one
        for one in found.matches
        if one.kind is Kind.CONSTITUENCY and one.score >= _WITH_ITS_NAME
    )
    if not seats:
        return Finding(found.query, Verdict.NONE, area=county)
    return replace(found, verdict=Verdict.AMBIGUOUS, matches=seats, rivals=len(seats))


def _named_in_full(found: Finding) -> bool:
    """Whether it is also the whole name of something here: there is a Boston in Lincolnshire."""
    return found.best is not None and found.best.why == "name"


def _percent(share: float) -> str:
    return "all" if share >= _ALL else f"{share:.0%}"
