"""Asking back: when a name may mean several things, or nothing here."""

from dataclasses import replace

from bot.answers import polls
from bot.answers import seat as seat_answer
from bot.answers.reply import Choice, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.names.finding import Finding, Kind, Match
from bot.questions.question import Question, Topic, WantedElection

MOST = 25  # options of one of Discord's menus
MOST_NEAR = 5
# Least score of what is worth offering where nothing is surely meant.
_LEAST_NEAR = {Kind.CONSTITUENCY: 49.0, Kind.PLACE: 66.0, Kind.PARTY: 72.0, Kind.PERSON: 72.0}
# Enough to recognise a slip by, too little to fill a channel with somebody's text.
LONGEST_ECHO = 60
EXAMPLES = (
    "Try a constituency, a candidate, a party, a town or a postcode, such as “islington north”."
)


def ambiguous(
    catalogue: Catalogue, finding: Finding, name: str, wanted: WantedElection | None
) -> Reply:
    likely = finding.matches[: min(finding.rivals, MOST)]
    if finding.postcode_district:
        title = f"{finding.postcode_district} lies in {len(likely)} constituencies"
    else:
        title = f"Which “{echo(name)}”?" if len(likely) > 1 else "Did you mean this?"
    return Reply(
        kind=ReplyKind.CHOICES,
        title=title,
        headline="Choose one:",
        choices=tuple(choice(catalogue, match, wanted) for match in likely),
        asking=True,
    )


def unclear(catalogue: Catalogue, asked: Question) -> Reply:
    """Which name is meant; each choice asks the same question of one of them."""
    unclear = asked.unclear
    assert unclear is not None
    whole = asked.topic is Topic.RESULT
    reply = ambiguous(
        catalogue, unclear.finding, unclear.finding.query, asked.election if whole else None
    )
    if whole:
        return reply
    choices = (
        replace(one, question=f"{unclear.before} [{one.kind}:{one.id}] {unclear.after}".strip())
        for one in reply.choices
    )
    return replace(reply, choices=tuple(choices))


def nothing(catalogue: Catalogue, finding: Finding, name: str) -> Reply:
    if finding.postcode_district:
        return _unknown_district(finding.postcode_district)
    if finding.area:
        return Reply(
            kind=ReplyKind.NOTHING,
            title=f"{finding.area}",
            headline=f"Name one constituency, candidate or party. {EXAMPLES}",
        )
    near = [match for match in finding.matches if match.score >= _LEAST_NEAR[match.kind]][
        :MOST_NEAR
    ]
    return Reply(
        kind=ReplyKind.NOTHING,
        title=f"Nothing found for “{echo(name)}”",
        headline="Did you mean one of these?" if near else EXAMPLES,
        choices=tuple(choice(catalogue, match, None) for match in near),
        asking=bool(near),
    )


def empty(catalogue: Catalogue, wanted: WantedElection | None = None) -> Reply:
    """No name at all was typed."""
    unknown = polls.unknown(catalogue, wanted) if wanted else []
    about = f" for “{wanted.said}”" if wanted and not unknown else ""
    return Reply(
        kind=ReplyKind.NOTHING,
        title=f"Which constituency, candidate or party{about}?",
        headline=EXAMPLES,
        preface=tuple(unknown),
    )


def _unknown_district(district: str) -> Reply:
    if district.startswith("BT"):
        headline = (
            "Postcodes of Northern Ireland are not in Teller's data. "
            "Type the name of the constituency or of a town."
        )
    else:
        headline = "Teller knows no such postcode district. Type the name of the place."
    return Reply(kind=ReplyKind.NOTHING, title=f"{district}: not found", headline=headline)


def echo(text: str) -> str:
    """What was typed, short enough to say back."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_ECHO else f"{text[: LONGEST_ECHO - 1]}…"


def choice(catalogue: Catalogue, match: Match, wanted: WantedElection | None) -> Choice:
    if match.kind is Kind.CONSTITUENCY:
        return _seat_choice(catalogue, match, wanted)
    detail = _detail(catalogue, match)
    label = f"{match.name} ({detail})" if detail else match.name
    return Choice(match.kind, match.id, label, detail, match.name)


def _seat_choice(catalogue: Catalogue, match: Match, wanted: WantedElection | None) -> Choice:
    """The seat, or its contest where one was asked for and there is one."""
    seat = catalogue.seats.by_code[match.id]
    area = seat.region if seat.region == seat.country else f"{seat.region}, {seat.country}"
    detail = f"{area}, until 2024" if seat.abolished else area
    label = f"{match.name} (until 2024)" if seat.abolished else match.name
    chosen = seat_answer.choose(catalogue, seat, wanted) if wanted else None
    if chosen:
        return Choice("contest", str(chosen), label, detail, match.name)
    return Choice(match.kind, match.id, label, detail, match.name)


def _detail(catalogue: Catalogue, match: Match) -> str:
    if match.kind is Kind.PERSON:
        stood = catalogue.persons.last_stood(match.id)
        return stood.name if stood else ""
    if match.kind is Kind.PLACE:
        place = catalogue.gazetteer.place(match.id)
        return f"in {place.constituency.name}" if place else ""
    return "party"
