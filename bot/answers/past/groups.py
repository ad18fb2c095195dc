"""A seat's votes by group of parties, back to 1918."""

from collections import Counter

from bot.answers.past.groups_named import Holder, group_holder, group_of
from bot.answers.past.then import about, around, sentence
from bot.answers.past.timeline import Win
from bot.answers.past.told import NOT_CERTAIN, Told
from bot.answers.placing import listed
from bot.answers.reply import Cell, Column, Listing, Reply, Unit
from bot.elections import arithmetic
from bot.elections.contest import Contest, ContestKind
from bot.elections.past import PartyGroup

_NATIONALISTS = {"Wales": "Plaid", "Scotland": "SNP"}
_OTHERS_NOW = "Others are everybody else, of whatever party."
_OTHERS = (
    "Others are everybody else, of whatever party; before 2010 most of Northern Ireland's parties, "
    "and National Liberals and National Labour of 1931 to 1951, are among them."
)


def answer(told: Told) -> Reply:
    wins = [one for one in around(told) if _wanted(told, one)]
    groups = [group for group in PartyGroup if any(_share(one, group) is not None for one in wins)]
    nationalists = _NATIONALISTS.get(told.region, "Nat")
    names = {
        PartyGroup.CONSERVATIVE: "Con",
        PartyGroup.LABOUR: "Lab",
        PartyGroup.LIBERAL: "Lib",
        PartyGroup.NATIONALIST: nationalists,
        PartyGroup.OTHERS: "Others",
    }
    columns = (
        Column("Election"),
        Column("Won by"),
        *(Column(names[group], Unit.SHARE) for group in groups),
        Column("Member"),
    )
    rows = tuple(_row(told, one, groups) for one in wins)
    past = [one.past for one in wins if one.past]
    return told.reply(
        about(told, f"by group of parties, general elections {_years(wins)}".rstrip()),
        sentence(told) or _headline(told, wins),
        listing=Listing(told.named("by-group"), columns, rows) if rows else None,
        notes=(_OTHERS,) if past else (_OTHERS_NOW,),
        past=past,
    )


def _wanted(told: Told, win: Win) -> bool:
    span, year = told.asked.span, win.polled_on.year
    inside = span is None or (span.first or year) <= year <= (span.last or year)
    return inside and win.kind is ContestKind.GENERAL


def _row(told: Told, win: Win, groups: list[PartyGroup]) -> tuple[Cell, ...]:
    shares = [_share(win, group) for group in groups]
    return _year(told, win), _won_by(win), *shares, win.member or None


def _year(told: Told, win: Win) -> str:
    """The month, too, where there were two in a year."""
    year = win.polled_on.year
    twice = sum(day.year == year for day in told.line.days) > 1
    return f"{year} {win.polled_on:%b}" if twice else str(year)


def _won_by(win: Win) -> str:
    if win.holder is not None:
        unopposed = win.past is not None and bool(win.past.unopposed)
        return f"{win.holder.name}, unopposed" if unopposed else win.holder.name
    if win.past is not None and win.past.leading and win.past.members > 1:
        return f"{NOT_CERTAIN}: {group_holder(win.past.leading, win.past).name} ahead"
    return NOT_CERTAIN


def _share(win: Win, group: PartyGroup) -> float | None:
    if win.past is not None:
        return win.past.share(group)
    return _share_now(win.contest, group) if win.contest else None


def _share_now(contest: Contest, group: PartyGroup) -> float | None:
    """None where nobody of the group stood."""
    votes = [one.votes for one in contest.candidacies if group_of(one.party.id) is group]
    return arithmetic.share(sum(votes), contest.valid_votes) if votes else None


def _headline(told: Told, wins: list[Win]) -> str:
    if not wins:
        return f"No general election of those years is in the data for {told.name}."
    # By key, since Liberals changed their name; the newest name counts.
    holders = [one.holder for one in reversed(wins) if one.holder]
    names = {_party(one): one.name for one in holders}
    times = Counter(map(_party, holders))
    tally = [f"{names[key]} {number}" for key, number in times.most_common()]
    uncertain = len(wins) - times.total()
    tally += [f"not certain {uncertain}"] if uncertain else []
    number = "1 general election" if len(wins) == 1 else f"{len(wins)} general elections"
    return f"{told.name} at {number}, {_years(wins)}, won by: {listed(tally)}."


def _party(holder: Holder) -> str:
    """Independents count together, although they are no party."""
    return holder.key.partition(":")[0]


def _years(wins: list[Win]) -> str:
    years = sorted({one.polled_on.year for one in wins})
    return f"{years[0]} to {years[-1]}" if len(years) > 1 else "".join(map(str, years))
