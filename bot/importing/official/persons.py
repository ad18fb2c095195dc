"""Whose the candidacies of an export are: persons that the tables have, or new ones."""

from collections import Counter, defaultdict

from bot.catalogue.schema import Row
from bot.importing.contests import Poll, name
from bot.importing.facts import Line
from bot.importing.people import neighbours
from bot.importing.persons import Cluster, PersonJoiner, Record
from bot.importing.report import Report
from bot.text import alike, slug

_SITTING = {1: "Yes", 0: "No"}


class PersonBook:
    """The persons of the tables; whoever is found to be new is added to `rows`.

    `candidacies` are those that stay as they are.
    """

    def __init__(
        self, rows: list[Row], identifiers: list[Row], aliases: list[Row], candidacies: list[Row]
    ) -> None:
        self.rows, self.identifiers, self.aliases = rows, identifiers, aliases
        self._by_id = {str(row["id"]): row for row in rows}
        self._mnis = {
            str(row["identifier"]): str(row["person_id"])
            for row in identifiers
            if row["scheme"] == "mnis"
        }
        self._dc = {
            str(row["person_id"]): str(row["identifier"])
            for row in identifiers
            if row["scheme"] == "democracy-club"
        }
        self._stood: dict[str, list[Row]] = defaultdict(list)
        for row in candidacies:
            self._stood[str(row["person_id"])].append(row)

    def whose(
        self,
        polls: list[Poll],
        known: dict[int, str],
        parties: dict[int, str],
        successions: list[Row],
    ) -> dict[int, str]:
        """Persons' ids by the identity of each candidate's line that is not `known`.

        The rules are those of the whole import: Parliament's ids, then names where party or place
        agree. An id that is there already stays whose it is.
        """
        new = [
            Record(line, parties[id(line)], won=votes == max(poll.votes), dc_id="")
            for poll in polls
            for line, votes in zip(poll.candidates, poll.votes, strict=True)
            if id(line) not in known
        ]
        near = self._records_near(new)
        records = [*new, *(record for group in near.values() for record in group)]
        for number, record in enumerate(records):
            record.number = number
        links = [(group[0].number, other.number) for group in near.values() for other in group[1:]]
        owner = {id(record): person for person, group in near.items() for record in group}
        # What it finds doubtful in records of the tables was said when these were made.
        joiner = PersonJoiner(neighbours(successions), Report())
        return self._named(joiner.join(records, {}, links), owner)

    def _named(self, clusters: list[Cluster], owner: dict[int, str]) -> dict[int, str]:
        """New ids are given in order of first standing, as in the whole import."""
        found: dict[int, str] = {}
        fresh = [
            (min((one.line["polled_on"], one.line["code"]) for one in ours), cluster, ours)
            for cluster in clusters
            if (ours := [one for one in cluster.records if id(one) not in owner])
        ]
        for _, cluster, ours in sorted(fresh, key=lambda one: one[0]):
            theirs = Counter(owner[id(one)] for one in cluster.records if id(one) in owner)
            person = self._one_of(theirs, ours) or self._add(ours)
            found |= {id(one.line): person for one in ours}
            self._add_forms(person, ours)
        return found

    def _records_near(self, new: list[Record]) -> dict[str, list[Record]]:
        """The candidacies so far of everybody who could be one of the new candidates."""
        names = {one.name for one in new} | {one.first_and_family for one in new}
        members = {self._mnis.get(one.line["mnis_id"], "") for one in new}
        near: dict[str, list[Record]] = {}
        for person_id, rows in self._stood.items():
            records = [self._record(self._by_id[person_id], row) for row in rows]
            like = any(one.name in names or one.first_and_family in names for one in records)
            if like or person_id in members:
                near[person_id] = records
        return near

    def _record(self, person: Row, row: Row) -> Record:
        line: Line = {
            "polled_on": str(row["polled_on"]),
            "code": str(row["code"]),
            **_names(str(row["standing_as"]), str(person["family_name"])),
            "gender": str(person["gender"] or ""),
            "mnis_id": str(person["mnis_id"] or ""),
            "sitting_mp": "" if row["sitting"] is None else _SITTING[int(row["sitting"])],
            "former_mp": "",
        }
        won = row["position"] == 1
        return Record(line, str(row["party_id"]), won, self._dc.get(str(person["id"]), ""))

    def _one_of(self, theirs: Counter[str], ours: list[Record]) -> str | None:
        """By Parliament's number, or else whoever stood most often of those who may be meant."""
        numbered = {self._mnis.get(one.line["mnis_id"]) for one in ours} - {None}
        if numbered:
            return min(filter(None, numbered))
        return max(sorted(theirs), key=lambda one: theirs[one], default=None)

    def _add(self, ours: list[Record]) -> str:
        newest = max(ours, key=lambda one: one.line["polled_on"]).line
        base = slug(name(newest)) or "unnamed"
        number = 1
        while (person_id := base if number == 1 else f"{base}-{number}") in self._by_id:
            number += 1
        row: Row = {
            "id": person_id,
            "name": name(newest),
            # Somebody may have one name alone.
            "given_name": newest["given_name"] or name(newest).split()[0],
            "family_name": newest["family_name"] or name(newest).split()[-1],
            "gender": None,
            "mnis_id": None,
        }
        self.rows.append(row)
        self._by_id[person_id] = row
        return person_id

    def _add_forms(self, person_id: str, ours: list[Record]) -> None:
        """Other forms of the name."""
        person = self._by_id[person_id]
        known = {row["alias"] for row in self.aliases if row["person_id"] == person_id}
        for form in sorted({name(one.line) for one in ours} - known - {str(person["name"])}):
            self.aliases.append({"person_id": person_id, "alias": form})

    def number(self, polls: list[Poll], owners: dict[int, str], report: Report) -> bool:
        """Note Parliament's numbers; whether one is new. Nobody gets a second one."""
        before = len(self.identifiers)
        for poll in polls:
            for line in poll.candidates:
                self._number(line, owners[id(line)], poll.label, report)
        return len(self.identifiers) > before

    def _number(self, line: Line, person_id: str, label: str, report: Report) -> None:
        number, person = line["mnis_id"], self._by_id[person_id]
        if not number or self._mnis.get(number) == person_id:
            return
        if number in self._mnis or person["mnis_id"]:
            report.doubtful.append(
                f"{label}: {name(line)} has Parliament's number {number}, but is known "
                f"{'as somebody else' if number in self._mnis else 'under another'}; left alone."
            )
            return
        person["mnis_id"] = number
        self._mnis[number] = person_id
        self.identifiers.append({"scheme": "mnis", "identifier": number, "person_id": person_id})

    def forget(self, gone: set[str]) -> None:
        """Who stands nowhere any more."""
        self.rows[:] = [row for row in self.rows if row["id"] not in gone]
        for table in (self.identifiers, self.aliases):
            table[:] = [row for row in table if row["person_id"] not in gone]


def _names(standing_as: str, family: str) -> dict[str, str]:
    """The name on that ballot paper, split where the person's family name begins, if it does."""
    if alike(standing_as).endswith(alike(family)) and standing_as.endswith(family):
        return {"given_name": standing_as.removesuffix(family).strip(), "family_name": family}
    given, _, last = standing_as.rpartition(" ")
    return {"given_name": given, "family_name": last}
