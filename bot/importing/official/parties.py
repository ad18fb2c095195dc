"""Which party of the tables an export means; one that is new is added."""

from bot.catalogue.schema import Row
from bot.importing.facts import Line
from bot.text import alike, slug

_NO_PARTY = {"Ind": "independent", "Spk": "speaker"}


class PartyNames:
    """By number at the Electoral Commission, then by any name."""

    def __init__(self, parties: list[Row], registrations: list[Row], aliases: list[Row]) -> None:
        self._parties, self._registrations = parties, registrations
        self._by_number = {str(row["ec_id"]): str(row["party_id"]) for row in registrations}
        # Later ones win: a party's own name counts before another's short form.
        self._by_name = {
            alike(str(row["alias"])): str(row["party_id"])
            for row in sorted(aliases, key=lambda row: row["kind"] == "name")
        }
        self._by_name |= {alike(str(row["name"])): str(row["party_id"]) for row in registrations}
        self._by_name |= {alike(str(row["name"])): str(row["id"]) for row in parties}

    def id_of(self, line: Line) -> str:
        if line["party_abbr"] in _NO_PARTY:
            return _NO_PARTY[line["party_abbr"]]
        by_number = self._by_number.get(line["party_ec_id"])
        return by_number or self._by_name.get(alike(line["party"])) or self._new(line)

    def _new(self, line: Line) -> str:
        name, ec_id = line["party"], line["party_ec_id"]
        party_id = slug(name) or alike(name)
        self._parties.append(
            {
                "id": party_id,
                "name": name,
                "short": line["party_abbr"] or name,
                "kind": "party",
                "colour": None,
            }
        )
        self._by_name[alike(name)] = party_id
        if ec_id:
            self._registrations.append({"ec_id": ec_id, "party_id": party_id, "name": name})
            self._by_number[ec_id] = party_id
        return party_id
