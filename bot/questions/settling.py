"""What a name in a question means beside the question's other names and its election."""

from dataclasses import replace

from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import ContestKind
from bot.names.finding import Finding, Kind, Match
from bot.questions.mentions import Mentions
from bot.questions.named import PERSON, SEAT, UNCLEAR
from bot.questions.question import WantedElection
from bot.questions.rules.maps import MAPPED
from bot.questions.rules.persons import PERSONS


class Settler:
    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def settle(self, mentions: Mentions, wanted: WantedElection | None) -> None:
        """Changes the mentions: fewer that are unclear, and seats as they were then."""
        if mentions.notes and f"{SEAT} in {UNCLEAR}" in mentions.skeleton:
            # "Street in Somerset": the seat is known already.
            mentions.unclear.clear()
            mentions.skeleton = mentions.skeleton.replace(f"in {UNCLEAR}", "")
        if len(mentions.unclear) == 1:
            self._keep(mentions, self._on_a_map(mentions))
            self._keep(mentions, self._asked_about(mentions))
            self._keep(mentions, self._beside_others(mentions))
            if wanted is not None:
                self._keep(mentions, self._of_then(mentions, wanted))
        self._move(mentions, wanted)

    @staticmethod
    def _keep(mentions: Mentions, matches: list[Match]) -> None:
        if not mentions.unclear or not matches:
            return
        if len(matches) == 1:
            mentions.settle(matches[0])
            return
        narrowed = replace(mentions.unclear[0].finding, matches=tuple(matches), rivals=len(matches))
        mentions.unclear[0] = replace(mentions.unclear[0], finding=narrowed)

    @staticmethod
    def _on_a_map(mentions: Mentions) -> list[Match]:
        """Only constituencies, which is all that lies on one."""
        if not MAPPED.search(mentions.skeleton):
            return []
        return [one for one in _rivals(mentions) if one.kind is Kind.CONSTITUENCY]

    @staticmethod
    def _asked_about(mentions: Mentions) -> list[Match]:
        """Only people, where that is what only people are asked: how often they won."""
        skeleton = mentions.skeleton.replace(UNCLEAR, PERSON)
        people = [one for one in _rivals(mentions) if one.kind is Kind.PERSON]
        labels = skeleton.split()
        counts = {label: labels.count(label) for label in set(labels)}
        if people and any(rule.fits(skeleton, counts) for rule in PERSONS):
            return people
        return []

    def _beside_others(self, mentions: Mentions) -> list[Match]:
        """Only people who stood in the seat that is named, or seats that the person fought."""
        if not mentions.unclear or len(mentions.seats) + len(mentions.persons) != 1:
            return []
        fought = {
            code
            for person in mentions.persons
            for one in self._fought_by(person)
            for code in self._codes(one)
        }
        codes = {code for seat in mentions.seats for code in self._codes(seat)}
        return [
            match
            for match in _rivals(mentions)
            if (match.kind is Kind.CONSTITUENCY and match.id in fought)
            or (match.kind is Kind.PERSON and codes & self._fought_by(match.id))
        ]

    def _of_then(self, mentions: Mentions, wanted: WantedElection) -> list[Match]:
        """Only seats that were contested then, and people who stood then."""
        if not mentions.unclear:
            return []
        finding = mentions.unclear[0].finding
        rivals = _rivals(mentions)
        then = [one for one in rivals if self._then(one, wanted)]
        # A seat of today may be new since, and that of then stand further down.
        if any(one.kind is Kind.CONSTITUENCY and one not in then for one in rivals):
            then += [one for one in _seats_of(finding) if self._then(one, wanted)]
        return self._without_namesakes(list(dict.fromkeys(then)))

    def _without_namesakes(self, matches: list[Match]) -> list[Match]:
        """Of a seat and the abolished one of its name the first."""
        kept: list[Match] = []
        codes: set[str] = set()
        for one in matches:
            if one.kind is Kind.CONSTITUENCY and one.id in codes:
                continue
            codes |= set(self._codes(one.id)) if one.kind is Kind.CONSTITUENCY else set()
            kept.append(one)
        return kept

    def _then(self, match: Match, wanted: WantedElection) -> bool:
        if match.kind is Kind.PERSON:
            contests = self._catalogue.contests.ids_of_person(match.id)
        elif match.kind is Kind.CONSTITUENCY:
            contests = self._catalogue.contests.ids_of_seats(self._codes(match.id))
        else:
            return False
        return any(
            wanted.suits(one.polled_on, is_by_election=kind is ContestKind.BY_ELECTION)
            for one, kind in contests
        )

    def _move(self, mentions: Mentions, wanted: WantedElection | None) -> None:
        """To the seat that was contested then, or by the person who is named, where another has a
        like name today: "tiverton" in 2022, "farage thanet"."""
        if len(mentions.seats) != 1 or len(mentions.near) != 1:
            return
        near = list(mentions.near[0])
        if wanted is not None and not self.took_part(mentions.seats[0], wanted):
            near = [one for one in near if self.took_part(one.id, wanted)]
        elif not mentions.persons or self._fought(mentions.seats[0], mentions.persons[0]):
            return
        if mentions.persons:
            near = [one for one in near if self._fought(one.id, mentions.persons[0])]
        if len(near) == 1:
            mentions.seats[:] = [near[0].id]
            mentions.notes.clear()

    def _fought(self, code: str, person: str) -> bool:
        return bool(self._fought_by(person) & set(self._codes(code)))

    def took_part(self, code: str, wanted: WantedElection) -> bool:
        contests = self._catalogue.contests.ids_of_seats(self._codes(code))
        return any(
            wanted.suits(one.polled_on, is_by_election=kind is ContestKind.BY_ELECTION)
            for one, kind in contests
        )

    def _fought_by(self, person: str) -> set[str]:
        return {one.code for one, _ in self._catalogue.contests.ids_of_person(person)}

    def _codes(self, code: str) -> list[str]:
        seats = self._catalogue.seats
        return seats.codes_of_name(seats.by_code[code])


def _rivals(mentions: Mentions) -> tuple[Match, ...]:
    finding = mentions.unclear[0].finding
    return finding.matches[: finding.rivals]


def _seats_of(finding: Finding) -> list[Match]:
    least = finding.matches[0].score - _NEARLY_AS_GOOD if finding.matches else 0.0
    return [one for one in finding.matches if one.kind is Kind.CONSTITUENCY and one.score >= least]


_NEARLY_AS_GOOD = 15.0  # points
