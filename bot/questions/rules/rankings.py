"""Questions for the most and the least, and for whole elections by extremes."""

from bot.questions.question import Measure, Order, Topic
from bot.questions.rules.rule import NOBODY, Rule

M, T = Measure, Topic

_LIMIT = "(?:over | under | above | below | (?:more | less | fewer) than | at least)"
RANKINGS = (
    Rule(
        T.RANKING,
        M.SHARE,
        rf"(?:seats? | constituencies | where | places) .*{_LIMIT} .*percent",
        "PARTY",
        "SEAT PERSON",
    ),
    Rule(
        T.RANKING,
        M.SHARE,
        rf"(?:won | wins? | winners?) (?:with | got | had | took | get) .*{_LIMIT} .*percent",
        "",
        "SEAT PERSON",
    ),
    Rule(
        T.RANKING,
        M.TURNOUT,
        rf"^(?!<asking_whether>).*turnouts? .*{_LIMIT} .*\d",
        "",
        "SEAT PERSON",
    ),
    Rule(
        T.PARTY,
        M.WINNER,
        "(?:<won> | got | get | have | has | had) (?:the )?most (?:seats | mps)",
        "PARTY",
        "SEAT PERSON",
    ),
    Rule(
        T.ELECTION,
        M.TURNOUT,
        "<asking_whether> .*turnouts? | turnouts? .*(?:<rise> | <fall> | change)",
        "",
        NOBODY,
    ),
    Rule(
        T.RANKING,
        M.MAJORITY,
        r"(?:<won> | majorit\w+ | margins?) .*(?:by | under | over | below | above) .*\d",
        "",
        "SEAT PERSON",
    ),
    Rule(
        T.ELECTION,
        M.FIRST,
        r"""
        first .*(?:declar\w* | in | report\w* | announc\w* | results? | seats? | count\w*)
        | declar\w* first | (?:earliest | quickest | fastest)(?: .*)?(?:declar\w* | results?
        | counts? | seats? | constituenc\w+)?
        """,
        "",
        NOBODY,
    ),
    Rule(
        T.ELECTION,
        M.LAST,
        r"""
        last (?:seat | constituenc\w+ | results? | one | place | to)?.*(?:declar\w* | report\w*
        | announc\w* | come in | came in | in$) | last (?:seat | result) | declar\w* last
        | (?:slowest | final | latest) (?:seat to | declar\w* | results? | count\w*
        | constituenc\w+) | slowest
        """,
        "",
        NOBODY,
    ),
    Rule(
        T.ELECTION,
        M.WOMEN,
        """
        women | woman | females? | female | ladies | gender | men | male
        """,
        "",
        "SEAT PERSON",
    ),
    Rule(T.ELECTION, M.OVERALL, "hung", "", "SEAT PERSON AREA", Order.LEAST),
    Rule(
        T.ELECTION,
        M.OVERALL,
        r"""
        overall majority | working majority | outright | (?:commons | parliamentary
        | government\w* | govt | house of commons) majority | majority (?:government
        | in (?:the )?(?:commons | parliament | house) | of seats) | needed | form a government
        """,
        "",
        "SEAT PERSON PARTY AREA",
    ),
    Rule(
        T.ELECTION,
        M.GAINS,
        r"""
        (?:most | biggest | top) (?:seats? )?(?:gain\w* | gainer) | <gained> (?:the )?most
        | gains?(?: (?:and | or))? (?:table | losses | loss) | gains | who <gained> .*from
        | gained from | <hands> | losses | <lost> (?:the )?most seats | swap\w*
        | most seats .*(?:gain | lost | lose)
        """,
        "",
        NOBODY,
    ),
    Rule(T.ELECTION, M.CANDIDATES, r"(?:which | what) part\w+ .*candidates", "", NOBODY),
    Rule(
        T.ELECTION,
        M.DEPOSITS,
        r"""
        (?:which | what) part(?:y | ies) .*deposits
        """,
        "",
        NOBODY,
    ),
    Rule(
        T.ELECTION,
        M.WINNER,
        r"""
        (?:which | what | who) (?:part(?:y | ies) )?(?:\w+ )?(?:<won> | got | had | has | have
        | took) (?:the )?most (?:seats | mps) | most (?:seats | mps) | (?:largest
        | biggest) party | party .*most (?:seats | mps)
        """,
        "",
        NOBODY,
    ),
    Rule(
        T.ELECTION,
        M.SHARE,
        """
        (?:which | what) part(?:y | ies) .*most votes | most votes .*(?:nationally | nationwide
        | overall | country | AREA) | who (?:<won> | got | had | received) .*most votes
        """,
        "",
        NOBODY,
    ),
    Rule(T.RANKING, M.DEPOSITS, "<superlative> .*deposits", "", "SEAT PERSON"),
    Rule(
        T.RANKING,
        M.REJECTED,
        r"""
        <superlative> .*(?:reject\w* | spoil\w* | invalid)
        """,
        "",
        "SEAT PERSON",
    ),
    Rule(
        T.RANKING,
        M.TURNOUT,
        """
        <superlative> .*turnouts? | turnouts? .*<superlative> | turnout by
        | <superlative> turned
        """,
        "",
        "SEAT PERSON",
    ),
    Rule(
        T.RANKING,
        M.SWING,
        """
        <superlative> .*swings? | swing .*<superlative> | swung <superlative>
        """,
        "",
        "SEAT PERSON",
    ),
    Rule(
        T.RANKING,
        M.CHANGE,
        r"""
        <superlative> .*<fall> | <fall>.* <superlative> | lost (?:the )?most (?:votes? | share
        | support) | <superlative> (?:loss\w* | lost) .*(?:share | votes?)
        """,
        "",
        "SEAT PERSON",
        Order.LEAST,
    ),
    Rule(
        T.RANKING,
        M.CHANGE,
        r"""
        <superlative> .*(?:<rise> | change\w* | gains? in | gain .*(?:share | votes?))
        | <rise>.* <superlative> | improved most | most improved
        | gained (?:the )?most (?:votes? | share | support)
        """,
        "",
        "SEAT PERSON",
        Order.MOST,
    ),
    Rule(
        T.RANKING,
        M.SHARE,
        r"""
        <superlative> .*(?:share\w* | per ?cent\w* | proportion) | (?:share\w*
        | percent\w*) .*<superlative>
        """,
        "",
        "SEAT PERSON",
    ),
    Rule(
        T.RANKING,
        M.MAJORITY,
        """
        <close> | (?:slimmest | tiniest) .*
        """,
        "",
        "SEAT PERSON",
        Order.LEAST,
    ),
    Rule(T.RANKING, M.MAJORITY, "<safe>", "", "SEAT PERSON", Order.MOST),
    Rule(
        T.RANKING,
        M.MAJORITY,
        "(?:marginal | close | tight) (?:seats? | constituencies | races? | contests?)",
        "",
        "SEAT PERSON",
        Order.LEAST,
    ),
    Rule(
        T.RANKING,
        M.MAJORITY,
        r"safe (?:\w+ )?(?:seats? | constituencies)",
        "",
        "SEAT PERSON",
        Order.MOST,
    ),
    Rule(
        T.RANKING,
        M.MAJORITY,
        r"""
        <superlative> .*(?:majorit\w+ | maj | margins? | wins? | victor\w+ | lead | landslide)
        | (?:majorit\w+ | margins?) .*<superlative> | <won> .*by (?:the )?<superlative>
        | won by (?:the )?most | majorit\w+ rank | rank.* majorit
        """,
        "",
        "SEAT PERSON",
    ),
    Rule(
        T.RANKING,
        M.CANDIDATES,
        """
        <superlative> .*candidates | (?:<superlative> | longest | shortest) (?:crowded | ballot)
        | <superlative> (?:people | names) .*<stand>
        """,
        "",
        "SEAT PERSON",
    ),
    Rule(
        T.RANKING,
        M.ELECTORATE,
        r"""
        <superlative> .*(?:electorates? | electors | voters | register\w*)
        | <superlative> (?:seats? | constituenc\w+) | (?:electorates?) .*<superlative>
        """,
        "",
        "SEAT PERSON PARTY",
    ),
    Rule(
        T.RANKING,
        M.VOTES,
        """
        <superlative> .*(?:votes? | vote) | votes? .*<superlative>
        """,
        "",
        "SEAT PERSON",
    ),
    Rule(
        T.RANKING,
        M.SHARE,
        r"""
        <superlative> .*(?:seats? | constituenc\w+ | results? | areas? | places? | performances?
        | showing) | (?:do | did | does | perform\w* | was | were) .*(?:best | worst) | (?:best
        | worst | strongest | weakest)
        """,
        "PARTY",
        "SEAT PERSON",
    ),
)
