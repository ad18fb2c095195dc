"""Contests made up for one test, from nothing but votes."""

from collections.abc import Mapping
from datetime import date

from bot.elections.constituency import Boundaries, Constituency
from bot.elections.contest import Baseline, Candidacy, Contest, ContestKind
from bot.elections.party import Party, PartyKind
from bot.elections.person import Person

LABOUR = Party("labour", "Labour", "Lab", PartyKind.PARTY)
CONSERVATIVE = Party("conservative", "Conservative", "Con", PartyKind.PARTY)
LIBERAL_DEMOCRAT = Party("liberal-democrat", "Liberal Democrat", "LD", PartyKind.PARTY)
NATIONALIST = Party("scottish-national-party", "Scottish National Party", "SNP", PartyKind.PARTY)
GREEN = Party("green", "Green", "Green", PartyKind.PARTY)
REFORM = Party("reform-uk", "Reform UK", "RUK", PartyKind.PARTY)
INDEPENDENT = Party("independent", "Independent", "Ind", PartyKind.INDEPENDENT)
SPEAKER = Party("speaker", "Speaker", "Spk", PartyKind.SPEAKER)

SEAT = Constituency(
    "E14001305", "Islington North", Boundaries.SINCE_2024, "England", "London", "borough"
)


def candidacy(party: Party, votes: int, person_id: str = "") -> Candidacy:
    person = Person(person_id or f"somebody-of-{party.id}", "Somebody")
    return Candidacy(person, person.name, party, party.name, votes)


def contest(
    *standing: tuple[Party, int],
    electorate: int | None = None,
    rejected_votes: int | None = None,
) -> Contest:
    return Contest(
        SEAT,
        date(2024, 7, 4),
        ContestKind.GENERAL,
        tuple(candidacy(party, votes) for party, votes in standing),
        electorate,
        rejected_votes,
    )


def baseline(votes: Mapping[Party, int], total: int | None = None) -> Baseline:
    """`total` is the sum of the votes unless it is more."""
    ranked = sorted(votes, key=lambda party: -votes[party])
    lead = votes[ranked[0]] - (votes[ranked[1]] if len(ranked) > 1 else 0)
    return Baseline(
        polled_on=date(2019, 12, 12),
        votes=dict(votes),
        total=total or sum(votes.values()),
        held_by=ranked[0],
        majority=lead,
        notional=False,
        winner=Person(f"somebody-of-{ranked[0].id}", "Somebody"),
    )
