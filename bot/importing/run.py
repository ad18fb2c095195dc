"""The whole import: raw facts in one folder, the tables of data/ in another."""

from collections import Counter
from pathlib import Path

from bot.catalogue import schema, tables
from bot.catalogue.schema import Row, Table
from bot.importing import constituencies, contests, history, nights, parties, people
from bot.importing.annotations import annotate, correct, notes_of
from bot.importing.constituencies import ConstituencyBook
from bot.importing.facts import Line, read, read_curated
from bot.importing.letters import mend_letters
from bot.importing.parties import INDEPENDENT, PartyBook
from bot.importing.report import Report
from bot.text import fold, slug


def import_facts(source: Path, target: Path) -> Report:
    """Write every table of data/ anew from the raw facts; nothing is written unless all succeed.

    `target` also holds curated/, our own corrections and additions. Raises DataError.
    """
    report = Report()
    candidacy_lines = read(source, "candidacies.csv")
    contest_lines = read(source, "contests.csv")
    mend_letters(candidacy_lines, report)
    corrected = correct(candidacy_lines, read_curated(target, "candidacy_corrections.csv"))
    book = parties.build(source, target, candidacy_lines)
    seats = constituencies.build(source, target, contest_lines)
    polls = contests.gather(contest_lines, candidacy_lines)
    contests.mend(polls, report)
    annotate(polls, notes_of(read_curated(target, "contest_notes.csv")), corrected, report)
    party_of = {id(line): book.of_candidacy(line) for line in candidacy_lines}
    persons = people.build(source, target, polls, party_of, seats.successions, report)
    found: dict[Table, list[Row]] = {
        schema.CONSTITUENCY: list(seats.rows.values()),
        schema.SUCCESSION: seats.successions,
        schema.CONSTITUENCY_ALIAS: seats.aliases,
        schema.PARTY: book.rows,
        schema.PARTY_REGISTRATION: book.registrations,
        schema.PARTY_ALIAS: book.aliases + _party_nicknames(target),
        schema.PERSON: persons.rows,
        schema.PERSON_IDENTIFIER: persons.identifiers,
        schema.PERSON_ALIAS: persons.aliases,
        schema.CONTEST: [contests.contest_row(poll) for poll in polls],
        schema.CONTEST_NOTE: [row for poll in polls for row in contests.note_rows(poll)],
        schema.CANDIDACY: [
            row
            for poll in polls
            for row in contests.candidacy_rows(poll, persons.of_line, party_of)
        ],
        **_notional(read(source, "notional_results.csv"), seats, book),
        **_geography(source, target),
        **_history(source, report),
        schema.NIGHT_AS_ENTERED: nights.rows(
            read(source, "election_night_2024_as_entered.csv"), polls, persons, report
        ),
        schema.SOURCE: _rows(read_curated(target, "sources.csv")),
        schema.SHORT_FORM: _rows(read_curated(target, "short_forms.csv")),
    }
    # Last, since it depends on every name that is known here.
    found[schema.ELSEWHERE] = _only_elsewhere(read_curated(target, "elsewhere.csv"), found)
    for table, rows in found.items():
        report.counts[table.name] = tables.write(target, table, _unique(table, rows, report))
    return report


def _rows(lines: list[Line]) -> list[Row]:
    return [dict(line) for line in lines]


def _only_elsewhere(lines: list[Line], found: dict[Table, list[Row]]) -> list[Row]:
    """Foreign names that are no word of a seat, no place and no member's surname here."""
    seats = [*found[schema.CONSTITUENCY], *found[schema.CONSTITUENCY_ALIAS]]
    home = {word for row in seats for word in fold(str(row.get("name") or row["alias"])).split()}
    home |= {fold(str(row["name"])) for row in found[schema.PLACE]}
    home |= {fold(str(row["family_name"])) for row in found[schema.PERSON] if row["mnis_id"]}
    return [{"name": line["name"]} for line in lines if line["name"] not in home]


def _party_nicknames(target: Path) -> list[Row]:
    return [
        {"party_id": line["party_id"], "alias": line["alias"], "kind": "colloquial"}
        for line in read_curated(target, "party_aliases.csv")
    ]


def _notional(
    lines: list[Line], seats: ConstituencyBook, book: PartyBook
) -> dict[Table, list[Row]]:
    """Estimates by party. Votes the estimate does not tell apart count in the total alone."""
    totals: dict[tuple[str, str], Row] = {}
    votes: Counter[tuple[str, str, str, int]] = Counter()
    for line in lines:
        code = seats.new_code(line["code"]) if line["boundaries"] == "2024" else line["code"]
        key = (code, line["election"])
        totals[key] = {
            "code": code,
            "polled_on": line["election"],
            "electorate": int(line["electorate"]),
            "valid_votes": int(line["total_votes"]),
            "estimated": int(not _kept_boundaries(line)),
        }
        party = book.of_notional(line)
        # The source lists parties with no votes in seats that they did not contest.
        if party and int(line["votes"]):
            # Independents are candidates, not one party: their rows are never added up.
            number = 1
            while party == INDEPENDENT and (*key, party, number) in votes:
                number += 1
            votes[(*key, party, number)] += int(line["votes"])
    return {
        schema.NOTIONAL_CONTEST: list(totals.values()),
        schema.NOTIONAL_VOTE: [
            {
                "code": code,
                "polled_on": polled_on,
                "party_id": party,
                "number": number,
                "votes": counted,
            }
            for (code, polled_on, party, number), counted in votes.items()
        ],
    }


def _kept_boundaries(line: Line) -> bool:
    """Scotland's seats of 2010 were drawn for 2005: its votes of 2005 are no estimate."""
    return line["boundaries"] == "2010" and line["code"].startswith("S")


def _geography(source: Path, target: Path) -> dict[Table, list[Row]]:
    corrected = read_curated(target, "places.csv")
    wrong = {(line["place"], line["code"]) for line in corrected}
    places = [
        line for line in read(source, "places.csv") if (line["place"], line["code"]) not in wrong
    ]
    return {
        schema.PLACE: [_place(line) for line in [*places, *corrected]],
        schema.POSTCODE_DISTRICT: [
            {
                "district": line["district"],
                "code": line["code"],
                "share_of_area": float(line["share_of_area"]),
                "places_inside": int(line["places_inside"]),
            }
            for line in read(source, "postcode_districts.csv")
        ],
    }


def _place(line: Line) -> Row:
    metres = line["metres_from_boundary"]
    return {
        "id": f"{slug(line['place'])}.{line['code']}",
        "name": line["place"].replace("’", "'"),
        "code": line["code"],
        # The gazetteer writes 0 where it has no figure.
        "population": int(line["population"] or 0) or None,
        "metres_from_boundary": int(metres) if metres else None,
    }


def _history(source: Path, report: Report) -> dict[Table, list[Row]]:
    past, votes = history.contest_rows(read(source, "historic_results_1918_2005.csv"))
    winners = history.winner_rows(read(source, "winners_1997_2005.csv"))
    members = {line["mnis_id"]: line["name"] for line in read(source, "mps_since_2010.csv")}
    speeches = history.maiden_speech_rows(read(source, "first_parliament.csv"), members, report)
    return {
        schema.HISTORIC_CONTEST: past,
        schema.HISTORIC_VOTE: votes,
        schema.HISTORIC_WINNER: winners,
        schema.MAIDEN_SPEECH: speeches,
    }


def _unique(table: Table, rows: list[Row], report: Report) -> list[Row]:
    """The rows with the first of each key; a second one with other figures is reported."""
    kept: dict[tuple[object, ...], Row] = {}
    for row in rows:
        key = tuple(row[column] for column in table.key)
        if key in kept and kept[key] != row:
            report.doubtful.append(f"{table.name}: two rows for {key}; the first is kept.")
        kept.setdefault(key, row)
    return list(kept.values())
