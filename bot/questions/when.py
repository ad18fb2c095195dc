"""Everything that a question says about when: elections, years from and to, Parliaments."""

import re
from dataclasses import dataclass, field, replace

from bot.questions.elections import (
    GENERAL,
    SHORT_YEAR,
    WHEN,
    YEAR,
    wanted_from,
)
from bot.questions.question import Span, WantedElection

# Placeholders that stand in the text for what was found: no name has such a word.
PLACEHOLDER = "zq"  # how each begins
ELECTION, SPAN, BY_ELECTION, BY_ELECTIONS = (f"{PLACEHOLDER}{one}" for one in ("e", "s", "b", "bs"))

_PREPOSITION = re.compile(r"^(?:(?:in|at|of|on|for|the)\b\s*)+", re.IGNORECASE)
_TEENS = {"ten": 10, "fifteen": 15, "seventeen": 17, "nineteen": 19, "twenty four": 24}
_SPELLED_YEAR = re.compile(rf"\btwenty[ -]({'|'.join(_TEENS)})\b", re.IGNORECASE)
# Of two digits only the years of general elections: "in 20 seats" is none.
_BARE_YEAR = re.compile(r"\b(?<=in )(10|15|17|19|24)\b(?! (?:seats|constituencies|votes))")
_NO_YEAR_AFTER = "top bottom first under over than least below above most within".split()
_LAST_WORD = re.compile(
    rf"(?<=[a-z]{{3}} ){''.join(f'(?<!{word} )' for word in _NO_YEAR_AFTER)}"
    r"(10|15|17|19|24)(?=\W*$)"
)
_GLUED_YEAR = re.compile(r"\bge[ '’]?(10|15|17|19|24)\b", re.IGNORECASE)
_OLD_YEAR = re.compile(
    r"(?:['’]|(?<=\bin ))([3-9]\d)\b(?! (?:seats|constituencies|votes|percent|%))"
)
_PLACEHOLDERS = frozenset({ELECTION, SPAN, BY_ELECTION, BY_ELECTIONS})
_RANGE = re.compile(
    rf"\b(?:(?P<between>between )|from |in |of )?(?:the )?(?P<first>{YEAR})\s*"
    rf"(?:-|–|to|until|till|through|up to|(?(between)and|-))\s*"
    rf"(?P<last>{YEAR}|\d\d)\b(?!-\d)(?P<parliament>\s+parliament)?",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?P<word>since|back to|after(?! the \d{4} (?:general )?election)|from|post)\s+(?:the\s+)?"
    r"(?:year\s+)?(?P<first>(?:19|20)\d\d)(?:\s+(?:general\s+)?election)?(?:\s+on(?:wards)?)?\b"
    r"(?!\s*(?:to|-|–|until))",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"\b(?:before|until|till|up to|prior to)\s+(?:the\s+)?(?P<last>{YEAR})\b")
_EVER = re.compile(
    r"\b(?:of all time|all[- ]time|ever(?=\W*$)|over time|over the years|since records began"
    r"|on record|in history"
    r"|(?:over|in|at|across|for) (?:the |all )*(?:last|past) (?:two|three|four|five|six|\d)"
    r" (?:general )?elections"
    r"|(?:at |in |across |over |for )?(?:all|every|each|any)(?: of)?(?: the)?"
    r"(?: five| general| past)*\s+(?:elections?|years)(?: since 2010)?)\b",
    re.IGNORECASE,
)
_PARLIAMENT = re.compile(
    rf"\b(?:in |during |of )?(?:the )?(?:(?P<which>this|current|present|last|previous)\s+parliament"
    rf"|parliament (?:of|elected in) (?P<year>{YEAR})|(?P<begun>{YEAR}) parliament)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:in |at )?(?:the )?(?:(?P<number>two|three|four) (?:general )?elections ago"
    r"|(?P<two>election before (?:the )?last|last (?:election|time) but one|one before last"
    r"|time before last)"
    r"|(?P<one>(?:previous|prior|preceding) (?:general )?(?:election|time|result)|time before"
    r"|(?:election|result) before(?: that)?(?! \S)))\b",
    re.IGNORECASE,
)
_LATEST = re.compile(
    r"\b(?:in |at |from |of )?(?:the |this |our )?(?:(?:latest|last|most recent|recent|current)\s+"
    r"(?:(?:general\s+|uk\s+|parliamentary\s+)*election|ge|contest|vote|one"
    r"|time(?: (?:around|round|out))?(?=\W*$| (?:in|at)\b))|this time(?: round| around)?)\b(?!s)",
    re.IGNORECASE,
)
_AGO = {"two": 2, "three": 3, "four": 4}
_SINCE_ELECTION = re.compile(
    r"\bsince (?:the )?(?:last |latest )?(?:general )?election\b|\bsince the last one\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:in |at |the |a |an )*(?P<by>(?:by|bye)[\s-]?(?:elections|elecs)|byelections)\b"
    r"|\b(?:in |at |the |a |an )*(?P<one>(?:by|bye)[\s-]?(?:election|elec)|byelection)\b",
    re.IGNORECASE,
)
_GENERAL = re.compile(rf"\b(?:in |at |of |for )*(?:the )?(?:{GENERAL})(?!\w)", re.IGNORECASE)


def without_placeholders(text: str) -> str:
    return " ".join(word for word in text.split() if word not in _PLACEHOLDERS)


@dataclass(slots=True)
class Times:
    """The text with placeholders, and what they stand for."""

    text: str
    elections: list[WantedElection] = field(default_factory=list)
    span: Span | None = None
    by_election: bool | None = None


def find_times(text: str, *, month_is_name: bool = False) -> Times:
    """`month_is_name` reads "theresa may 2017" as somebody in a year."""
    times = Times(_in_digits(text))
    _find_spans(times)
    _find_back(times)
    _find_kind(times)
    _find_dates(times, month_is_name=month_is_name)
    if times.by_election is not None:
        kinds = [_of_kind(one, by_election=times.by_election) for one in times.elections]
        alone = WantedElection("by-election" if times.by_election else "general election")
        times.elections = kinds or [_of_kind(alone, by_election=times.by_election)]
    return times


def _in_digits(text: str) -> str:
    """ "in 17" and "twenty seventeen" as 2017."""
    text = _SPELLED_YEAR.sub(lambda found: f"20{_TEENS[found[1].lower()]}", text)
    text = _OLD_YEAR.sub(r"19\1", _GLUED_YEAR.sub(r"ge20\1", text))
    text = SHORT_YEAR.sub(r"20\1", text)
    return _LAST_WORD.sub(r"20\1", _BARE_YEAR.sub(r"20\1", text))


def _find_spans(times: Times) -> None:
    found = _SINCE_ELECTION.search(times.text)
    if found:
        times.span = Span(found.group().strip(), -1, None, parliament=True)
        times.text = f"{times.text[: found.start()]} {SPAN} {times.text[found.end() :]}"
    for pattern, make in (
        (_RANGE, _range),
        (_SINCE, _since),
        (_BEFORE, _until),
        (_PARLIAMENT, _parliament),
        (_EVER, _ever),
    ):
        found = pattern.search(times.text)
        # After an election there are by-elections; "the Commons after 2010" is what it elected.
        after = found is not None and found.group().lower().startswith("after")
        if after and not _BY.search(times.text):
            continue
        if found and times.span is None:
            times.span = make(found)
            times.text = f"{times.text[: found.start()]} {SPAN} {times.text[found.end() :]}"


def _range(found: re.Match[str]) -> Span:
    first, last = found["first"], found["last"]
    last = last if len(last) == len(first) else first[:2] + last
    return Span(found.group().strip(), int(first), int(last), parliament=bool(found["parliament"]))


def _since(found: re.Match[str]) -> Span:
    return Span(found.group().strip(), int(found["first"]) + (found["word"].lower() == "after"))


def _until(found: re.Match[str]) -> Span:
    return Span(found.group().strip(), None, int(found["last"]) - 1)


def _ever(found: re.Match[str]) -> Span:
    return Span(found.group().strip())


def _parliament(found: re.Match[str]) -> Span:
    said = found.group().strip()
    if found["which"] is None:
        return Span(said, int(found["year"] or found["begun"]), None, parliament=True)
    back = -2 if found["which"].lower() in {"last", "previous"} else -1
    return Span(said, back, None, parliament=True)


def _find_back(times: Times) -> None:
    found = _BACK.search(times.text)
    if found:
        back = _AGO.get((found["number"] or "").lower(), 2 if found["two"] else 1)
        times.elections.append(WantedElection(found.group().strip(), back=back))
        times.text = f"{times.text[: found.start()]} {ELECTION} {times.text[found.end() :]}"
    found = _LATEST.search(times.text)
    if found:
        if re.search(r"general|\bge\b", found.group(), re.IGNORECASE):
            times.by_election = False
        times.text = f"{times.text[: found.start()]} {ELECTION} {times.text[found.end() :]}"


def _find_kind(times: Times) -> None:
    found = _BY.search(times.text)
    if found:
        times.by_election = True
        mark = BY_ELECTIONS if found["by"] else BY_ELECTION
        times.text = f"{times.text[: found.start()]} {mark} {times.text[found.end() :]}"
        return
    found = _GENERAL.search(times.text)
    if found:
        times.by_election = False
        times.text = f"{times.text[: found.start()]} {ELECTION} {times.text[found.end() :]}"


def _find_dates(times: Times, *, month_is_name: bool) -> None:
    start = 0
    while found := WHEN.search(times.text, start):
        wanted = wanted_from(found, month_is_name=month_is_name)
        wanted = replace(wanted, said=_PREPOSITION.sub("", wanted.said))
        kept = ""
        if month_is_name and found.group("month"):
            kept = found.group("month").split()[0]
        times.elections.append(wanted)
        before = f"{times.text[: found.start()]} {kept} {ELECTION} "
        times.text = before + times.text[found.end() :]
        start = len(before)


def _of_kind(one: WantedElection, *, by_election: bool) -> WantedElection:
    said = one.said
    if one.year or one.month or one.day:
        said = f"{one.said} {'by-election' if by_election else 'general election'}"
    return WantedElection(said, one.year, one.month, one.day, by_election, one.back)
