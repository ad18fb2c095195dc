"""Questions about one contest, and what a name alone asks for."""

from bot.questions.question import Measure, Topic
from bot.questions.rules.rule import ANY, Rule

M, T = Measure, Topic

FIGURES = (
    Rule(
        T.FIGURE,
        M.MEMBER,
        r"""
        (?:who | whos | whose | my | our | current | local | the | find | name) .*(?:mps?
        | member) | (?:mps? | member | member of parliament) (?:of | for | in) | represents?
        | incumbents? | mps?$ | represented
        """,
        "SEAT",
        "PERSON PARTY WHEN BYELECTION SPAN",
    ),
    Rule(
        T.FIGURE,
        M.WINNER,
        r"""
        ^(?:(?:so | and | but) )?(?:is | was | are | were | isnt | wasnt) (?:the )?SEAT (?:(?:a
        | an | still | now | the | really | currently | held by) )*PARTY
        """,
        "SEAT PARTY",
        "PERSON",
    ),
    Rule(T.FIGURE, M.REJECTED, r"reject\w* | spoil\w* | invalid | void"),
    Rule(T.FIGURE, M.DEPOSITS, "deposits?"),
    Rule(T.FIGURE, M.BEAT, "<beat> | ahead of | more votes than", "PARTY PARTY SEAT", "PERSON"),
    Rule(
        T.FIGURE,
        M.TURNOUT,
        r"""
        (?:per ?cent | percentage | share | proportion
        | how much) (?:of )?(?:the )?(?:\w+ )?(?:\w+ )?(?:voted | turned out | vote$)
        | percent (?:of (?:\w+ )?(?:people | voters | electorate) )?(?:vote | turnout)
        | turnouts?
        """,
        "",
        "PARTY PERSON",
    ),
    Rule(
        T.FIGURE,
        M.ELECTORATE,
        """
        electorates? | electors | registered | register | eligible | (?:could | can | able to
        | entitled to | allowed to) (?:have )?voted? | roll | voters (?:are | were | live)
        | number of voters | how many voters(?! (?:voted | turned | cast)) | (?:how (?:big
        | large) | size of)(?! .*(?:major | swing | win | lead | turnout | margin))
        """,
    ),
    Rule(
        T.FIGURE,
        M.TURNOUT,
        r"""
        turnouts? | turn outs? | participation | (?:per ?cent | percentage | share
        | proportion) (?:of )?(?:people | voters | electors | the electorate
        | the voters) .*vot\w+ | (?:percentage | per ?cent | proportion | percent) .*(?:voted
        | turned out)$
        """,
    ),
    Rule(
        T.FIGURE,
        M.BALLOTS,
        r"""
        <people> (?:\w+ )?(?:voted | vote | turned out | went | cast | bothered)
        | ballots?(?: papers?)? (?:were )?cast | ballots?$ | (?:votes? | ballots?) (?:(?:were
        | was) )?(?:cast | counted) | (?:total | valid | all | overall) (?:number of )?votes?
        | votes (?:in total | overall | altogether) | voted in (?:SEAT | total)$ | (?:how many
        | number of) voted | votes? (?:were )?there
        """,
        "",
        "PERSON PARTY",
    ),
    Rule(T.FIGURE, M.SWING, "swings? | swung"),
    Rule(
        T.FIGURE,
        M.DECLARED,
        r"""
        (?:when | time | early | late | oclock | hour) .*(?:declar\w* | announc\w* | come in
        | came in | come out | came out | come through | result\w* | count\w* | finish\w*
        | report\w* | in$) | declar\w* | announc\w* | what time | time of
        """,
    ),
    Rule(
        T.FIGURE,
        M.CHANGE,
        r"""
        (?:<change> | points) .*share | share.* <change> | points .*(?:gain\w* | <change>
        | <lost>) | (?:gain\w* | <lost>) .*points
        """,
        "PARTY",
    ),
    Rule(
        T.FIGURE,
        M.SHARE,
        r"""
        half (?:of )?(?:the )?votes? | shares? | per ?cent\w* | proportion | pct | slice
        | portion
        """,
    ),
    Rule(
        T.FIGURE,
        M.MAJORITY,
        r"""
        majorit\w+ | maj | margins? | by how (?:much | many) | how (?:much | many | big | large
        | far | comfortably | clear)(?: (?:votes | of))?.*(?:<won> | <beat> | <lost> | win
        | lead | ahead | gap | behind | difference | <held>) ?.*by$ | how (?:much
        | many)(?: votes)? .*(?:<won> | <beat> | <lost> | <held>) .*by | how many votes (?:in it
        | ahead | clear | between) | lead | ahead | how (?:big | large | far) .*(?:<won> | win
        | lead | victory) | how comfortably | gap | <won> by how | <won> by$
        | difference between
        """,
    ),
    Rule(
        T.FIGURE,
        M.CLOSENESS,
        r"""
        need(?:ed)? to win | short of winning | how far (?:from | off | short | behind)
        | (?:nearly | almost | narrowly) (?:<won> | beaten | unseated | defeated | <lost> | got
        | did | take | took | beat | missed) | just (?:missed | lost) | close | closely | tight
        | marginal | knife | narrow\w* | safe | how close | come close | came close | closest
        | near thing
        """,
    ),
    Rule(
        T.FIGURE,
        M.PLACE,
        r"""
        (?:(?:in | came | come | comes | coming | was | were | be | finish\w* | placed | who got
        | who is | whos | get | got | take | took | who | the | were | to) )+<second>
        | <second> (?:in | at | place\w* | was | were | for | to | behind) | runners? up
        | (?:what | which | where) (?:place | position) | where did (?:PARTY | PERSON
        | the PARTY) (?:come | finish) | ^<second> | <second>(?: WHEN)?$ | position | rank
        """,
    ),
    Rule(
        T.RESULT,
        M.RESULT,
        r"""
        (?:which | what | whose | who) (?:part\w+ | candidate)? ?(?:\w+ )?(?:won | wins?
        | holds? | has | have | controls? | owns? | took | elected | represents?)(?! .*from)
        """,
        "SEAT",
        "PERSON PARTY",
    ),
    Rule(
        T.FIGURE,
        M.OUTCOME,
        """
        hold or (?:(?:a | an) )?(?:gain | loss) | gain or (?:a )?(?:hold | loss)
        """,
    ),
    Rule(T.FIGURE, M.LOST, "<asking_whether> .*<lost>", ""),
    Rule(T.FIGURE, M.HELD, "<asking_whether> .*<held>", ""),
    Rule(
        T.FIGURE,
        M.GAINED,
        """
        <asking_whether> .*(?:<gained> | <hands> | gain | (?:win | won) .*(?:from | off))
        """,
        "",
    ),
    Rule(
        T.FIGURE,
        M.OUTCOME,
        r"""
        <hands> | <held> | gain\w* | captur\w* | regain\w* | snatch\w* | pick(?:ed)? up
        | (?:take | took | taken | win | won | wins) .*(?:from | off) | lost SEAT | lose SEAT
        | loses? SEAT | hold | did .*<lost> | who lost | (?:go | went | gone | turn\w*
        | swap\w*) PARTY | from (?:who | whom) | off (?:who | whom) | gain
        """,
        "",
        "PERSON",
    ),
    Rule(
        T.FIGURE,
        M.WINNER,
        r"""
        <won> | beat | elect | mp | <lost> | <held> | <gained> | success\w*
        """,
        "PERSON",
    ),
    Rule(
        T.FIGURE,
        M.OUTCOME,
        """
        ^(?:(?:so | and | but | hey | tell me) )?(?:did | has | have | do | does | was | were
        | is) .*<won>
        """,
        "PARTY",
    ),
    Rule(T.FIGURE, M.CHANGE, "<change> | compared", "", ""),
    Rule(
        T.FIGURE,
        M.VOTES,
        r"""
        votes? | polled | poll | voted | how (?:many | much) | score\w*
        """,
        "PERSON",
    ),
    Rule(
        T.FIGURE,
        M.VOTES,
        r"""
        votes? | polled | poll | voted | how (?:many | much) | score\w*
        """,
        "PARTY",
    ),
    Rule(
        T.FIGURE,
        M.CANDIDATES,
        r"""
        candidates? | who .*<stand> | contenders? | <stand> | ballot | choices
        | how many part\w+ | which part\w+
        """,
    ),
    Rule(
        T.RESULT,
        M.RESULT,
        r"""
        ^(?:\w+ )*(?:who | which | what) .*<won> | mps? | members? | results? | <won>
        | happen\w* | represent\w* | (?:what | which) (?:constituenc\w+ | seats? | area) (?:is
        | are | does | do | am) | outcome
        """,
        "SEAT",
        "PERSON PARTY",
    ),
    Rule(T.RESULT, M.RESULT, r"results? | outcome | happen\w*", "PERSON", "SEAT"),
)
DEFAULTS = (
    Rule(T.FIGURE, M.VOTES, ANY, "SEAT PERSON"),
    Rule(T.FIGURE, M.VOTES, ANY, "SEAT PARTY", "PERSON"),
    Rule(
        T.RESULT,
        M.RESULT,
        "^(?!(?:when | where | why | how much | how long | is it | does | do) )",
        "SEAT",
        "PERSON PARTY",
    ),
    Rule(T.RESULT, M.RESULT, ANY, "PERSON"),
    Rule(T.ELECTION, M.SCOREBOARD, ANY, "AREA", "SEAT PERSON PARTY"),
)
