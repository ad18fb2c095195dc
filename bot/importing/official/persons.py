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
    """The persons of the tables; whoever is found to be new is added to `rows`."""

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
        self, polls: list[Poll], parties: dict[int, str], successions: list[Row], report: Report
    ) -> dict[int, str]:
        """Persons' ids by the identity of each candidate's line.

        The rules are those of the whole import: Parliament's ids, then names where party or place
        agree. An id that is there already stays whose it is.
        """
        new = [
            Record(line, parties[id(line)], won=place == 0, dc_id="")
            for poll in polls
            for place, line in enumerate(poll.candidates)
        ]
        known = self._records_near(new)
        records = [*new, *(record for group in known.values() for record in group)]
        for number, record in enumerate(records):
            record.number = number
        links = [(group[0].number, other.number) for group in known.values() for other in group[1:]]
        owner = {id(record): person for person, group in known.items() for record in group}
        found: dict[int, str] = {}
        for cluster in PersonJoiner(neighbours(successions), report).join(records, {}, links):
            ours = [one for one in cluster.records if id(one) not in owner]
            if ours:
                theirs = Counter(owner[id(one)] for one in cluster.records if id(one) in owner)
                person = self._one_of(theirs, ours) or self._add(cluster, ours)
                found |= {id(one.line): person for one in ours}
                self._note_names(person, ours)
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

    def _add(self, cluster: Cluster, ours: list[Record]) -> str:
        newest = max(ours, key=lambda one: one.line["polled_on"]).line
        base = slug(name(newest)) or "unnamed"
        number = 1
        while (person_id := base if number == 1 else f"{base}-{number}") in self._by_id:
            number += 1
        mnis_ids = cluster.ids("mnis_id")
        row: Row = {
            "id": person_id,
            "name": name(newest),
            # Somebody may have one name alone.
            "given_name": newest["given_name"] or name(newest).split()[0],
            "family_name": newest["family_name"] or name(newest).split()[-1],
            "gender": None,
            "mnis_id": min(mnis_ids) if mnis_ids else None,
        }
        self.rows.append(row)
        self._by_id[person_id] = row
        return person_id

    def _note_names(self, person_id: str, ours: list[Record]) -> None:
        """Parliament's number of somebody who is a member now, and other forms of the name."""
        person = self._by_id[person_id]
        for mnis_id in sorted({one.line["mnis_id"] for one in ours} - {""}):
            person["mnis_id"] = person["mnis_id"] or mnis_id
            if mnis_id not in self._mnis:
                self._mnis[mnis_id] = person_id
                self.identifiers.append(
                    {"scheme": "mnis", "identifier": mnis_id, "person_id": person_id}
                )
        known = {row["alias"] for row in self.aliases if row["person_id"] == person_id}
        for form in sorted({name(one.line) for one in ours} - known - {person["name"]}):
            self.aliases.append({"person_id": person_id, "alias": form})


def _names(standing_as: str, family: str) -> dict[str, str]:
    """The name on that ballot paper, split where the person's family name begins, if it does."""
    if alike(standing_as).endswith(alike(family)) and standing_as.endswith(family):
        return {"given_name": standing_as.removesuffix(family).strip(), "family_name": family}
    given, _, last = standing_as.rpartition(" ")
    return {"given_name": given, "family_name": last}
