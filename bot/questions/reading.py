"""From a text to a typed Question: what is asked, of whom and where, and when."""

import re
from collections import Counter
from dataclasses import replace

from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import ContestKind
from bot.names.finding import Kind
from bot.names.room import NamesRoom
from bot.names.words import words_of
from bot.questions.elections import find_election, with_month_as_name
from bot.questions.mentions import MentionFinder, Mentions
from bot.questions.named import AREA, LABEL_OF, PARTY, PERSON, SEAT, UNCLEAR
from bot.questions.question import (
    Measure,
    Order,
    Question,
    Refusal,
    Span,
    Topic,
    Unclear,
    WantedElection,
)
from bot.questions.refusals import refusal_in
from bot.questions.rules.by_elections import BY_ELECTIONS
from bot.questions.rules.comparisons import COMPARED
from bot.questions.rules.elections import ELECTIONS
from bot.questions.rules.figures import DEFAULTS, FIGURES
from bot.questions.rules.parties import PAIRS, PARTIES
from bot.questions.rules.persons import PERSONS
from bot.questions.rules.rankings import RANKINGS
from bot.questions.rules.rule import Rule, compiled
from bot.questions.rules.seats import SEATS
from bot.questions.vocabulary import NUMBERS, OF_WINNERS, ORDINALS, SMALL
from bot.questions.when import Times, find_times, without_placeholders

FIRST_RECORDED = 2010
OF_CONTESTS = (
    *BY_ELECTIONS,
    *SEATS,
    *PERSONS,
    *FIGURES,
)
OF_ELECTIONS = (*BY_ELECTIONS, *RANKINGS, *PARTIES, *ELECTIONS)
_COUNTED = {Topic.RANKING, Topic.BY_ELECTIONS, Topic.ELECTION}
_MEASURES = tuple((one, compiled(said)) for one, said in COMPARED)
# The seat is what the answer is to leave out: "where did she stand before Bath".
_ELSEWHERE = compiled("<stand> .*(?:before | after | besides | other than) SEAT")
_COMPARE = compiled(r"compar\w+ | versus | vs | v | difference between | side by side")
_COMPARED = compiled(
    r"compar\w+ | versus | vs | v | difference | against | or | than | side by side | better | between"
)
_TURNED = compiled(
    r"""
    PARTY (?:held )?(?:seats? | mps? | constituenc\w+) .*PARTY <gained>
    | PARTY .*(?:<lost> | gained | taken | captured | won) .*by PARTY
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
}
_PHRASES = compiled(" | ".join(_SAID_AS))
_KEPT = compiled("<held> .*deposits? | sav\\w+ .*deposits?")  # asked the other way round
_FALL = compiled("<fall>")
_MOST, _LEAST = compiled("<most> | top"), compiled("<least> | bottom")
_NUMBER = re.compile(
    r"\b(?:top|bottom|first|the|list|show|give me|show me)? ?(\d{1,3}|" + "|".join(NUMBERS) + r")\b"
)


class Reader:
    """Understands by rules; what no rule fits is not guessed at."""

    def __init__(self, catalogue: Catalogue, names: NamesRoom) -> None:
        self._catalogue = catalogue
        self._names = names
        self._mentions = MentionFinder(catalogue, names)

    def read(self, text: str) -> Question | None:
        """None for a text that is nothing but a name, perhaps with a year."""
        refusal = refusal_in(self._mentions.without_names(text))
        if refusal:
            return Question(Topic.REFUSED, refusal=refusal, asked=text)
        spelled = self._mentions.respelled(text)
        times = find_times(spelled, month_is_name=self._month_is_name(spelled))
        mentions = self._mentions.find(times.text)
        self._narrow(mentions)
        self._move(mentions, times)
        return self._judged(text, times, mentions)

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

    def _narrow(self, mentions: Mentions) -> None:
        """Of several that may be meant only the people who stood in the seat that is named, or
        the seats in which the person stood."""
        if f"{SEAT} in {UNCLEAR}" in mentions.skeleton:
            # "Street in Somerset": the seat is known already.
            mentions.unclear.clear()
        if len(mentions.unclear) != 1 or len(mentions.seats) + len(mentions.persons) != 1:
            return
        finding = mentions.unclear[0].finding
        fought = {
            code
            for person in mentions.persons
            for one in self._fought_by(person)
            for code in self._codes(one)
        }
        codes = {code for seat in mentions.seats for code in self._codes(seat)}
        there = [
            match
            for match in finding.matches[: finding.rivals]
            if (match.kind is Kind.CONSTITUENCY and match.id in fought)
            or (match.kind is Kind.PERSON and codes & self._fought_by(match.id))
        ]
        if len(there) == 1:
            mentions.settle(there[0])
        elif there:
            narrowed = replace(finding, matches=tuple(there), rivals=len(there))
            mentions.unclear[0] = replace(mentions.unclear[0], finding=narrowed)

    def _move(self, mentions: Mentions, times: Times) -> None:
        """To the seat that was contested then, where another has a like name today: "tiverton" in
        2022."""
        if len(mentions.seats) != 1 or len(mentions.near) != 1 or not times.elections:
            return
        wanted = times.elections[0]
        if self._took_part(mentions.seats[0], wanted):
            return
        then = [one.id for one in mentions.near[0] if self._took_part(one.id, wanted)]
        if len(then) == 1:
            mentions.seats[:] = then
            mentions.notes.clear()

    def _took_part(self, code: str, wanted: WantedElection) -> bool:
        contests = self._catalogue.contests.ids_of_seats(self._codes(code))
        return any(
            wanted.suits(one.polled_on, is_by_election=kind is ContestKind.BY_ELECTION)
            for one, kind in contests
        )

    def _fought_by(self, person: str) -> set[str]:
        return {one.code for one, _ in self._catalogue.contests.ids_of_person(person)}

    def _codes(self, code: str) -> list[str]:
        seats = self._catalogue.seats
        return seats.codes_of_name(seats.by_code[code])

    def _judged(self, text: str, times: Times, mentions: Mentions) -> Question | None:
        skeleton = _skeleton(mentions, times)
        if mentions.unknown:
            lost = " ".join(mentions.unknown)
            bare = not _telling(skeleton.replace("?", ""))
            refused = Question(Topic.REFUSED, lost, refusal=Refusal.NOT_UNDERSTOOD, asked=text)
            return None if bare else refused
        counts = Counter(skeleton.split())
        counts[SEAT] = min(counts[SEAT], len(set(mentions.seats)) + len(mentions.unclear))
        counts["BY"] = int("BYELECTION" in skeleton)
        counts["TIMES"] = sum(bool(one.year or one.day or one.back) for one in times.elections)
        question = _comparison(skeleton, counts) or _ruled(skeleton, counts)
        if question and question.measure is Measure.WINNER and _says_more(skeleton, question):
            question = None
        if question is None and not _telling(skeleton):
            question = _ruled(skeleton, counts, DEFAULTS)
        if question is None:
            refused = Question(Topic.REFUSED, refusal=Refusal.NOT_UNDERSTOOD, asked=text)
            return refused if _telling(skeleton) else None
        return self._filled(question, text, skeleton, times, mentions)

    def _filled(
        self, question: Question, text: str, skeleton: str, times: Times, mentions: Mentions
    ) -> Question:
        areas = dict.fromkeys(name for names in mentions.areas for name in names)
        parties = tuple(dict.fromkeys(mentions.parties))
        return replace(
            question,
            name=" ".join(mentions.said),
            election=times.elections[0] if times.elections else None,
            elections=tuple(times.elections),
            span=self._span(times, question),
            seats=() if _ELSEWHERE.search(skeleton) else tuple(dict.fromkeys(mentions.seats)),
            persons=tuple(dict.fromkeys(mentions.persons)),
            parties=parties[::-1] if _is_turned(skeleton) else parties,
            areas=tuple(areas),
            number=_number(skeleton) if question.topic in _COUNTED else None,
            place=_place(skeleton),
            yes_or_no=_YES_OR_NO.match(skeleton) is not None and not _KEPT.search(skeleton),
            notes=tuple(mentions.notes),
            unclear=_unclear(mentions, times),
            asked=text,
        )

    def _span(self, times: Times, question: Question) -> Span | None:
        """With the years of Parliaments that were named by their order."""
        span = times.span
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


def _skeleton(mentions: Mentions, times: Times) -> str:
    skeleton = _PHRASES.sub(lambda found: _SAID_AS[found[0]], mentions.skeleton)
    if mentions.unclear:
        best = mentions.unclear[0].finding.matches[0]
        skeleton = skeleton.replace(UNCLEAR, LABEL_OF[best.kind])
    years = [one.year for one in times.elections if one.year]
    if years and max(years) < FIRST_RECORDED:
        return skeleton.replace("WHEN", "OLDYEAR")
    return skeleton


def _telling(skeleton: str) -> list[str]:
    """The words that ask for something."""
    return [word for word in skeleton.split() if word.islower() and word not in SMALL]


def _says_more(skeleton: str, question: Question) -> bool:
    """Whether somebody asks who won something else than an election: "who won the hundred"."""
    said = set(_telling(skeleton))
    return question.topic is Topic.ELECTION and bool(said - OF_WINNERS)


def _ruled(skeleton: str, counts: Counter[str], among: tuple[Rule, ...] = ()) -> Question | None:
    of_contest = counts[SEAT] or counts[PERSON]
    for rule in among or (OF_CONTESTS if of_contest else OF_ELECTIONS):
        if rule.fits(skeleton, counts):
            least = _LEAST.search(skeleton) or (
                rule.measure is Measure.CHANGE and of_contest and _FALL.search(skeleton)
            )
            order = rule.fixed or (Order.LEAST if least else Order.MOST)
            return Question(rule.topic, measure=rule.measure, order=order)
    return None


def _comparison(skeleton: str, counts: Counter[str]) -> Question | None:
    compared = _COMPARED.search(skeleton) is not None
    several = (
        counts[SEAT] > 1
        or (counts[PERSON] > 1 and not _ruled_among(PERSONS[:1], skeleton, counts))
        or (counts[PARTY] > 1 and not counts[SEAT] and not _ruled_among(PAIRS, skeleton, counts))
        or (counts["TIMES"] > 1 and not counts[PERSON])
        or (counts[AREA] > 1 and compared)
    )
    if not several and not (compared and _COMPARE.search(skeleton) and counts[SEAT]):
        return None
    measure = next((one for one, said in _MEASURES if said.search(skeleton)), Measure.RESULT)
    return Question(Topic.COMPARISON, measure=measure)


def _ruled_among(among: tuple[Rule, ...], skeleton: str, counts: Counter[str]) -> Rule | None:
    return next((rule for rule in among if rule.fits(skeleton, counts)), None)


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
