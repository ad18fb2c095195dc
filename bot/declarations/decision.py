"""The decision desk: what feeds say is checked and kept, and what counts goes into the journal."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.catalogue.catalogue import Catalogue
from bot.declarations.claims import Claim, Claims, Waits
from bot.declarations.declaration import Declaration, Entry, Result
from bot.declarations.desk import OUTCOMES, Answer, Outcome
from bot.declarations.disagreements import Disagreement, Disagreements
from bot.declarations.doubt import is_doubtful
from bot.declarations.feeds.feed import Bulletin, Misread, Word
from bot.declarations.journal import Journal
from bot.declarations.nominations import Nominations
from bot.declarations.refusal import Refusal
from bot.declarations.trust import Trust
from bot.declarations.validation import Validator, declared_time
from bot.declarations.wording import in_words
from bot.elections.contest import ContestId

_BRITAIN = ZoneInfo("Europe/London")
_AHEAD = timedelta(minutes=5)  # that two clocks may be apart
_BEFORE_A_RESULT = {Word.WINNER, Word.RECOUNT}


@dataclass(frozen=True, slots=True)
class Books:
    """The parts of the state that the desk writes."""

    journal: Journal
    claims: Claims
    nominations: Nominations
    disagreements: Disagreements


class DecisionDesk:
    """`sources` tells of each feed that is followed who that is for people; `known` are the
    sources of all that ever were: what has another source was declared by hand, and stands.

    `rehearsing` says that a night is played whose results are settled.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        books: Books,
        trust: Trust,
        sources: Mapping[str, str],
        known: set[str],
        *,
        rehearsing: bool = False,
    ) -> None:
        self._catalogue = catalogue
        self._books = books
        self._trust = trust
        self._sources = sources
        self._known = known | set(sources.values())
        self._rehearsing = rehearsing
        self._validator = Validator(catalogue, books.journal, books.nominations.of)
        self._seen = 0  # the newest entry of the journal that was looked at

    def hear(self, feed: str, item: Bulletin | Misread, now: datetime) -> Answer:
        """What became of one thing that a feed said, after it is written down. Raises StateError.

        What was refused before for the same reason is not kept again.
        """
        if isinstance(item, Misread):
            return self._refuse(feed, item.text, item.reason, now)
        try:
            return self._heard(feed, item, now)
        except Refusal as refusal:
            reason = f"{item.report.constituency}: {refusal}"
            return self._refuse(feed, item.text, reason, now)

    def ripen(self, now: datetime) -> list[Answer]:
        """Decides anew where a claim has waited long enough, or somebody declared by hand since
        the last look; what that brought."""
        waited = self._in_time()
        due = [one.contest for one in waited if one.changed_at + self._trust.wait <= now]
        added = self._books.journal.since(self._seen)
        by_hand = [one.contest for one in added if one.source not in self._known]
        entries = [self._ripe(one, now) for one in dict.fromkeys([*due, *by_hand])]
        self._seen = added[-1].seq if added else self._seen
        return [
            Answer(OUTCOMES[entry.kind], self._label(entry.contest)) for entry in entries if entry
        ]

    def _ripe(self, contest: ContestId, now: datetime) -> Entry | None:
        """Nothing, where the contest was closed or settled while the claim waited."""
        if self._is_awaited(contest):
            return self._decide(contest, now)
        self._books.claims.put_off(contest, {})
        return None

    def _is_awaited(self, contest: ContestId) -> bool:
        if self._catalogue.contests.settled(contest) is not None:
            return self._rehearsing
        return contest in self._books.journal.opened(contest.code)

    def ripens_at(self) -> datetime | None:
        """When the next claim has waited long enough; None where none waits."""
        waiting = self._in_time()
        return waiting[0].changed_at + self._trust.wait if waiting else None

    def _in_time(self) -> list[Claim]:
        waiting = self._books.claims.waiting()
        return [one for one in waiting if one.waits is Waits.FOR_TIME]

    def _refuse(self, feed: str, text: str, reason: str, now: datetime) -> Answer:
        self._books.journal.refuse_once(text, reason, feed, now)
        return Answer(Outcome.REFUSED, reason)

    def _heard(self, feed: str, bulletin: Bulletin, now: datetime) -> Answer:
        contest = self._validator.contest(bulletin.report)
        if not self._is_awaited(contest):
            return Answer(Outcome.UNCHANGED, f"{self._label(contest)}: settled already")
        if bulletin.word is Word.STANDING:
            return self._nominated(feed, bulletin, now)
        earlier = self._books.claims.of(contest).get(feed)
        claim = self._claim(feed, contest, bulletin, earlier, now)
        if not _says_less(claim, earlier):
            self._keep(claim, earlier)
        entry = self._decide(contest, now)
        return self._answer(claim, entry)

    def _nominated(self, feed: str, bulletin: Bulletin, now: datetime) -> Answer:
        contest, nominees = self._validator.standing(bulletin.report)
        changed = self._books.nominations.keep(feed, contest, nominees, now)
        outcome = Outcome.ACCEPTED if changed else Outcome.UNCHANGED
        return Answer(outcome, f"{self._label(contest)}: {len(nominees)} candidates")

    def _claim(
        self,
        feed: str,
        contest: ContestId,
        bulletin: Bulletin,
        earlier: Claim | None,
        now: datetime,
    ) -> Claim:
        """What the feed says now. Raises Refusal where it cannot be so, or is old."""
        if earlier and 0 < bulletin.order < earlier.order:
            raise Refusal("something newer about this contest came before it, and is kept")
        heard_at = earlier.heard_at if earlier else now
        claim = Claim(feed, contest, bulletin.word, heard_at, now, order=bulletin.order)
        if bulletin.word is Word.RESULT:
            claim = self._with_result(claim, bulletin, earlier)
        if bulletin.word is Word.WINNER:
            claim = replace(claim, nominee=self._validator.winner(bulletin.report)[1])
        if earlier and claim.repeats(earlier):
            claim = replace(claim, changed_at=earlier.changed_at, waits=earlier.waits)
        return claim

    def _with_result(self, claim: Claim, bulletin: Bulletin, earlier: Claim | None) -> Claim:
        result = self._validator.check(replace(bulletin.report, declared_at=None)).result
        assert result is not None  # a bulletin that takes a result back has another word
        self._check_whole(claim, result)
        if earlier and earlier.result:
            result = result.completed_by(earlier.result)
        return replace(claim, result=result, declared_at=self._time(claim, bulletin))

    def _check_whole(self, claim: Claim, result: Result) -> None:
        """Volunteers enter the candidates as they come. A list of nominations may be out of date,
        so it is no reason to doubt a feed that is trusted."""
        nominated = len(self._books.nominations.of(claim.contest))
        if claim.feed in self._trust.unsure and len(result.candidates) < nominated:
            raise Refusal(
                f"{len(result.candidates)} of {nominated} candidates have votes: "
                "a partial result is none"
            )

    def _time(self, claim: Claim, bulletin: Bulletin) -> datetime | None:
        """When it was declared; a time that cannot be is no reason to doubt the figures."""
        now = claim.changed_at
        try:
            return self._past_time(bulletin, now)
        except Refusal as refusal:
            about = f"{self._label(claim.contest)}: {refusal}: a clock is wrong somewhere"
            reason = f"{about}; the result counts, without that time"
            self._books.journal.refuse_once(bulletin.text, reason, claim.feed, now)
            return None

    @staticmethod
    def _past_time(bulletin: Bulletin, now: datetime) -> datetime | None:
        told = declared_time(bulletin.report)
        if told and told > (now + _AHEAD).astimezone(_BRITAIN).replace(tzinfo=None):
            raise Refusal(f"declared_at {told:%Y-%m-%d %H:%M} is still to come")
        return told

    def _keep(self, claim: Claim, earlier: Claim | None) -> None:
        if earlier is None or not claim.repeats(earlier) or claim.order != earlier.order:
            self._books.claims.keep(claim)

    def _decide(self, contest: ContestId, now: datetime) -> Entry | None:
        """The entry that the claims on a contest bring now."""
        journal, claims = self._books.journal, self._books.claims.of(contest)
        last = journal.last(contest)
        heeded = self._heeded(contest, claims)
        doubted = [name for name, one in heeded.items() if self._is_doubted(one)]
        told = last.source if last and last.result else None
        telling = [name for name in heeded if self._sources.get(name) == told]
        chosen = self._trust.result(heeded, now, doubted, telling)
        entry = self._record(contest, heeded, chosen, last, now)
        stands = journal.last(contest)
        if stands is None or stands.result is None:
            entry = self._name(contest, heeded, now) or entry
        put_off = self._trust.put_off(heeded, now, doubted, telling)
        self._put_off(contest, claims, stands, put_off)
        self._books.disagreements.keep(contest, self._disagreeing(claims, stands, now), now)
        return entry

    def _heeded(self, contest: ContestId, claims: dict[str, Claim]) -> dict[str, Claim]:
        """Those that may change what was declared by hand: none, or after a withdrawal new ones."""
        by_hand = self._books.journal.last_from_others(contest, self._known)
        if by_hand is None:
            return claims
        if by_hand.result is not None:
            return {}
        return {name: one for name, one in claims.items() if one.changed_at > by_hand.recorded_at}

    def _is_doubted(self, claim: Claim) -> bool:
        if claim.result is None or claim.feed not in self._trust.unsure:
            return False
        settled = self._catalogue.contests.settled(claim.contest)
        opened = self._books.journal.opened(claim.contest.code)
        kind = settled.kind if settled else opened[claim.contest]
        return is_doubtful(claim.contest, claim.result, kind, self._catalogue)

    def _record(
        self,
        contest: ContestId,
        claims: dict[str, Claim],
        chosen: Claim | None,
        last: Entry | None,
        now: datetime,
    ) -> Entry | None:
        if chosen is not None and chosen.result is not None:
            source = self._sources[chosen.feed]
            known = last is not None and last.source != source and last.result is not None
            if known and last and last.result and chosen.result.says_the_same(last.result):
                return None
            declaration = Declaration(contest, chosen.result, chosen.declared_at)
            # Whoever declares by hand meanwhile is not overruled by what was read before.
            return self._books.journal.record(declaration, source, now, last.seq if last else 0)
        if last and last.result and self._is_retracted(claims, last, last.result):
            withdrawal = Declaration(contest, None, None)
            return self._books.journal.record(withdrawal, last.source, now, last.seq)
        return None

    def _is_retracted(self, claims: dict[str, Claim], last: Entry, result: Result) -> bool:
        """Whether the feed that it came from takes it back, and no other says it too."""
        told = self._trust.ranked(claims)
        givers = [one for one in told if self._sources[one.feed] == last.source]
        backed = any(one.result and one.result.says_the_same(result) for one in told)
        return bool(givers) and not backed and all(one.word is Word.RETRACTED for one in givers)

    def _name(self, contest: ContestId, claims: dict[str, Claim], now: datetime) -> Entry | None:
        """Whoever is named the winner before the votes are known, or is not any more."""
        journal, winner = self._books.journal, self._trust.winner(claims)
        if winner is not None:
            return journal.name(contest, winner.nominee, self._sources[winner.feed], now)
        named = journal.named(contest)
        if named is None or any(
            _elects(one, named) for one in self._trust.before_a_recount(claims)
        ):
            return None
        return journal.name(contest, None, named.source, now)

    def _put_off(
        self,
        contest: ContestId,
        claims: dict[str, Claim],
        stands: Entry | None,
        put_off: dict[str, Waits],
    ) -> None:
        standing = stands.result if stands else None
        waiting = {
            name: waits
            for name, waits in put_off.items()
            if not _is_told(claims[name].result, standing)
        }
        if waiting != {name: one.waits for name, one in claims.items() if one.waits}:
            self._books.claims.put_off(contest, waiting)

    def _disagreeing(
        self, claims: dict[str, Claim], stands: Entry | None, now: datetime
    ) -> list[Disagreement]:
        if stands is None or stands.result is None:
            return []
        against = in_words(stands.result)
        return [
            Disagreement(one.feed, one.contest, in_words(one.result), against, stands.source, now)
            for one in self._trust.ranked(claims)
            if one.result and not one.result.says_the_same(stands.result)
        ]

    def _answer(self, claim: Claim, entry: Entry | None) -> Answer:
        label = self._label(claim.contest)
        if entry is not None:
            return Answer(OUTCOMES[entry.kind], label)
        kept = self._books.claims.of(claim.contest).get(claim.feed)
        if kept and kept.waits:
            some_time = ", or for some time" if kept.waits is Waits.FOR_TIME else ""
            return Answer(Outcome.WAITING, f"{label}: for a second source{some_time}")
        last = self._books.journal.last(claim.contest)
        if claim.result and last and last.result and not claim.result.says_the_same(last.result):
            return Answer(Outcome.OVERRULED, f"{label}: {last.source} says otherwise")
        return Answer(Outcome.UNCHANGED, label)

    def _label(self, contest: ContestId) -> str:
        return f"{self._catalogue.seats.by_code[contest.code].name}, {contest.polled_on}"


def _says_less(claim: Claim, earlier: Claim | None) -> bool:
    """A name before the votes never replaces a result, and nothing is taken back of nothing,
    unless what is taken back may still come."""
    if earlier is None:
        return claim.word is Word.RETRACTED and not claim.order
    return claim.word in _BEFORE_A_RESULT and earlier.word is Word.RESULT


def _elects(claim: Claim, named: Entry) -> bool:
    """Whether a result that has to wait has the winner that was named before it."""
    winner = claim.result.candidates[0] if claim.result else None
    return bool(winner and named.named and winner.person_id == named.named.person_id)


def _is_told(result: Result | None, standing: Result | None) -> bool:
    return bool(result and standing and result.says_the_same(standing))
