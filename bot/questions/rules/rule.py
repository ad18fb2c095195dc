"""A rule of the questions, and families of words that several rules share.

A rule looks at the skeleton of a question, in which SEAT, PERSON, PARTY, AREA, WHEN, SPAN and
BYELECTION stand for what was named: "who won SEAT WHEN". Of the rules the first that fits counts,
so the narrower stand before the wider. A pattern is a regular expression in which spaces around |
say nothing and <name> stands for a family of words.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.questions.question import Measure, Order, Topic

FAMILIES = {
    "most": """
        most | biggest | largest | highest | greatest | bigger | larger | higher | max(?:imum)?
        | huge | strongest | best
    """,
    "least": """
        least | smallest | lowest | fewest | slimmest | thinnest | tiniest | smaller | lower
        | min(?:imum)? | weakest | worst | narrowest | tightest
    """,
    "safe": "safest | strongholds? | most safe | least marginal",
    "close": "closest | tightest | narrowest | most marginal | marginals | least safe | slimmest",
    "top": r"top | bottom | rank(?:ed | ing | ings)? | league table | \d+ \S+est",
    "superlative": "<most> | <least> | <safe> | <close> | <top> | most | record",
    "won": """
        won | wins? | winners? | winning | victor(?:y | ies | ious)? | elect(?:s | ed)?
        | return(?:s | ed)? | took | takes? | got in | topped | gets? in | came (?:first | top)
    """,
    "lost": "los(?:e | es | t | ing | s | ses) | losers?",
    "held": r"""
        hold | holds | held | keep | keeps | kept | retain\w* | defend\w* | hang on | hung on
        | hang | hung | cling | clung
    """,
    "gained": r"""
        gain\w* | captur\w* | flip\w* | regain\w* | snatch\w* | pick\w* up | picked | take | took
        | taken | turn(?:s | ed)? | switch\w*
    """,
    "hands": r"""
        chang\w+ (?:of )?(?:hands | party | parties) | flip\w* | switch\w*(?: (?:hands
        | part\w+))? | gained from whom
    """,
    "rise": r"""
        rise | rises | rose | risen | rising | increas\w+ | gone up | went up | go up | up
        | gr[eo]w\w* | jump\w* | surg\w+ | improv\w+
    """,
    "fall": r"""
        falls? | fell | fallen | falling | decreas\w+ | drop\w* | declin\w+ | gone down
        | went down | go down | down | slump\w* | collaps\w+ | shr[ai]nk
    """,
    "change": r"<rise> | <fall> | chang\w+ | better | worse",
    "beat": """
        beat | beats | beating | defeat(?:s | ed | ing)? | unseat(?:s | ed)? | oust(?:s | ed)?
        | toppled? | thrash(?:ed)?
    """,
    "second": """
        second | 2nd | third | 3rd | fourth | 4th | fifth | 5th | sixth | 6th | seventh | 7th
        | eighth | 8th | ninth | 9th | tenth | 10th | runners? up | last | bottom
    """,
    "stand": """
        stands? | stood | standing | ran | runs? | running | contest(?:ed | s | ing)? | fought
        | fight
    """,
    "people": "people | person | persons | voters | electors | many | constituents",
    "asking_whether": """
        ^(?:(?:so | and | but | hey | hi | hello | please | ok | er | um | teller | tell me
        | do you know | can you tell me | is it true(?: that)? | i wonder) )*(?:did | was | were
        | is | are | has | have | had | does | do | didnt | wasnt | isnt | hasnt | if | whether)
    """,
    "how_many": "how many | number of | total number | how much | count of",
    "now": "still | currently | current | now | today | sitting | presently | nowadays",
}
ANY = ".?"
NOBODY = "SEAT PERSON PARTY"

_FAMILY = re.compile(r"<(\w+)>")
_AROUND_OR = re.compile(r"\s*\|\s*")


class Pattern:
    """A pattern that stands for whole words, compiled when it is first looked for.

    There are some two hundred, of which one question needs a few, and compiling all of them takes
    as long as the rest of a start.
    """

    def __init__(self, written: str) -> None:
        self._written = written

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        written = self._written.strip()
        while _FAMILY.search(written):
            written = _FAMILY.sub(lambda found: f"(?:{FAMILIES[found[1]].strip()})", written)
        return re.compile(rf"\b(?:{_AROUND_OR.sub('|', written)})\b")

    def search(self, text: str) -> re.Match[str] | None:
        return self._regex.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        return self._regex.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._regex.fullmatch(text)

    def sub(self, made: Callable[[re.Match[str]], str], text: str) -> str:
        return self._regex.sub(made, text)


def compiled(pattern: str) -> Pattern:
    return Pattern(pattern)


@dataclass(frozen=True)
class Rule:
    """Fits where the skeleton has the pattern, and every label in `needs` as often as there.

    `without` are labels that it must not have, `fixed` is the order that its words mean.
    """

    topic: Topic
    measure: Measure
    pattern: str
    needs: str = ""
    without: str = ""
    fixed: Order | None = None

    @cached_property
    def regex(self) -> Pattern:
        return compiled(self.pattern)

    def fits(self, skeleton: str, counts: Mapping[str, int]) -> bool:
        wanted = self.needs.split()
        return (
            all(counts.get(label, 0) >= wanted.count(label) for label in wanted)
            and not any(counts.get(label, 0) for label in self.without.split())
            and self.regex.search(skeleton) is not None
        )
