"""Questions about a seat through time."""

from bot.questions.question import Measure, Topic
from bot.questions.rules.rule import Rule

M, T = Measure, Topic

SEATS = (
    Rule(
        T.HISTORY,
        M.EXISTS,
        r"""
        (?:no longer | still | not) (?:exists? | an? (?:\w+ )?(?:seat | constituency))
        | does SEAT .*exist | SEAT .*still (?:exist | around)
        """,
        "SEAT",
        "PERSON PARTY",
    ),
    Rule(
        T.HISTORY,
        M.HANDS,
        "(?:times | often) .*<hands> | <hands> .*(?:times | often)",
        "SEAT",
        "PERSON PARTY",
    ),
    Rule(
        T.HISTORY,
        M.FIRST_WON,
        "first (?:time )?(?:<won> | <gained> | <held>) | first (?:time )?.*PARTY | PARTY first",
        "SEAT PARTY",
        "PERSON",
    ),
    Rule(
        T.HISTORY,
        M.RESULTS,
        r"""
        <superlative> (?:\w+ )?(?:PARTY )?(?:votes? | share | results? | performance)
        | PARTY .*<superlative> (?:votes? | share | results? | performance)
        """,
        "SEAT PARTY",
        "PERSON WHEN",
    ),
    Rule(
        T.HISTORY,
        M.HELD,
        "(?:last | final | previous | former) (?:mps? | members?)",
        "SEAT",
        "PERSON PARTY",
    ),
    Rule(
        T.HISTORY,
        M.BECAME,
        r"""
        happen\w* to | bec[oa]me(?:s)? (?:of | now) | (?:did | has | have | does) .*become
        | (?:been )?abolish\w* | replac\w+ | successors? | renamed | scrapped | merged
        | (?:split | divided | carved) | where (?:did | has | is) SEAT (?:go | gone)
        | SEAT .*(?:called | in) now$ | turned into | (?:seats? | constituenc\w+) (?:is | are
        | was) SEAT (?:in )?now
        """,
        "SEAT",
        "PERSON PARTY",
    ),
    Rule(
        T.HISTORY,
        M.MADE_OF,
        r"""
        (?:made | make | formed | form | created? | built | put together | drawn | carved
        | composed | consists? | comprised? | come | came | makes? | parts? | go | went)(?:s
        | (?: (?:up | out | together)))*(?: (?:of | from | into)) | predecessors?
        | old (?:seats? | constituenc\w+) | (?:seats? | constituenc\w+) (?:made | make | formed
        | form | went into | go into) | boundar\w+ | used to be | new seat | (?:before
        | replaced? | old) .*SEAT (?:replaced? | was created) | did SEAT replace
        | SEAT replace[sd]?
        """,
        "SEAT",
        "PERSON PARTY",
    ),
    Rule(
        T.HISTORY,
        M.GROUPS,
        """
        party groups? | by groups? | before 2010 | OLDYEARS? | since the war | century
        | pre 2010 | back to
        """,
        "SEAT",
        "PERSON",
    ),
    Rule(
        T.HISTORY,
        M.HELD,
        r"""
        when (?:did | was | has | have | were) .*(?:<won> | gain\w*) | when .*(?:last | ever) .*
        | when .*(?:become | became | go | went | turn\w* | start\w* | change\w*) .*
        | last (?:time )?.*PARTY | PARTY last | since when | how long | always | ever PARTY
        | ever (?:been | had | held | won | elected | voted | returned | gone) | (?:last
        | first) (?:time )?(?:<won> | <held> | <lost>) | never | stop\w* | PARTY (?:held
        | been holding | had) .*(?:since | long) | ever <held> | ever <won> | ever <lost>
        """,
        "SEAT PARTY",
        "PERSON",
    ),
    Rule(
        T.HISTORY,
        M.HELD,
        r"""
        since when | how long | (?:held | hold | holds | represented | controlled
        | owned) .*(?:since | over | SPAN | years | time | before | previously | ever | history)
        | who (?:has | have | had) (?:held | represented | won) | (?:since | before) .*(?:held
        | mp | represented) | when .*(?:last | first) (?:change | switch | flip)\w* | always
        | ever been | (?:former | previous | past) (?:mps? | members? | holders?) | (?:mps?
        | members? | held | represented | in charge | won | party) (?:\w+ )?before | list .*mps
        | all .*mps | mps (?:of | for | in) SEAT (?:since | over | SPAN) | change\w* hands SPAN
        | mps .*SPAN
        """,
        "SEAT",
        "PERSON",
    ),
    Rule(
        T.HISTORY,
        M.RESULTS,
        r"""
        histor\w+ | SPAN | (?:all | every | past | previous | each | old
        | earlier) (?:the )?(?:(?:past | previous) )?(?:general )?(?:elections? | results?
        | contests? | votes? | winners? | majorit\w+ | turnouts? | WHEN) | track record | record
        | over time | over the years | since | through the years | down the years
        | results at every | {SUPERLATIVE} .*(?:ever | SPAN)
        """,
        "SEAT",
        "PERSON",
    ),
)
