"""Which party of the tables an export means; one that is new is added."""

import re

from bot.catalogue.schema import Row
from bot.importing.contests import Poll, name
from bot.importing.facts import Line
from bot.importing.report import Report
from bot.text import alike, slug

_NO_PARTY = {"Ind": "independent", "Spk": "speaker"}
_EC_ID = re.compile(r"PP[0-9]{1,6}")


class PartyNames:
    """By number at the Electoral Commission, then by any name."""

    def __init__(self, parties: list[Row], registrations: list[Row], aliases: list[Row]) -> None:
        self._parties, self._registrations = parties, registrations
        self._aliases = aliases
        self._by_id = {str(row["id"]): row for row in parties}
        self._by_number = {str(row["ec_id"]): str(row["party_id"]) for row in registrations}
        # Later ones win: a party's own name counts before another's short form.
        self._by_name = {
            alike(str(row["alias"])): str(row["party_id"])
            for row in sorted(aliases, key=lambda row: row["kind"] == "name")
        }
        self._by_name |= {alike(str(row["name"])): str(row["party_id"]) for row in registrations}
        self._by_name |= {alike(str(row["name"])): str(row["id"]) for row in parties}

    def of_poll(self, poll: Poll, report: Report) -> dict[int, str]:
        """The parties' ids by the identity of each candidate's line."""
        return {id(line): self._id_of(line, poll.label, report) for line in poll.candidates}

    def _id_of(self, line: Line, label: str, report: Report) -> str:
        if line["party_abbr"] in _NO_PARTY:
            return _NO_PARTY[line["party_abbr"]]
        by_number = self._by_number.get(line["party_ec_id"])
        by_name = self._named(alike(line["party"]))
        if by_number and by_name and by_number != by_name:
            report.doubtful.append(
                f"{label}: {name(line)} stands for “{line['party']}” under the number of "
                f"{self._by_id[by_number]['name']}; the number counts."
            )
        return by_number or by_name or self._new(line)

    def _named(self, written: str) -> str | None:
        """With or without "the" before and "party" behind."""
        bare = written.removeprefix("the ").removesuffix(" party")
        variants = (written, bare, f"{bare} party", f"the {bare}", f"the {bare} party")
        return next((self._by_name[one] for one in variants if one in self._by_name), None)

    def _new(self, line: Line) -> str:
        written, short, ec_id = line["party"], line["party_abbr"], line["party_ec_id"]
        party_id = self._free_id(slug(written) or alike(written))
        row: Row = {
            "id": party_id,
            "name": written,
            "short": short or written,
            "kind": "party",
            "colour": None,
        }
        self._parties.append(row)
        self._by_id[party_id] = row
        self._by_name[alike(written)] = party_id
        if short and short != written:
            self._aliases.append({"party_id": party_id, "alias": short, "kind": "abbreviation"})
        if _EC_ID.fullmatch(ec_id):
            self._registrations.append({"ec_id": ec_id, "party_id": party_id, "name": written})
            self._by_number[ec_id] = party_id
        return party_id

    def _free_id(self, base: str) -> str:
        """Two names may differ in signs alone that an id leaves out."""
        number = 1
        while (party_id := base if number == 1 else f"{base}-{number}") in self._by_id:
            number += 1
        return party_id
