"""Two or more parties in one seat, at one election of it or at several."""

from bot.answers import contest as contest_answer
from bot.answers import figures, naming, wording
from bot.answers.compared import choosing_contests, claims
from bot.answers.compared.contest_rows import other_names, share_of, votes_of
from bot.answers.national import progress
from bot.answers.reply import Column, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import Contest
from bot.elections.party import Party
from bot.elections.result import ContestResult
from bot.questions.question import Question

_TWO = 2


def answer(catalogue: Catalogue, asked: Question, parties: list[Party]) -> Reply:
    """By votes, which weigh the same in one seat as shares do."""
    seat = catalogue.seats.by_code[asked.seats[0]]
    wanted = choosing_contests.wanted(asked)
    chosen: list[ContestResult | None]
    if wanted:
        chosen = [choosing_contests.chosen(catalogue, seat, one) for one in wanted]
    else:
        chosen = [*(choosing_contests.newest_common(catalogue, [seat]) or [])[:1]]
    found = [one for one in chosen if one]
    if not found or len(found) < len(chosen):
        said = wording.listed([f"“{one.said}”" for one in wanted])
        sentence = f"{seat.name} has no such contest{f' for {said}' if said else ''}."
        return choosing_contests.nothing(catalogue, asked, sentence)
    found = sorted(found, key=lambda one: one.contest.polled_on)
    elections = wording.listed([naming.election(one.contest) for one in found])
    names = wording.listed([party.name for party in parties])
    reply = Reply(
        kind=ReplyKind.COMPARISON,
        title=f"{names} · {found[-1].contest.constituency.name} · {elections}",
        headline=_headline(asked, found, parties),
        preface=(*asked.notes, *progress.liveness(found)),
        standings=tuple(
            contest_answer.standing(one, told.contest, told.before)
            for told in (found if len(found) == 1 else [])
            for one in told.contest.candidacies
            if one.party in parties
        ),
        listing=_listing(found, parties) if len(found) > 1 else None,
        notes=tuple(other_names([one.contest for one in found], parties)),
        choices=tuple(
            contest_answer.contest_choice(catalogue, one.contest.id, one.contest.kind)
            for one in reversed(found)
        ),
    )
    return progress.with_sources(catalogue, found, reply)


def _headline(asked: Question, found: list[ContestResult], parties: list[Party]) -> str:
    if len(found) == 1:
        verdict = _judged(asked, found[0].contest, parties)
        said = _weighed(found[0].contest, parties)
        return f"{verdict}{said if verdict else wording.capital(said)}."
    told = [
        f"{figures.day(one.contest.polled_on)}: {_weighed(one.contest, parties)}" for one in found
    ]
    return f"{'; '.join(told)}."


def _weighed(contest: Contest, parties: list[Party]) -> str:
    """ "Labour had 1,006 more votes: 8,665 (18.0%) against 7,659 (15.9%) for the Conservatives"."""
    votes = {party: votes_of(contest, party) for party in parties}
    stood = sorted(
        (party for party in parties if votes[party] is not None),
        key=lambda party: -(votes[party] or 0),
    )
    absent = [f"{wording.whole(party)} did not stand" for party in parties if party not in stood]
    rest = "".join(f"; {one}" for one in absent)
    if len(stood) < _TWO:
        return f"{_alone(contest, stood)}{rest}".removeprefix("; ")
    first, *others = stood
    against = wording.listed([f"{_got(contest, one)} for {wording.whole(one)}" for one in others])
    name = wording.whole(first)
    if votes[first] == votes[others[0]]:
        return f"{name} had {_got(contest, first)}, against {against}{rest}"
    lead = (votes[first] or 0) - (votes[others[0]] or 0)
    two = wording.number(lead, "more vote")
    more = two if len(stood) == _TWO else "the most votes of them"
    return f"{name} had {more}: {_got(contest, first)} against {against}{rest}"


def _alone(contest: Contest, stood: list[Party]) -> str:
    return "".join(f"{wording.whole(one)} had {_got(contest, one)}" for one in stood)


def _got(contest: Contest, party: Party) -> str:
    """ "8,665 (18.0%)"."""
    share = share_of(contest, party)
    portion = f" ({figures.percent(share)})" if share is not None else ""
    return f"{figures.count(votes_of(contest, party) or 0)}{portion}"


def _judged(asked: Question, contest: Contest, parties: list[Party]) -> str:
    """Whether the first that was named had more, or less."""
    claimed = claims.claim(asked)
    first, *others = [votes_of(contest, party) for party in parties]
    if claimed is None or len(others) > 1 or first is None or others[0] is None:
        return ""
    yes = first < others[0] if claimed.less else first > others[0]
    return "Yes: " if yes else "No: "


def _listing(found: list[ContestResult], parties: list[Party]) -> Listing:
    elections = [choosing_contests.told(one) for one in found]
    columns = [
        column
        for name in elections
        for column in (
            Column(f"Votes {name}", Unit.COUNT),
            Column(f"Share {name}", Unit.SHARE),
        )
    ]
    rows = [
        (
            party.name,
            *(
                cell
                for one in found
                for cell in (votes_of(one.contest, party), share_of(one.contest, party))
            ),
        )
        for party in parties
    ]
    seat = found[-1].contest.constituency.name
    file = wording.file_name(seat, *(party.id for party in parties), *elections)
    return Listing(file, (Column("Party"), *columns), tuple(rows))
