"""The answer for a person: the contest they stood in last, and all the others a step away."""

from dataclasses import replace

from bot.answers import contest as contest_answer
from bot.answers import placing
from bot.answers.reply import Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import Contest, ContestId
from bot.elections.person import Person


def answer(catalogue: Catalogue, person: Person, wanted: ContestId | None = None) -> Reply:
    """The wanted or last contest of a person who has at least one."""
    stood = catalogue.contests.ids_of_person(person.id)
    chosen = wanted or stood[0][0]
    contest = catalogue.contests.get(chosen)
    if contest is None:
        raise LookupError(f"{person.id} stood in {chosen}, which is not in the catalogue")
    choices = tuple(
        replace(choice, short=f"{choice.short} · {catalogue.seats.by_code[one.code].name}")
        for one, kind in stood
        if one != chosen
        for choice in [contest_answer.contest_choice(catalogue, one, kind)]
    )
    reply = contest_answer.answer(catalogue, contest)
    return replace(
        reply,
        kind=ReplyKind.PERSON,
        title=f"{person.name} · {reply.title}",
        headline=f"{_showing(person, contest)} {reply.headline}",
        preface=(_record(catalogue, person), *reply.preface),
        choices=choices[: contest_answer.MOST_CHOICES],
    )


def _showing(person: Person, contest: Contest) -> str:
    """How the person did: "Ed Davey (Liberal Democrat) came 1st of 7 with 25,870 votes, 51.1%."."""
    own = placing.of_person(contest, person.id)
    return f"{placing.showing(own, contest)}." if own else ""


def _record(catalogue: Catalogue, person: Person) -> str:
    stood = catalogue.contests.ids_of_person(person.id)
    won = catalogue.contests.wins_of_person(person.id)
    first, last = stood[-1][0].polled_on.year, stood[0][0].polled_on.year
    times = {1: "once", 2: "twice"}.get(len(stood), f"{len(stood)} times")
    both = {1: "", 2: "both "}.get(len(stood), "all ")
    years = f"{both}in {last}" if first == last else f"from {first} to {last}"
    wins = {0: "did not win", 1: "won once", 2: "won twice"}.get(won, f"won {won} times")
    return f"Since 2010 {person.name} stood {times} ({years}) and {wins}."
