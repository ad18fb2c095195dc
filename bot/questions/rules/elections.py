"""Questions about a whole election."""

from bot.questions.question import Measure, Topic
from bot.questions.rules.rule import NOBODY, Rule

M, T = Measure, Topic

ELECTIONS = (
    Rule(T.ELECTION, M.PLACE, "<second>(?!.*declar)", "", NOBODY),
    Rule(T.ELECTION, M.REJECTED, r"reject\w* | spoil\w* | invalid", "", NOBODY),
    Rule(T.ELECTION, M.DEPOSITS, "deposits?", "", NOBODY),
    Rule(
        T.ELECTION,
        M.TURNOUT,
        r"""
        turnouts? | turn outs? | participation | percentage .*vot\w+
        """,
        "",
        NOBODY,
    ),
    Rule(
        T.ELECTION,
        M.ELECTORATE,
        """
        electorate | electors | registered | eligible | (?:could | can | able to
        | entitled to) (?:have )?vote
        """,
        "",
        NOBODY,
    ),
    Rule(
        T.ELECTION,
        M.BALLOTS,
        r"""
        <people> (?:\w+ )?(?:voted | vote | turned out | went | cast | bothered)
        | ballots?(?: papers?)?
        """,
        "",
        NOBODY,
    ),
    Rule(T.ELECTION, M.CANDIDATES, "candidates? | (?:who | how many) .*<stand>", "", NOBODY),
    Rule(
        T.ELECTION,
        M.SCOREBOARD,
        """
        score ?board | seats? by party | state of (?:the )?parties | tally | breakdown | (?:each
        | every | all | the) (?:the )?part(?:y | ies) | by party | make ?up | standings
        | how many seats | seats | seat (?:count | tally | totals?)
        """,
        "",
        NOBODY,
    ),
    Rule(T.ELECTION, M.SHARE, r"shares? | votes? by party | most votes | per ?cent\w*", "", NOBODY),
    Rule(T.ELECTION, M.VOTES, "how many .*votes? | votes | total vote", "", NOBODY),
    Rule(T.ELECTION, M.OVERALL, "majority", "", "SEAT PERSON PARTY AREA"),
    Rule(
        T.ELECTION,
        M.WINNER,
        """
        (?:who | which | what) .*<won> | <won> | who .*government | winner
        """,
        "",
        NOBODY,
    ),
    Rule(
        T.ELECTION,
        M.SCOREBOARD,
        """
        results? | outcome | ^(?:(?:the | in | at) )*WHEN$ | parliament | commons | AREA
        | scores? | summary | parties
        """,
        "",
        NOBODY,
    ),
)
