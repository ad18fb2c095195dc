"""Questions about a party."""

from bot.questions.question import Measure, Topic
from bot.questions.rules.rule import ANY, Rule

M, T = Measure, Topic

PAIRS = (
    Rule(
        T.PARTY,
        M.SECONDS,
        """
        PARTY .*(?:second | 2nd) to (?:the )?PARTY
        """,
        "PARTY PARTY",
        "SEAT PERSON",
    ),
    Rule(
        T.PARTY,
        M.SECONDS,
        r"PARTY (?:held )?(?:seats? | mps? | constituenc\w+) .*PARTY .*(?:second | 2nd)",
        "PARTY PARTY",
        "SEAT PERSON",
    ),
    Rule(
        T.PARTY,
        M.GAINED,
        r"""
        PARTY .*<gained> .*from .*PARTY | <gained> .*by PARTY .*from | PARTY gains? from PARTY
        | PARTY (?:win | won | wins | take | took | beat | pick\w*) .*(?:from | off) .*PARTY
        """,
        "PARTY PARTY",
        "SEAT PERSON",
    ),
    Rule(
        T.PARTY,
        M.LOST,
        r"""
        PARTY .*<lost> .*to .*PARTY | <lost> .*(?:by | from) PARTY to | PARTY loss\w* to PARTY
        """,
        "PARTY PARTY",
        "SEAT PERSON",
    ),
    Rule(
        T.PARTY,
        M.GAINED,
        """
        PARTY to (?:the )?PARTY | PARTY <gained> (?:the )?PARTY
        """,
        "PARTY PARTY",
        "SEAT PERSON",
    ),
)
PARTIES = (
    Rule(T.PARTY, M.TALLY, "net", "PARTY", "SEAT PERSON"),
    Rule(
        T.RESULT,
        M.RESULT,
        "^(?:(?:the | WHEN) )*PARTY(?: WHEN)*$",
        "PARTY",
        "SEAT PERSON AREA",
    ),
    *PAIRS,
    Rule(
        T.PARTY,
        M.WINNER,
        "<asking_whether> (?:the )?PARTY <lost>(?: (?:WHEN | the | election | general))*$",
        "PARTY",
        "SEAT PERSON AREA",
    ),
    Rule(
        T.PARTY,
        M.HELD,
        r"""
        PARTY holds$ | holds (?:WHEN | AREA) | (?:held | kept | retained) .*seats
        | seats .*(?:hold | held | keep | kept | retain\w*)
        """,
        "PARTY",
        "SEAT PERSON",
    ),
    Rule(
        T.ELECTION,
        M.OVERALL,
        """
        overall majority | working majority | (?:commons | parliamentary | government) majority
        | short of a majority | majority (?:of seats | in (?:the )?(?:commons | parliament))
        | ^(?:the )?PARTY (?:s )?majority(?: WHEN)*$ | (?:size of | how big was
        | what was) (?:the )?PARTY majority(?: WHEN)*$
        """,
        "PARTY",
        "SEAT PERSON AREA",
    ),
    Rule(
        T.PARTY,
        M.WOMEN,
        """
        women | woman | females? | female | ladies | gender | men | male
        """,
        "PARTY",
        "SEAT PERSON",
    ),
    Rule(T.PARTY, M.DEPOSITS, "deposits?", "PARTY", "SEAT PERSON"),
    Rule(T.PARTY, M.SECONDS, r"second\w* | 2nd | runners? up", "PARTY", "SEAT PERSON"),
    Rule(
        T.PARTY,
        M.GAINED,
        r"""
        gain\w* | captur\w* | flip\w* | pick\w* up | regain\w* | snatch\w* | (?:which | what
        | where | list | how many) .*(?:take | took | taken)(?! .*by)
        """,
        "PARTY",
        "SEAT PERSON",
    ),
    Rule(
        T.PARTY,
        M.LOST,
        """
        (?:seats? | where | which | what | how many | mps? | list | many) .*<lost>
        | <lost> .*(?:seats? | mps? | where) | losses | <lost>$ | <lost> (?:WHEN | AREA | in)
        """,
        "PARTY",
        "SEAT PERSON",
    ),
    Rule(T.PARTY, M.CHANGE, "<change>", "PARTY", "SEAT PERSON"),
    Rule(T.PARTY, M.SHARE, r"shares? | per ?cent\w* | proportion | pct", "PARTY", "SEAT PERSON"),
    Rule(
        T.PARTY,
        M.CANDIDATES,
        """
        candidates? | <stand> | fielded | field | put up
        """,
        "PARTY",
        "SEAT PERSON",
    ),
    Rule(T.PARTY, M.VOTES, "votes? | polled | voted | poll", "PARTY", "SEAT PERSON"),
    Rule(
        T.PARTY,
        M.WINNER,
        """
        ^(?:(?:so | and | but) )?(?:did | has | have | was
        | were) (?:the )?PARTY (?:ever )?<won>(?: (?:the | a | an | WHEN | SPAN | AREA | in | at
        | overall | outright | general | election | majority | elections))*$ | ^(?:did | has
        | have | was | were) .*majority
        """,
        "PARTY",
        "SEAT PERSON",
    ),
    Rule(
        T.PARTY,
        M.SEATS,
        """
        how many | number of | seat (?:count | tally | total) | (?:total | many) seats | SPAN
        | count
        """,
        "PARTY",
        "SEAT PERSON",
    ),
    Rule(
        T.PARTY,
        M.WON,
        r"""
        seats? | mps? | constituenc\w+ | where .*<won> | <won> | which | list | <held> | members
        """,
        "PARTY",
        "SEAT PERSON",
    ),
    Rule(T.PARTY, M.TALLY, ANY, "PARTY", "SEAT PERSON"),
)
