"""From a text to a typed Question: what is asked, of whom and where, and when."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.catalogue.catalogue import Catalogue
from bot.names.finding import Kind
from bot.names.postcodes import district_of
from bot.names.room import NamesRoom
from bot.names.words import words_of
from bot.questions.deciding import COMPARABLE, decide, telling
from bot.questions.elections import find_election, with_month_as_name
from bot.questions.mentions import MentionFinder, Mentions
from bot.questions.named import LABEL_OF, PARTY, PERSON, SEAT, UNCLEAR
from bot.questions.qualifiers import heeded
from bot.questions.question import (
    Measure,
    Question,
    Refusal,
    Span,
    Topic,
    Unclear,
    WantedElection,
)
from bot.questions.refusals import refusal_in
from bot.questions.rules.maps import MAPPED
from bot.questions.rules.rule import compiled
from bot.questions.settling import Settler
from bot.questions.vocabulary import NUMBERS, ORDINALS, WORDS
from bot.questions.when import BY_ELECTION, Times, find_times, without_placeholders

FIRST_RECORDED = 2010
_COUNTED = {Topic.RANKING, Topic.BY_ELECTIONS, Topic.ELECTION}
# The seat is what the answer is to leave out: "where did she stand before Bath".
_ELSEWHERE = compiled("<stand> .*(?:before | after | besides | other than) SEAT")
_TURNED = compiled(
    r"""
    PARTY (?:held )?(?:seats? | mps? | constituenc\w+) .*PARTY (?:.* )?(?:<gained> | second | 2nd)
    | PARTY .*(?:<lost> | gained | taken | captured | won) .*by PARTY
    | ^(?!.*\b(?:<lost>)\b).*PARTY to PARTY
    """
)
_YES_OR_NO = compiled("<asking_whether>")
# Words that mean something else together than each alone.
_SAID_AS = {
    "turn out": "turnout",
    "take place": "happen",
    "took place": "happened",
    "takes place": "happens",
    "league table": "ranking",
    "gains table": "gains",
    "table of gains": "gains",
}
_PHRASES = compiled(" | ".join(_SAID_AS))
_MOVED = compiled("<rise> | <fall> | chang\\w+ | higher | lower | bigger | smaller | improv\\w+")
_MEMBER_THEN = compiled("mps? | members? | held | represented | holding")
_POPULAR_VOTE = re.compile(r"\b(?:the )?popular vote\b", re.IGNORECASE)
_EVER = compiled("ever")
_STANDING = compiled("candidates? | <stand>")
_YEAR_FROM_NOW = re.compile(r"\b(?:in )?(this|last) year\b", re.IGNORECASE)
_MEMBER_ALONE = frozenset(
    "mp mps member represents represent representative parliament constituency seat area".split()
)
_NUMBER = re.compile(
    r"\b(?:top|bottom|first|the|list|show|give me|show me)? ?(\d{1,3}|" + "|".join(NUMBERS) + r")\b"
)


class Reader:
    """Understands by rules; what no rule fits is not guessed at."""

    def __init__(
        self, catalogue: Catalogue, names: NamesRoom, today: Callable[[], date] = date.today
    ) -> None:
        self._catalogue = catalogue
        self._names = names
        self._mentions = MentionFinder(catalogue, names)
        self._settler = Settler(catalogue)
        self._today = today

    def read(self, text: str) -> Question | None:
        """None for a text that is nothing but a name, perhaps with a year."""
        refusal = refusal_in(self._mentions.without_names(text))
        if refusal and (refusal is not Refusal.ABROAD or not is_bare(text)):
            return Question(Topic.REFUSED, refusal=refusal, asked=text)
        spelled = self._mentions.respelled(text)
        spelled = _POPULAR_VOTE.sub("which party got most votes", spelled)
        spelled = _YEAR_FROM_NOW.sub(self._year_from_now, spelled)
        times = find_times(spelled, month_is_name=self._month_is_name(spelled))
        mentions = self._mentions.find(times.text)
        times.elections = [self._dated(one) for one in times.elections]
        self._settler.settle(mentions, next(iter(times.elections), None))
        return self._judged(text, times, mentions)

    def _dated(self, wanted: WantedElection) -> WantedElection:
        """With the day instead of how many general elections back it was."""
        days = self._catalogue.elections.days()
        if wanted.back is None or wanted.back >= len(days):
            return wanted
        return WantedElection(wanted.said, day=days[wanted.back], by_election=False)

    def _year_from_now(self, found: re.Match[str]) -> str:
        return f"in {self._today().year - (found[1].lower() == 'last')}"

    def _month_is_name(self, text: str) -> bool:
        """Whether a month ends somebody's name: Theresa May in 2017."""
        other = with_month_as_name(text)
        if other is None:
            return False
        words = words_of(other[0])
        month = set(words) - set(words_of(find_election(text)[0]))
        return any(
            known.kind == Kind.PERSON and end - start > 1 and words[end - 1] in month
            for start, end, known in self._names.full_names_within(words)
        )

    def _judged(self, text: str, times: Times, mentions: Mentions) -> Question | None:
        self._as_two_elections(times, mentions)
        skeleton = _skeleton(mentions, times)
        if mentions.unknown:
            return self._of_unknown(text, skeleton, times, mentions)
        counts = Counter(skeleton.split())
        for label, named in (
            (SEAT, mentions.seats),
            (PERSON, mentions.persons),
            (PARTY, mentions.parties),
        ):
            counts[label] = min(counts[label], len(set(named)) + len(mentions.unclear))
        counts["BY"] = int("BYELECTION" in skeleton)
        counts["TIMES"] = sum(bool(one.year or one.day or one.back) for one in times.elections)
        question = decide(skeleton, counts)
        if question is not None:
            filled = self._filled(question, text, skeleton, times, mentions)
            question = heeded(self._between_elections(filled, skeleton), skeleton)
        elif set(telling(skeleton)) <= _MEMBER_ALONE:
            # "Who is my MP" asks for a place; "hello" asks for nothing.
            return Question(Topic.RESULT, asked=text) if telling(skeleton) else None
        question = question or Question(Topic.REFUSED, refusal=Refusal.NOT_UNDERSTOOD, asked=text)
        if question.refusal is Refusal.NOT_UNDERSTOOD and MAPPED.search(skeleton):
            # Which maps there are is soon told; one without a measure is none of them.
            filled = self._filled(Question(Topic.MAP), text, skeleton, times, mentions)
            return replace(filled, unclear=None)
        return question

    def _of_unknown(
        self, text: str, skeleton: str, times: Times, mentions: Mentions
    ) -> Question | None:
        lost = " ".join(mentions.unknown)
        if any(district_of(one) for one in mentions.unknown):
            return Question(Topic.RESULT, lost, asked=text)
        if "OLDYEAR" in skeleton and not mentions.seats:
            # Finchley in 1979: no seat since 2010 has that name, but one had it then.
            old = Question(Topic.HISTORY, measure=Measure.GROUPS)
            return replace(self._filled(old, text, skeleton, times, mentions), name=lost)
        if MAPPED.search(skeleton):
            question = decide(skeleton.replace("?", ""), Counter(skeleton.split()))
            if question is None or question.topic is not Topic.MAP:
                question = Question(Topic.MAP)
            return replace(self._filled(question, text, skeleton, times, mentions), name=lost)
        if not telling(skeleton.replace("?", "")):
            return None
        return Question(Topic.REFUSED, lost, refusal=Refusal.NOT_UNDERSTOOD, asked=text)

    def _as_two_elections(self, times: Times, mentions: Mentions) -> None:
        """ "Did it rise between 2017 and 2019" compares two elections, and spans no years."""
        span = times.span
        of_by_elections = times.by_election or BY_ELECTION in times.text
        if (
            span is None
            or span.parliament
            or of_by_elections
            or not _MOVED.search(mentions.skeleton)
        ):
            return
        held = {day.year for day in self._catalogue.elections.days()}
        if span.first in held and span.last in held and span.first != span.last:
            years = (span.first, span.last)
            times.elections = [WantedElection(str(year), year) for year in years]
            times.span = None
            mentions.skeleton = mentions.skeleton.replace("SPAN", "WHEN and WHEN")

    def _filled(
        self, question: Question, text: str, skeleton: str, times: Times, mentions: Mentions
    ) -> Question:
        areas = dict.fromkeys(name for names in mentions.areas for name in names)
        parties = tuple(dict.fromkeys(mentions.parties))
        if (question.topic, question.measure) == (Topic.ELECTION, Measure.SWING):
            parties = tuple(mentions.parties)  # from one to itself is no swing
        return replace(
            question,
            name=" ".join(mentions.said),
            election=times.elections[0] if times.elections else None,
            elections=tuple(times.elections),
            span=self._span(times, question, skeleton),
            seats=() if _ELSEWHERE.search(skeleton) else tuple(dict.fromkeys(mentions.seats)),
            persons=tuple(dict.fromkeys(mentions.persons)),
            parties=parties[::-1] if _is_turned(skeleton) else parties,
            areas=tuple(areas),
            number=_number(skeleton) if question.topic in _COUNTED else None,
            place=_place(skeleton),
            yes_or_no=_YES_OR_NO.match(skeleton) is not None,
            compared=question.measure in COMPARABLE and _MOVED.search(skeleton) is not None,
            standing=question.measure is Measure.WOMEN and _STANDING.search(skeleton) is not None,
            notes=tuple(mentions.notes),
            unclear=_unclear(mentions, times),
            asked=text,
        )

    def _between_elections(self, question: Question, skeleton: str) -> Question:
        """Who was the member in a year without a contest there is who was elected before."""
        wanted = question.election
        if not _MEMBER_THEN.search(skeleton) or wanted is None or len(question.seats) != 1:
            return question
        if wanted.by_election or self._settler.took_part(question.seats[0], wanted):
            return question
        return replace(question, topic=Topic.HISTORY, measure=Measure.HELD)

    def _span(self, times: Times, question: Question, skeleton: str) -> Span | None:
        """With the years of Parliaments that were named by their order."""
        span = times.span
        if span is None and question.topic is Topic.RANKING and _EVER.search(skeleton):
            return Span("ever")
        days = self._catalogue.elections.days()
        years = [one.year for one in times.elections if one.year]
        if span is None and question.topic is Topic.BY_ELECTIONS and len(years) > 1:
            return Span(f"{min(years)} to {max(years)}", min(years), max(years))
        if span is None or not span.parliament or span.last is not None:
            return span
        begun = [day.year for day in reversed(days)]
        first = begun[span.first] if span.first and span.first < 0 else span.first
        later = [year for year in begun if first is not None and year > first]
        return replace(span, first=first, last=later[0] if later else None)


def is_bare(text: str) -> bool:
    """Whether there is no word of a question: Paris may be somebody's name."""
    return not any(word in WORDS for word in words_of(text))


def _skeleton(mentions: Mentions, times: Times) -> str:
    skeleton = _PHRASES.sub(lambda found: _SAID_AS[found[0]], mentions.skeleton)
    if mentions.unclear:
        best = mentions.unclear[0].finding.matches[0]
        skeleton = skeleton.replace(UNCLEAR, LABEL_OF[best.kind])
    years = [one.year for one in times.elections if one.year]
    if years and max(years) < FIRST_RECORDED:
        return skeleton.replace("WHEN", "OLDYEAR")
    span = times.span
    if span and min(span.first or FIRST_RECORDED, span.last or FIRST_RECORDED) < FIRST_RECORDED:
        return skeleton.replace("SPAN", "SPAN OLDYEARS") if (span.first or 0) > 0 else skeleton
    return skeleton


def _is_turned(skeleton: str) -> bool:
    """ "which Conservative seats did Labour gain" names the loser first."""
    return _TURNED.search(skeleton) is not None


def _number(skeleton: str) -> int | None:
    found = _NUMBER.search(skeleton)
    if found is None:
        return None
    word = found[1]
    return int(word) if word.isdigit() else NUMBERS[word]


def _place(skeleton: str) -> int | None:
    if re.search(r"\brunners? up\b", skeleton):
        return 2
    if re.search(r"\b(?:last|bottom)\b", skeleton):
        return -1
    return next((ORDINALS[word] for word in skeleton.split() if ORDINALS.get(word, 1) > 1), None)


def _unclear(mentions: Mentions, times: Times) -> Unclear | None:
    if not mentions.unclear:
        return None
    unclear = mentions.unclear[0]
    said = [one.said for one in times.elections] + ([times.span.said] if times.span else [])
    before, after = (without_placeholders(part) for part in (unclear.before, unclear.after))
    return replace(unclear, before=before, after=" ".join([after, *said]).strip())
