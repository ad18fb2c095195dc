"""Questions about people and what they did."""

from bot.questions.question import Measure, Topic
from bot.questions.rules.rule import Rule

M, T = Measure, Topic

PERSONS = (
    Rule(T.FIGURE, M.MAJORITY, "margins? of defeat | <lost> by", "PERSON"),
    Rule(T.CAREER, M.RESULTS, "wins and (?:losses | defeats)", "PERSON", "SEAT"),
    Rule(T.CAREER, M.STOOD, "first (?:stand | stood | run | ran)", "PERSON", "SEAT"),
    Rule(
        T.ELECTION,
        M.OVERALL,
        r"""
        los\w+ (?:(?:his | her | their | the) )?(?:overall )?majority
        """,
        "PERSON",
        "SEAT",
    ),
    Rule(
        T.CAREER,
        M.SUCCESSOR,
        r"""
        replac\w+ PERSON | (?:took | take) over from PERSON | succe\w+ PERSON | after PERSON
        | PERSONs? successor | follow\w+ PERSON | (?:who | mp | member) .*came after PERSON
        """,
        "PERSON",
    ),
    Rule(
        T.CAREER,
        M.PREDECESSOR,
        r"""
        (?:mp | mps | member | held | represented | seat | who | SEAT) .*before PERSON
        | preced\w+ PERSON | PERSON .*(?:predecessor | replac\w+ | succeed\w* | take over from
        | took over from)
        """,
        "PERSON",
    ),
    Rule(
        T.CAREER,
        M.UNSEATED,
        """
        (?:lose | lost | losing | loses) (?:(?:his | her | their | the) )?seat
        """,
        "PERSON",
        "SEAT",
    ),
    Rule(
        T.CAREER,
        M.VOTES,
        """
        votes .*(?:in total | altogether | in all | combined | overall)
        | total (?:number of )?votes | <superlative> votes
        """,
        "PERSON",
        "SEAT",
    ),
    Rule(
        T.CAREER,
        M.SHARE,
        """
        <superlative> (?:results? | performances? | showings? | share) | (?:results? | do
        | did) .*(?:best | worst)
        """,
        "PERSON",
        "SEAT",
    ),
    Rule(
        T.ELECTION,
        M.OVERALL,
        """
        (?:overall | working | commons | parliamentary | government) majority
        | majority in (?:the )?(?:commons | parliament)
        """,
        "PERSON",
        "SEAT",
    ),
    Rule(
        T.CAREER,
        M.BEAT,
        """
        (?:did | has | was | does) PERSON (?:ever )?<beat> PERSON | (?:did
        | who) .*PERSON .*(?:or | beat | against | v | vs | versus) .*PERSON .*
        | (?:head to head | against each other)
        """,
        "PERSON PERSON",
        "PARTY",
    ),
    Rule(
        T.CAREER,
        M.CANDIDATES,
        "opponents? | rivals? | (?:stood | ran | stand | run | running | standing | up) against",
        "PERSON",
        "SEAT",
    ),
    Rule(
        T.FIGURE,
        M.VOTES,
        """
        (?:how many | number of) votes(?!.* by$)(?!.* by WHEN$) | votes (?:for | did)
        """,
        "PERSON",
    ),
    Rule(
        T.CAREER,
        M.LOST_TO,
        r"""
        (?:anyone | anybody | somebody | someone | anything) .*<beat>
        | PERSON .*who <beat> (?:him | her | them)$ | ^(?:(?:and | so | but) )?(?:who | whom
        | whos | which \w+) (?:was it (?:that | who) )?(?:then )?<beat> | (?:beaten | defeated
        | unseated | ousted | toppled) by$ | (?:who | whom) .*PERSON (?:lose | lost | loses
        | losing)(?: \w+)* to | PERSON (?:lose | lost) .*to (?:who | whom)?$ | (?:who
        | whom) (?:was | were) PERSON (?:beaten | defeated | unseated | ousted | toppled)
        | took .*PERSONs? seat | took SEAT (?:off | from) PERSON | (?:who | whom) took .*(?:off
        | from) PERSON | (?:beaten | defeated | unseated | ousted | lost) (?:by | to) (?:who
        | whom)
        """,
        "PERSON",
    ),
    Rule(
        T.CAREER,
        M.BEAT,
        """
        (?:who | whom | which) .*PERSON .*<beat> | PERSON .*<beat> | (?:who | whom) (?:lost
        | was beaten | was defeated | was unseated) (?:to | by) PERSON | PERSONs? (?:opponents?
        | rivals? | runners? up) | (?:win | won) against | opponents? | rivals? | (?:stood | ran
        | stand | run | up) against | who .*against PERSON | who .*(?:second
        | runner up) to PERSON | take SEAT from | beaten by PERSON | <beat> PERSON
        """,
        "PERSON",
    ),
    Rule(
        T.CAREER,
        M.MEMBER,
        r"""
        ^(?:\w+ )*?(?:is | isnt) PERSON .*(?:mp | mps | member | parliament)
        | PERSON <now> (?:(?:an? | the | in) )*(?:mp | member | parliament)
        """,
        "PERSON",
        "WHEN",
    ),
    Rule(
        T.CAREER,
        M.SINCE,
        r"""
        since when | how long | first (?:election | elected | win | won | become | became
        | enter\w* | get | got | stand | stood | in | mp | take | took) | (?:become | became
        | becoming) (?:(?:an | a | the) )?(?:mps? | members?) | (?:elected | enter\w* | get
        | got) (?:in | into | to)?.*parliament | when .*(?:elected | become | enter) | (?:mps?
        | members? | parliament) since | been (?:(?:an | a | the | their | our) )?(?:mp | member
        | in parliament) | (?:how long | since | when | years) .*in parliament | years .*mp
        """,
        "PERSON",
    ),
    Rule(T.CAREER, M.WINS, "when (?:did | has | was) PERSON .*<won>", "PERSON"),
    Rule(T.CAREER, M.DEFEATS, "when (?:did | has | was) PERSON .*<lost>$", "PERSON"),
    Rule(
        T.CAREER,
        M.WINS,
        """
        ever (?:(?:an | a) )?(?:mps? | members?) | ever been (?:(?:an | a) )?(?:mp | member)
        | (?:how many | number of) (?:times | elections | contests | general elections
        | BYELECTIONS? | WHEN) .*<won> | (?:how often | ever | never | once | times
        | twice) .*<won> | <won> .*(?:times | ever | how often | how many elections) | (?:all
        | list | every | which) .*(?:wins | victories | <won>)$ | wins$ | which .*<won>
        """,
        "PERSON",
    ),
    Rule(
        T.CAREER,
        M.DEFEATS,
        """
        (?:how many | number of) (?:times | elections | contests) .*(?:<lost> | beaten
        | defeated) | (?:how often | ever | never | times | times | once) .*(?:<lost> | beaten
        | defeated) | (?:<lost> | beaten | defeated) .*(?:times | ever | how often) | (?:losses
        | defeats)
        """,
        "PERSON",
    ),
    Rule(
        T.CAREER,
        M.STOOD,
        r"""
        (?:how many | number of) (?:times | elections | contests | seats
        | constituenc\w+) .*<stand> | (?:how often | ever | times) .*<stand>
        | <stand> .*(?:times | how often) | where .*<stand> | (?:which | what) (?:seats?
        | constituenc\w+ | elections? | part\w+ | areas? | place | WHEN) .*<stand>
        | when .*<stand> | (?:which | what) part(?:y | ies) .*PERSON | PERSONs? part(?:y | ies)
        | <stand> (?:for | in | as)$ | where .*(?:candidate | PERSON <stand>) | (?:seats
        | constituencies) .*PERSON | (?:did | has | have) PERSON (?:ever )?<stand>$
        | elections .*<stand> | candidac\w+ | anywhere | for which party | for what party
        | PERSON (?:which | what) (?:seats? | constituenc\w+) | did PERSON .*<stand>
        """,
        "PERSON",
        "PARTY SEAT",
    ),
    Rule(
        T.CAREER,
        M.STOOD,
        """
        (?:ever | did | has | have | when | how (?:often | many) | times) .*<stand>
        """,
        "PERSON",
    ),
    Rule(
        T.CAREER,
        M.RESULTS,
        r"""
        histor\w+ | WHEN .*WHEN | record | every | elections?$ | all .*(?:elections | results
        | contests | votes) | career | SPAN | past | previous results | results (?:over | since
        | through) | electoral record | each | over the years | timeline | performances?
        """,
        "PERSON",
        "SEAT",
    ),
    Rule(
        T.CAREER,
        M.MEMBER,
        r"""
        (?:is | isnt | was) PERSON .*(?:mp | mps | member) | <now> .*(?:mp | mps | member
        | in parliament | seat | elected | represent\w* | hold) | (?:mp | mps | member) <now>
        | (?:which | what | where | whats) (?:seat | constituency | area | place | is | are
        | does | SEAT)?.*(?:represent\w* | mp | hold | seat | constituency | sit) | (?:mp
        | member) (?:for | of) (?:where | what | which | anywhere) | PERSONs? (?:seat
        | constituency) | (?:lose | lost | losing | keep | kept) (?:his | her | their
        | the)? ?seat | does PERSON represent | where .*(?:mp | represent | seat) | an mp
        | a member
        """,
        "PERSON",
        "PARTY SEAT WHEN",
    ),
    Rule(
        T.CAREER,
        M.MAJORITY,
        """
        majorities | <superlative> .*(?:majority | margin | win) | each .*majority
        """,
        "PERSON",
    ),
)
