"""Which candidacies are one person's.

Parliament's and Democracy Club's ids join most. For the rest the same name is the same person only
where party or place agrees too, and never where something speaks against it.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from itertools import combinations

from bot.importing.facts import Line
from bot.importing.report import Report
from bot.importing.unions import Unions
from bot.text import alike

NEAR = 0.1  # share of population that two seats must have in common to be the same place
_GENDERS = {"M": "Male", "F": "Female", "?": ""}


@dataclass
class Record:
    """One candidacy, with what tells whose it was."""

    line: Line
    party: str
    won: bool
    dc_id: str
    number: int = 0

    @property
    def name(self) -> str:
        return alike(f"{self.line['given_name']} {self.line['family_name']}")

    @property
    def first_and_family(self) -> str:
        given = alike(self.line["given_name"]).split()
        return " ".join([*given[:1], alike(self.line["family_name"])])

    @property
    def gender(self) -> str:
        return _GENDERS.get(self.line["gender"], self.line["gender"])


@dataclass
class Cluster:
    """Candidacies so far known to be one person's."""

    records: list[Record] = field(default_factory=list)

    def ids(self, column: str) -> set[str]:
        if column == "dc":
            return {record.dc_id for record in self.records if record.dc_id}
        return {record.line[column] for record in self.records if record.line[column]}

    @property
    def parties(self) -> set[str]:
        return {record.party for record in self.records} - {"independent", "speaker"}

    @property
    def codes(self) -> set[str]:
        return {record.line["code"] for record in self.records}

    @property
    def polls(self) -> set[str]:
        return {record.line["polled_on"] for record in self.records}


Agreement = Callable[[Cluster, Cluster], bool]


class PersonJoiner:
    """Joins candidacies into persons. `neighbours` maps a seat's code to those it overlaps."""

    def __init__(self, neighbours: dict[str, set[str]], report: Report) -> None:
        self._neighbours = neighbours
        self._report = report
        self._unions = Unions()
        self._of: dict[Hashable, Cluster] = defaultdict(Cluster)

    def join(
        self,
        records: list[Record],
        mnis_of_dc: dict[str, str],
        links: list[tuple[int, int]],
    ) -> list[Cluster]:
        """The persons, each with at least one record. `links` are known pairs of record numbers."""
        self._refuse_shared_ids(records)
        for record in records:
            self._join_by_id(record, mnis_of_dc)
        for one, other in links:
            self._unions.join(("record", one), ("record", other))
        # The surest agreement first: what joins on little must see what joined on much.
        self._join_by_name(records, full=False, agree=self._both)
        self._join_by_name(records, full=True, agree=self._place)
        self._join_by_name(records, full=True, agree=self._party)
        return self._clusters(records)

    def _refuse_shared_ids(self, records: list[Record]) -> None:
        """An id that two candidates of one contest share is a slip of the source: trust neither."""
        seen: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for record in records:
            if record.dc_id:
                seen[record.line["polled_on"], record.dc_id].append(record)
        for (polled_on, dc_id), sharing in seen.items():
            if len(sharing) > 1:
                names = " and ".join(record.name.title() for record in sharing)
                self._report.doubtful.append(
                    f"{polled_on}: {names} share the Democracy Club id {dc_id}; it joins neither."
                )
                for record in sharing:
                    record.dc_id = ""

    def _join_by_id(self, record: Record, mnis_of_dc: dict[str, str]) -> None:
        key = ("record", record.number)
        mnis_id = record.line["mnis_id"] or mnis_of_dc.get(record.dc_id, "")
        if mnis_id:
            self._unions.join(("mnis", mnis_id), key)
        if record.dc_id:
            self._unions.join(("dc", record.dc_id), key)

    def _clusters(self, records: list[Record]) -> list[Cluster]:
        self._of.clear()
        for record in records:
            self._of[self._unions.root(("record", record.number))].records.append(record)
        return list(self._of.values())

    def _join_by_name(self, records: list[Record], *, full: bool, agree: Agreement) -> None:
        named: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in self._clusters(records):
            for name in {r.name if full else r.first_and_family for r in cluster.records}:
                named[name].append(cluster)
        for clusters in named.values():
            for one, other in combinations(clusters, 2):
                self._consider(one, other, agree)

    def _consider(self, one: Cluster, other: Cluster, agree: Agreement) -> None:
        """Join two clusters as they have grown meanwhile, unless something speaks against it."""
        keys = [("record", cluster.records[0].number) for cluster in (one, other)]
        roots = [self._unions.root(key) for key in keys]
        if roots[0] == roots[1]:
            return
        grown, other_grown = (self._of[root] for root in roots)
        surely = agree == self._both
        if agree(grown, other_grown) and not self._conflict(grown, other_grown, surely=surely):
            self._unions.join(*keys)
            merged = Cluster(grown.records + other_grown.records)
            self._of[self._unions.root(keys[0])] = merged

    def _conflict(self, one: Cluster, other: Cluster, *, surely: bool) -> bool:
        """Whether something speaks against it; a gender does not where name, party and place agree.

        The source has slips of gender, so alone it proves nothing.
        """
        for column in ("mnis_id", "dc"):
            ours, theirs = one.ids(column), other.ids(column)
            # Two ids of one scheme are two persons, whatever else agrees.
            if ours and theirs and not ours & theirs:
                return True
        genders = {record.gender for record in one.records + other.records} - {"", "Non-binary"}
        if (len(genders) > 1 and not surely) or one.polls & other.polls:
            return True
        return _never_sat(one, other) or _never_sat(other, one)

    def _place(self, one: Cluster, other: Cluster) -> bool:
        near = set(one.codes)
        for code in one.codes:
            near |= self._neighbours.get(code, set())
        return bool(near & other.codes)

    def _party(self, one: Cluster, other: Cluster) -> bool:
        return bool(one.parties & other.parties)

    def _both(self, one: Cluster, other: Cluster) -> bool:
        return self._place(one, other) and self._party(one, other)


def _never_sat(one: Cluster, member: Cluster) -> bool:
    """Whether `one` is said never to have been an MP after `member` had already been one."""
    been = [
        record.line["polled_on"]
        for record in member.records
        if "Yes" in (record.line["former_mp"], record.line["sitting_mp"])
    ]
    # Winning makes an MP from the next poll on.
    # The flag is about the day of the poll, so winning shows from the next one on.
    been += [f"{record.line['polled_on']}+" for record in member.records if record.won]
    never = [
        record.line["polled_on"]
        for record in one.records
        if record.line["former_mp"] == "No" and record.line["sitting_mp"] != "Yes"
    ]
    return bool(been and never) and min(been) < max(never)
