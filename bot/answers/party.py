"""The answer for a party: how it did at each general election since 2010."""

from dataclasses import replace

from bot.answers import figures, naming, polls
from bot.answers.reply import Fact, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.parties import PartyShowing
from bot.elections.arithmetic import share
from bot.elections.party import Party
from bot.questions.question import WantedElection


def answer(catalogue: Catalogue, party: Party, wanted: WantedElection | None = None) -> Reply:
    showings = [
        one
        for one in catalogue.parties.showings(party.id)
        if wanted is None or wanted.suits(one.polled_on, is_by_election=False)
    ]
    return Reply(
        kind=ReplyKind.PARTY,
        title=f"{party.name} · general elections since 2010",
        headline=_headline(catalogue, party, showings, wanted),
        facts=tuple(Fact(figures.day(one.polled_on), _showing(one, party)) for one in showings),
        colour=party.colour,
        as_of=catalogue.results.as_of,
        sources=(catalogue.results.title,),
    )


def _headline(
    catalogue: Catalogue,
    party: Party,
    showings: list[PartyShowing],
    wanted: WantedElection | None,
) -> str:
    if showings:
        latest = showings[0]
        return (
            f"{party.name}: {_seats(latest)} at the general election of "
            f"{figures.day(latest.polled_on)}{_as(latest, party)}"
        )
    if wanted is None:
        return f"{party.name} has stood at by-elections only"
    if wanted.by_election:
        return "Teller adds up general elections only; ask for the constituency of a by-election."
    unknown = polls.unknown(catalogue, replace(wanted, by_election=False))
    if unknown:
        return unknown[0]
    return f"{party.name} did not stand at the general election of “{wanted.said}”"


def _seats(showing: PartyShowing) -> str:
    return f"{showing.seats} of {showing.contests} seats" if showing.seats else "no seats"


def _as(one: PartyShowing, party: Party) -> str:
    """The name it stood under, where that was another."""
    name = naming.party_as_printed(party, one.printed)
    return "" if name == party.name else f", as {name}"


def _showing(one: PartyShowing, party: Party) -> str:
    part = share(one.votes, one.total)
    portion = f" ({figures.percent(part)})" if part is not None else ""
    candidates = "1 candidate" if one.candidates == 1 else f"{one.candidates} candidates"
    return f"{_seats(one)}, {figures.votes(one.votes)}{portion}, {candidates}{_as(one, party)}"
