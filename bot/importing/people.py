"""Rows for persons: an id that stays, the newest name, every other way to write it."""

from collections import defaultdict
from pathlib import Path

from bot.catalogue.schema import Row
from bot.importing.contests import Poll, name
from bot.importing.facts import Line, read, read_curated
from bot.importing.identities import mend_member_ids
from bot.importing.persons import NEAR, Cluster, PersonJoiner, Record
from bot.importing.report import Report
from bot.text import alike, fold, slug

_GENDERS = {"M": "Male", "F": "Female", "?": None, "": None}


class People:
    """The persons of an import: their rows, and whose each candidacy is."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.identifiers: list[Row] = []
        self.aliases: list[Row] = []
        self.of_line: dict[int, str] = {}


def build(
    source: Path,
    curated: Path,
    polls: list[Poll],
    parties: dict[int, str],
    successions: list[Row],
    report: Report,
) -> People:
    members = {line["mnis_id"]: line for line in read(source, "mps_since_2010.csv")}
    mend_member_ids(polls, {number: line["name"] for number, line in members.items()}, report)
    records = [
        Record(
            line,
            parties[id(line)],
            won=poll.votes[place] == max(poll.votes),
            dc_id=line["democracy_club_id"],
        )
        for poll in polls
        for place, line in enumerate(poll.candidates)
    ]
    for number, record in enumerate(records):
        record.number = number
    mnis_of_dc = {
        dc_id: mnis_id
        for mnis_id, line in members.items()
        for dc_id in line["democracy_club_ids"].replace(";", " ").split()
    }
    joiner = PersonJoiner(neighbours(successions), report)
    links = _known_links(records, read_curated(curated, "person_links.csv"))
    people = People()
    clusters = joiner.join(records, mnis_of_dc, links)
    aliases = read(source, "mp_aliases.csv")
    _add_all(people, clusters, _forms(members, aliases))
    _add_member_aliases(people, aliases)
    return people


def neighbours(successions: list[Row]) -> dict[str, set[str]]:
    """Seats that share at least a tenth of their people, either way round."""
    near: dict[str, set[str]] = defaultdict(set)
    for row in successions:
        old, new = str(row["old_code"]), str(row["new_code"])
        if max(float(row["share_of_old"] or 0), float(row["share_of_new"] or 0)) >= NEAR:
            near[old].add(new)
            near[new].add(old)
    return near


def _known_links(records: list[Record], lines: list[Line]) -> list[tuple[int, int]]:
    found = {
        (
            record.line["polled_on"],
            record.line["code"],
            alike(record.line["family_name"]),
        ): record.number
        for record in records
    }
    return [
        (
            found[line["polled_on"], line["code"], alike(line["family_name"])],
            found[line["same_as_polled_on"], line["same_as_code"], alike(line["family_name"])],
        )
        for line in lines
    ]


def _forms(members: dict[str, Line], aliases: list[Line]) -> dict[str, list[str]]:
    """Every way in which Parliament and those who follow it write a member's name."""
    forms = {mnis_id: [line["name"]] for mnis_id, line in members.items()}
    for line in aliases:
        forms.setdefault(line["mnis_id"], []).append(line["alias"])
    return forms


def _add_all(people: People, clusters: list[Cluster], forms: dict[str, list[str]]) -> None:
    """Ids are given in order of first standing, so a later namesake never takes an older id."""
    taken: dict[str, int] = defaultdict(int)
    ordered = sorted(clusters, key=lambda one: min((*_when(record),) for record in one.records))
    for cluster in ordered:
        newest = max(cluster.records, key=_when)
        mnis_ids = cluster.ids("mnis_id")
        mnis_id = min(mnis_ids) if mnis_ids else None
        stood_as = [name(record.line) for record in cluster.records]
        display = _display_name(newest.line, stood_as + forms.get(mnis_id or "", []))
        base = slug(display) or "unnamed"
        # A number, not the seat: people move, and an id must not.
        taken[base] += 1
        person_id = base if taken[base] == 1 else f"{base}-{taken[base]}"
        _add(people, cluster, person_id, display, mnis_id)


def _when(record: Record) -> tuple[str, str]:
    return record.line["polled_on"], record.line["code"]


def _display_name(newest: Line, forms: list[str]) -> str:
    """As on the newest ballot paper, or the shortest known form of it that keeps the surname."""
    family = set(fold(newest["family_name"]).split())
    words = fold(name(newest)).split()
    shorter = [
        form
        for form in forms
        if family < set(fold(form).split()) <= set(words) and len(fold(form).split()) < len(words)
    ]
    return min(shorter, key=lambda form: (len(form), form), default=name(newest))


def _add(
    people: People, cluster: Cluster, person_id: str, display: str, mnis_id: str | None
) -> None:
    newest = max(cluster.records, key=_when).line
    genders = {_GENDERS.get(r.line["gender"], r.line["gender"]) for r in cluster.records} - {None}
    people.rows.append(
        {
            "id": person_id,
            "name": display,
            "given_name": newest["given_name"],
            "family_name": newest["family_name"],
            "gender": str(genders.pop()) if len(genders) == 1 else None,
            "mnis_id": mnis_id,
        }
    )
    for scheme in ("mnis_id", "dc"):
        for identifier in sorted(cluster.ids(scheme)):
            people.identifiers.append(
                {
                    "scheme": "mnis" if scheme == "mnis_id" else "democracy-club",
                    "identifier": identifier,
                    "person_id": person_id,
                }
            )
    for alias in {name(record.line) for record in cluster.records} - {display}:
        people.aliases.append({"person_id": person_id, "alias": alias})
    for record in cluster.records:
        people.of_line[id(record.line)] = person_id


def _add_member_aliases(people: People, lines: list[Line]) -> None:
    by_mnis = {row["mnis_id"]: row for row in people.rows if row["mnis_id"]}
    known = {(row["person_id"], row["alias"]) for row in people.aliases}
    for line in lines:
        person = by_mnis.get(line["mnis_id"])
        if person is None or line["alias"] == person["name"]:
            continue
        if (person["id"], line["alias"]) not in known:
            known.add((person["id"], line["alias"]))
            people.aliases.append({"person_id": person["id"], "alias": line["alias"]})
