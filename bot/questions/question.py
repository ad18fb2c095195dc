"""A question, understood as far as its words go."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.names.finding import Finding


class Topic(StrEnum):
    """What kind of thing is asked for; each has a module of its own in answers."""

    RESULT = "result"
    HELP = "help"
    ABOUT = "about"
    DECLARED = "declared"
    SUBSCRIBE = "subscribe"
    DISCORD = "discord"
    FIGURE = "figure"
    CAREER = "career"
    HISTORY = "history"
    PARTY = "party"
    ELECTION = "election"
    RANKING = "ranking"
    COMPARISON = "comparison"
    BY_ELECTIONS = "by-elections"
    MAP = "map"
    REFUSED = "refused"


class Measure(StrEnum):
    """What of it. The same word may be asked of a contest, a party and a whole election."""

    RESULT = "result"
    WINNER = "winner"
    PLACE = "place"  # who came second: Question.place
    VOTES = "votes"
    SHARE = "share"
    CHANGE = "change"  # of share
    MAJORITY = "majority"
    TURNOUT = "turnout"
    ELECTORATE = "electorate"
    BALLOTS = "ballots"  # how many people voted
    REJECTED = "rejected"
    DEPOSITS = "deposits"
    SWING = "swing"
    DECLARED = "declared"  # when
    OUTCOME = "outcome"  # hold or gain; asked yes or no, HELD, GAINED or LOST
    CLOSENESS = "closeness"
    CANDIDATES = "candidates"
    # A person.
    STOOD = "stood"
    WINS = "wins"
    DEFEATS = "defeats"
    BEAT = "beat"  # whom
    LOST_TO = "lost to"  # whom
    SINCE = "since"  # when first elected
    MEMBER = "member"  # whether an MP now
    UNSEATED = "unseated"  # whether they lost a seat that they held
    SUCCESSOR = "successor"  # who was elected in the seat after them
    PREDECESSOR = "predecessor"  # and before
    # A seat through time.
    HELD = "held"  # by whom, since when
    RESULTS = "results"  # at every election
    GROUPS = "groups"  # back to 1918
    CONTESTED = "contested"  # its by-elections
    BECAME = "became"
    EXISTS = "exists"  # whether it still does
    FIRST_WON = "first won"  # by the party
    HANDS = "hands"  # how often it changed them
    MADE_OF = "made of"
    # A party, and a whole election.
    TALLY = "tally"
    SEATS = "seats"
    WON = "won"  # which seats
    GAINED = "gained"
    LOST = "lost"
    SECONDS = "seconds"
    SCOREBOARD = "scoreboard"
    OVERALL = "overall majority"
    GAINS = "gains"  # the table of who gained from whom
    WOMEN = "women"
    FIRST = "first"
    LAST = "last"
    # By-elections.
    LIST = "list"
    CHANGES = "changes"  # of hands
    LATEST = "latest"


class Order(StrEnum):
    MOST = "most"
    LEAST = "least"


@dataclass(frozen=True, slots=True)
class Limit:
    """Only what is under, or with `over` above, a figure: votes, or a share from 0 to 1."""

    figure: float
    over: bool
    said: str
    is_share: bool = False


class Refusal(StrEnum):
    """Why there is no answer."""

    OPINION = "opinion"
    FORECAST = "forecast"
    ABROAD = "abroad"
    DEVOLVED = "devolved"  # or local: another election than to the House of Commons
    OFFICE = "office"  # who leads, who governs
    POLICY = "policy"
    NOT_UNDERSTOOD = "not understood"


@dataclass(frozen=True, slots=True)
class WantedElection:
    """Which contest is asked for. `said` is how it was put, for telling that there was none.

    `back` counts general elections back from the latest, which is 0.
    """

    said: str
    year: int | None = None
    month: int | None = None
    day: date | None = None
    by_election: bool | None = None
    back: int | None = None

    def suits(self, polled_on: date, *, is_by_election: bool) -> bool:
        if self.by_election is not None and self.by_election != is_by_election:
            return False
        if self.day is not None:
            return polled_on == self.day
        if self.month is not None and polled_on.month != self.month:
            return False
        return self.year is None or polled_on.year == self.year


@dataclass(frozen=True, slots=True)
class Span:
    """Years from the first to the last, None where it is open; `said` is how it was put.

    `parliament` says that the years are those of the general elections that begin and end a
    Parliament.
    """

    said: str
    first: int | None = None
    last: int | None = None
    parliament: bool = False


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words that may name several things. `before` and `after` are the rest of the question."""

    finding: Finding
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """For RESULT `name` is the text that may name a constituency, person, party or place.

    `otherwise` is a second reading, in which a month is part of a name. For the other topics the
    names are found already: codes of `seats`, ids of `persons` and `parties`, names of `areas`
    (nations and regions), each in the order in which they were said. `notes` say how a seat
    follows from the town or postcode that was named. `parties[0]` is whom it is about, `parties[1]`
    from whom or to whom. `number` is how many are wanted, `limit` what they must be under or over.
    `compared` asks how the figure changed since the election before: asked yes or no, whether it
    rose, or with `order` LEAST whether it fell. `standing` means all who stood, not the elected.
    """

    topic: Topic
    name: str = ""
    election: WantedElection | None = None
    otherwise: "Question | None" = None
    measure: Measure = Measure.RESULT
    seats: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    elections: tuple[WantedElection, ...] = ()
    span: Span | None = None
    order: Order = Order.MOST
    number: int | None = None
    place: int | None = None
    yes_or_no: bool = False
    compared: bool = False
    standing: bool = False
    limit: Limit | None = None
    notes: tuple[str, ...] = ()
    refusal: Refusal | None = None
    unclear: Unclear | None = None
    asked: str = ""
