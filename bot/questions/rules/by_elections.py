"""Questions about by-elections."""

from bot.questions.question import Measure, Order, Topic
from bot.questions.rules.rule import ANY, Rule

M, T = Measure, Topic

BY_ELECTIONS = (
    Rule(
        T.HISTORY,
        M.CONTESTED,
        r"""
        BYELECTIONS | (?:ever | any) (?:\w+ ){0,3}BYELECTION | when .*BYELECTION | (?:latest
        | last) BYELECTION
        """,
        "SEAT",
        "PERSON PARTY",
    ),
    Rule(
        T.RANKING,
        M.SWING,
        """
        <superlative> .*swings? | swing.* <superlative>
        """,
        "BY",
        "SEAT PERSON",
    ),
    Rule(
        T.RANKING,
        M.TURNOUT,
        """
        <superlative> .*turnouts? | turnout.* <superlative>
        """,
        "BY",
        "SEAT PERSON",
    ),
    Rule(T.RANKING, M.MAJORITY, "<close>", "BY", "SEAT PERSON", Order.LEAST),
    Rule(T.RANKING, M.MAJORITY, "<safe>", "BY", "SEAT PERSON", Order.MOST),
    Rule(
        T.RANKING,
        M.MAJORITY,
        r"<superlative> .*(?:majorit\w+ | maj | margins?)",
        "BY",
        "SEAT PERSON",
    ),
    Rule(T.RANKING, M.CANDIDATES, "<superlative> .*candidates", "BY", "SEAT PERSON"),
    Rule(T.RANKING, M.SHARE, "<superlative> .*share", "BY", "SEAT PERSON"),
    Rule(T.RANKING, M.VOTES, "<superlative> .*votes", "BY", "SEAT PERSON"),
    Rule(
        T.BY_ELECTIONS,
        M.LATEST,
        r"""
        (?:latest | most recent | newest | last) (?:\w+ )?(?:(?:PARTY | AREA) )?BYELECTION
        | BYELECTION .*(?:latest | most recent) | when .*last BYELECTION
        """,
        "BY",
        "SEAT PERSON",
    ),
    Rule(T.BY_ELECTIONS, M.GAINED, "<gained>", "BY PARTY", "SEAT PERSON"),
    Rule(T.BY_ELECTIONS, M.LOST, "<lost>", "BY PARTY", "SEAT PERSON"),
    Rule(T.BY_ELECTIONS, M.WON, ANY, "BY PARTY", "SEAT PERSON"),
    Rule(
        T.BY_ELECTIONS,
        M.CHANGES,
        """
        <hands> | <gained> | gains? | losses | <lost>
        """,
        "BY",
        "SEAT PERSON",
    ),
    Rule(T.BY_ELECTIONS, M.LIST, ANY, "BY", "SEAT PERSON"),
)
