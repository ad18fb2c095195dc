"""One row for one party, whatever it was called and wherever it was registered."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bot.catalogue.schema import Row
from bot.importing.facts import Line, read, read_curated
from bot.importing.unions import Unions
from bot.text import alike, slug

# Neither is a party; each is one row so that every candidacy has somewhere to belong.
INDEPENDENT = "independent"
SPEAKER = "speaker"
_NO_PARTY = {"Ind": INDEPENDENT, "Spk": SPEAKER}
_NO_PARTY_NAMES = {
    "independent": INDEPENDENT,
    "independent 2 etc": INDEPENDENT,
    "ind": INDEPENDENT,
    "commons speaker": SPEAKER,
    "speaker": SPEAKER,
}


@dataclass
class PartyBook:
    """The parties of an import, and how to find one from what a source wrote."""

    rows: list[Row] = field(default_factory=list)
    registrations: list[Row] = field(default_factory=list)
    aliases: list[Row] = field(default_factory=list)
    by_name: dict[str, str] = field(default_factory=dict)
    by_ec_id: dict[str, str] = field(default_factory=dict)
    by_mnis: dict[str, str] = field(default_factory=dict)

    def of_candidacy(self, line: Line) -> str:
        """The party's id: by Electoral Commission id, then by name."""
        if line["party_abbr"] in _NO_PARTY:
            return _NO_PARTY[line["party_abbr"]]
        return self.by_ec_id.get(line["party_ec_id"]) or self.by_name[alike(line["party"])]

    def of_notional(self, line: Line) -> str | None:
        """The party's id, or None for the votes of parties that the estimate does not tell apart.

        By name first: some of the estimates carry another party's number.
        """
        name = alike(line["party"])
        if name == "na":
            return None
        return (
            _NO_PARTY_NAMES.get(name)
            or self.by_name.get(name)
            or self.by_name.get(name.removesuffix(" party"))
            or self.by_name.get(f"{name} party")
            or self.by_name.get(f"the {name}")
            or self.by_mnis.get(line["mnis_party_id"])
        )


def build(source: Path, curated: Path, candidacies: list[Line]) -> PartyBook:
    """All parties that anybody stood for, with names from the curated list where it has them."""
    listed = [line for line in read(source, "parties.csv") if not _without_party(line["abbr"])]
    named = read_curated(curated, "party_names.csv")
    unions = _joined(listed, named, candidacies)
    book = PartyBook()
    _add_those_without_party(book, read(source, "parties.csv"))
    stood = Counter(_key(line) for line in candidacies if line["party_abbr"] not in _NO_PARTY)
    names = {unions.root(("ec", line["ec_ids"].split()[0])): line for line in named}
    for root, keys in unions.groups(stood).items():
        ordered = sorted(keys, key=lambda key: -stood[key])
        _add(book, ordered, names.get(root), [p for p in listed if unions.root(_listed(p)) == root])
    return book


def _without_party(abbreviation: str) -> bool:
    return abbreviation.upper() in {"IND", "SPK"}


def _key(line: Line) -> tuple[str, str, str, str]:
    return ("stood", line["party_ec_id"], line["party_abbr"], line["party"])


def _listed(line: Line) -> tuple[str, str]:
    return ("ec", line["ec_id"]) if line["ec_id"] else ("name", alike(line["name"]))


def _joined(listed: list[Line], named: list[Line], candidacies: list[Line]) -> Unions:
    """The same Electoral Commission id, name or Parliament number is the same party."""
    unions = Unions()
    for line in listed:
        unions.join(_listed(line), ("name", alike(line["name"])))
        if line["mnis_id"]:
            unions.join(_listed(line), ("mnis", line["mnis_id"]))
    for line in candidacies:
        if line["party_abbr"] not in _NO_PARTY:
            unions.join(("name", alike(line["party"])), _key(line))
            if line["party_ec_id"]:
                unions.join(("ec", line["party_ec_id"]), _key(line))
    # Registrations in Scotland or Northern Ireland, and changes of name, are known to us only.
    for line in named:
        first, *others = line["ec_ids"].split()
        for other in others:
            unions.join(("ec", first), ("ec", other))
    return unions


def _add_those_without_party(book: PartyBook, listed: list[Line]) -> None:
    for line in listed:
        if line["abbr"] in _NO_PARTY:
            kind = _NO_PARTY[line["abbr"]]
            book.rows.append(
                {
                    "id": kind,
                    "name": line["name"],
                    "short": line["abbr"],
                    "kind": kind,
                    "colour": line["colour"] or None,
                }
            )


def _add(
    book: PartyBook,
    keys: list[tuple[str, str, str, str]],
    named: Line | None,
    listed: list[Line],
) -> None:
    """One party from what its candidates wrote, what the list says and what it should be called."""
    name = named["name"] if named else (listed[0]["name"] if listed else keys[0][3])
    party_id = slug(name) or alike(name)
    book.rows.append(
        {
            "id": party_id,
            "name": name,
            "short": named["short"] if named else keys[0][2],
            "kind": "party",
            "colour": next((line["colour"] for line in listed if line["colour"]), None),
        }
    )
    for line in listed:
        if line["mnis_id"]:
            book.by_mnis[line["mnis_id"]] = party_id
    _register(book, party_id, keys, named, listed)
    _name(book, party_id, keys, name, listed)


def _register(
    book: PartyBook,
    party_id: str,
    keys: list[tuple[str, str, str, str]],
    named: Line | None,
    listed: list[Line],
) -> None:
    registered = {line["ec_id"]: line["name"] for line in listed if line["ec_id"]}
    for _, ec_id, _, name in keys:
        if ec_id.startswith("PP"):
            registered.setdefault(ec_id, name)
    for ec_id in named["ec_ids"].split() if named else ():
        if ec_id.startswith(("PP", "joint-party")):
            registered.setdefault(ec_id, named["name"] if named else "")
    for ec_id, name in registered.items():
        book.by_ec_id[ec_id] = party_id
        book.registrations.append({"ec_id": ec_id, "party_id": party_id, "name": name})


def _name(
    book: PartyBook,
    party_id: str,
    keys: list[tuple[str, str, str, str]],
    name: str,
    listed: list[Line],
) -> None:
    aliases = {line["name"]: "name" for line in listed} | {key[3]: "name" for key in keys}
    aliases |= {line["pa_abbr"]: "PA" for line in listed if line["pa_abbr"]}
    aliases |= {key[2]: "abbreviation" for key in keys}
    for alias, kind in aliases.items():
        if kind == "name":
            book.by_name[alike(alias)] = party_id
        if alias != name:
            book.aliases.append({"party_id": party_id, "alias": alias, "kind": kind})
    book.by_name[alike(name)] = party_id
