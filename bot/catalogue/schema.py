"""The tables of data/ and of the catalogue, described once for the reader, the writer and SQLite.

An empty cell in a CSV file is None, which means "not known".
"""

from dataclasses import dataclass, field

Cell = str | int | float | None
Row = dict[str, Cell]
Columns = str | tuple[str, ...]
References = dict[Columns, tuple[str, Columns]]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One table; `optional` names the columns that may be None."""

    name: str
    columns: dict[str, type[str] | type[int] | type[float]]
    key: tuple[str, ...]
    optional: frozenset[str] = frozenset()
    references: References = field(default_factory=dict)
    indexes: tuple[tuple[str, ...], ...] = ()

    @property
    def file_name(self) -> str:
        return f"{self.name}.csv"

    @property
    def required(self) -> frozenset[str]:
        return frozenset(self.columns) - self.optional


SOURCE = Table(
    "source",
    {"id": str, "title": str, "credit": str, "licence": str, "url": str, "as_of": str},
    key=("id",),
    optional=frozenset({"as_of"}),
)
CONSTITUENCY = Table(
    "constituency",
    {
        "code": str,
        "name": str,
        "name_welsh": str,
        "first_boundaries": str,
        "last_boundaries": str,
        "country": str,
        "region": str,
        "kind": str,
        "latitude": float,
        "longitude": float,
        "centroid_source": str,
    },
    key=("code",),
    optional=frozenset({"name_welsh", "latitude", "longitude", "centroid_source"}),
    indexes=(("name",), ("region",), ("country",)),
)
SUCCESSION = Table(
    "succession",
    {"old_code": str, "new_code": str, "share_of_old": float, "share_of_new": float},
    key=("old_code", "new_code"),
    references={"old_code": ("constituency", "code"), "new_code": ("constituency", "code")},
    indexes=(("new_code",),),
)
PARTY = Table(
    "party",
    {"id": str, "name": str, "short": str, "kind": str, "colour": str},
    key=("id",),
    optional=frozenset({"colour"}),
)
PARTY_REGISTRATION = Table(
    "party_registration",
    {"ec_id": str, "party_id": str, "name": str},
    key=("ec_id",),
    references={"party_id": ("party", "id")},
    indexes=(("party_id",),),
)
PARTY_ALIAS = Table(
    "party_alias",
    {"party_id": str, "alias": str, "kind": str},
    key=("party_id", "alias"),
    references={"party_id": ("party", "id")},
)
PERSON = Table(
    "person",
    {"id": str, "name": str, "given_name": str, "family_name": str, "gender": str, "mnis_id": str},
    key=("id",),
    optional=frozenset({"gender", "mnis_id"}),
    indexes=(("mnis_id",),),
)
PERSON_IDENTIFIER = Table(
    "person_identifier",
    {"scheme": str, "identifier": str, "person_id": str},
    key=("scheme", "identifier"),
    references={"person_id": ("person", "id")},
    indexes=(("person_id",),),
)
PERSON_ALIAS = Table(
    "person_alias",
    {"person_id": str, "alias": str},
    key=("person_id", "alias"),
    references={"person_id": ("person", "id")},
)
CONTEST = Table(
    "contest",
    {
        "code": str,
        "polled_on": str,
        "kind": str,
        "electorate": int,
        "rejected_votes": int,
        "declared_at": str,
        "certainty": str,
        "published_valid_votes": int,
        "published_majority": int,
        "published_outcome": str,
    },
    key=("code", "polled_on"),
    optional=frozenset(
        {"electorate", "rejected_votes", "declared_at", "certainty", "published_outcome"}
    ),
    references={"code": ("constituency", "code")},
    indexes=(("polled_on", "kind"),),
)
CANDIDACY = Table(
    "candidacy",
    {
        "code": str,
        "polled_on": str,
        "position": int,
        "person_id": str,
        "standing_as": str,
        "party_id": str,
        "ballot_party": str,
        "votes": int,
        "published_votes": int,
        "published_change": float,
        "sitting": int,
    },
    key=("code", "polled_on", "position"),
    optional=frozenset({"published_change", "sitting"}),
    references={
        ("code", "polled_on"): ("contest", ("code", "polled_on")),
        "person_id": ("person", "id"),
        "party_id": ("party", "id"),
    },
    indexes=(("person_id",), ("party_id", "polled_on"), ("standing_as",)),
)
CONTEST_NOTE = Table(
    "contest_note",
    {"code": str, "polled_on": str, "number": int, "about": str, "note": str},
    key=("code", "polled_on", "number"),
    references={("code", "polled_on"): ("contest", ("code", "polled_on"))},
)
NOTIONAL_CONTEST = Table(
    "notional_contest",
    # Estimated is 0 where the votes were counted on these very boundaries.
    {"code": str, "polled_on": str, "electorate": int, "valid_votes": int, "estimated": int},
    key=("code", "polled_on"),
    references={"code": ("constituency", "code")},
)
NOTIONAL_VOTE = Table(
    "notional_vote",
    # Number tells independents apart: each is somebody else.
    {"code": str, "polled_on": str, "party_id": str, "number": int, "votes": int},
    key=("code", "polled_on", "party_id", "number"),
    references={
        ("code", "polled_on"): ("notional_contest", ("code", "polled_on")),
        "party_id": ("party", "id"),
    },
)
CONSTITUENCY_ALIAS = Table(
    "constituency_alias",
    {"code": str, "alias": str, "kind": str},
    key=("code", "alias"),
    references={"code": ("constituency", "code")},
)
PLACE = Table(
    "place",
    {"id": str, "name": str, "code": str, "population": int, "metres_from_boundary": int},
    key=("id",),
    optional=frozenset({"population", "metres_from_boundary"}),
    references={"code": ("constituency", "code")},
    indexes=(("code",),),
)
POSTCODE_DISTRICT = Table(
    "postcode_district",
    {"district": str, "code": str, "share_of_area": float, "places_inside": int},
    key=("district", "code"),
    references={"code": ("constituency", "code")},
)
SHORT_FORM = Table("short_form", {"form": str, "meaning": str}, key=("form", "meaning"))
ELSEWHERE = Table("elsewhere", {"name": str}, key=("name",))
# What volunteers typed while a night went on. A test of live nights, never a result.
NIGHT_AS_ENTERED = Table(
    "night_as_entered",
    {
        "polled_on": str,
        "number": int,
        "observed_at": str,
        "code": str,
        "person_id": str,
        "party": str,
        "leader_votes": int,
        "total_votes_entered": int,
        "candidates_with_votes": int,
        "candidates": int,
    },
    key=("polled_on", "number"),
    references={
        ("code", "polled_on"): ("contest", ("code", "polled_on")),
        "person_id": ("person", "id"),
    },
)
HISTORIC_CONTEST = Table(
    "historic_contest",
    {
        "id": str,
        "election": str,
        "polled_on": str,
        "constituency": str,
        "region": str,
        "boundaries": str,
        "seats": int,
        "electorate": int,
        "total_votes": int,
        "leading_group": str,
        "unopposed_group": str,
        "remark": str,
    },
    key=("id",),
    optional=frozenset({"electorate", "total_votes", "leading_group", "unopposed_group", "remark"}),
    indexes=(("constituency",), ("election",)),
)
HISTORIC_VOTE = Table(
    "historic_vote",
    {"historic_id": str, "party_group": str, "votes": int},
    key=("historic_id", "party_group"),
    references={"historic_id": ("historic_contest", "id")},
)
HISTORIC_WINNER = Table(
    "historic_winner",
    {"polled_on": str, "constituency": str, "winner": str, "party": str, "votes": int},
    key=("polled_on", "constituency"),
    optional=frozenset({"votes"}),
)
MAIDEN_SPEECH = Table(
    "maiden_speech",
    {
        "mnis_id": str,
        "name": str,
        "parliament": str,
        "delivered_on": str,
        "constituency": str,
    },
    # The source gives a few members' numbers to somebody else too, so the name is part of it.
    key=("mnis_id", "name", "delivered_on"),
    optional=frozenset({"constituency"}),
)
# The map, computed from the seats' middle points by tools/hexmap.py.
HEXAGON = Table(
    "hexagon",
    {"boundaries": str, "code": str, "column": int, "row": int},
    key=("boundaries", "code"),
    references={"code": ("constituency", "code")},
)

IMPORTED: tuple[Table, ...] = (
    SOURCE,
    CONSTITUENCY,
    SUCCESSION,
    PARTY,
    PARTY_REGISTRATION,
    PARTY_ALIAS,
    PERSON,
    PERSON_IDENTIFIER,
    PERSON_ALIAS,
    CONTEST,
    CANDIDACY,
    CONTEST_NOTE,
    NOTIONAL_CONTEST,
    NOTIONAL_VOTE,
    CONSTITUENCY_ALIAS,
    PLACE,
    POSTCODE_DISTRICT,
    SHORT_FORM,
    ELSEWHERE,
    NIGHT_AS_ENTERED,
    HISTORIC_CONTEST,
    HISTORIC_VOTE,
    HISTORIC_WINNER,
    MAIDEN_SPEECH,
)
TABLES: tuple[Table, ...] = (*IMPORTED, HEXAGON)
