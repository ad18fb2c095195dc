"""Which of the fitting names is meant, and whether that is sure."""

from bot.catalogue.known_names import KnownName
from bot.names.finding import Kind, Verdict
from bot.names.scoring import EXACT, FULL, Fit

# Points that only order what fits about as well.
_PRIOR = {Kind.CONSTITUENCY: 0.0, Kind.PARTY: 0.0, Kind.PERSON: -1.0, Kind.PLACE: -2.0}
# Whoever types a name today more likely means a seat of today.
_ABOLISHED = -1.5
# Nine in ten who ever stood were never elected, and few people ask for them: by surname
# alone an MP whose name is one slip away is meant rather than a namesake of the slip.
_NEVER_ELECTED = -4.0
_NEVER_ELECTED_IN_PART = -16.0
# Small parties put places and persons into their names, which are asked for in their own right.
_HARDLY_A_PARTY = -14.0
_MISSPELT_SURNAME = -4.0
_SMALL_PLACE = -7.0
_IN_FULL = 3.0
_OFFICIAL = 0.5
# People. Below that a place is asked for mostly by those who live there.
_TOWN = 8_000

MEMBER = 500.0  # renown from which a person has been an MP
# These were set on tests/golden so that a confident wrong answer is rarer than one in a hundred;
# of the two ways to fail, asking back once too often is the better.
SURE = 76.0  # least score of a match
SURE_OF_ONE_WORD = 79.0
SURE_OF_THE_OBSCURE = 88.0  # for whom or what few people ask
# One slip in a name; more would give somebody a result that is another's.
SURE_OF_SOMEBODY_OBSCURE = 93.5
LIKE_ENOUGH_FOR_A_PERSON = 0.82  # least likeness of one word to a surname
ENOUGH_OF_A_PARTY = 0.45  # of its name
NEAR = 48.0  # least score of a name worth mentioning
# One slip in a word of eight letters costs about this many points.
RIVAL = 6.0  # points within which another name may be meant as well
_AS_LIKE = 0.012
_NICKNAMED = 0.96  # likeness of a whole name with a nickname in it
_CLEARLY_LARGER = 8.0  # times the people, or the candidacies
_VILLAGE = 500  # people, where nobody has counted


def order(fits: list[Fit]) -> list[Fit]:
    """Best first; of two that fit alike the better known."""
    return sorted(fits, key=lambda fit: (-round(ranked_score(fit), 1), -fit.name.known.renown))


def ranked_score(fit: Fit) -> float:
    in_full = (_IN_FULL + _OFFICIAL * fit.name.known.official) * fit.is_full
    return fit.score + _prior(fit) + in_full


def _prior(fit: Fit) -> float:
    name = fit.name.known
    kind = Kind(name.kind)
    if kind is Kind.CONSTITUENCY and not name.renown:
        return _ABOLISHED
    if kind is Kind.PERSON:
        return _PRIOR[kind] + _person_prior(fit)
    if kind is Kind.PARTY and is_obscure(fit) and not (fit.is_full and name.official):
        return _HARDLY_A_PARTY
    if kind is Kind.PLACE and name.renown < _TOWN:
        return _PRIOR[kind] + _SMALL_PLACE
    return _PRIOR[kind]


def _person_prior(fit: Fit) -> float:
    whole = fit.said >= FULL
    if fit.name.known.renown < MEMBER:
        return _NEVER_ELECTED if whole else _NEVER_ELECTED_IN_PART
    return 0.0 if whole or fit.likeness >= EXACT else _MISSPELT_SURNAME


def is_obscure(fit: Fit) -> bool:
    """People who were never elected, parties that hardly stood, and villages."""
    least = {Kind.PERSON: MEMBER, Kind.PLACE: _TOWN, Kind.PARTY: 15.0}
    return fit.name.known.renown < least.get(Kind(fit.name.known.kind), 0.0)


def verdict(ordered: list[Fit], words: int) -> tuple[Verdict, list[Fit], int]:
    """The verdict on what was typed in so many words, the fits best first, how many are rivals."""
    if not ordered or not _is_sure(ordered[0], words):
        return Verdict.NONE, ordered, 0
    best = ordered[0]
    # Not only the second: a tie of three is to be shown as three.
    rivals = [fit for fit in ordered[1:] if _is_rival(best, fit)]
    if rivals:
        others = [fit for fit in ordered[1:] if fit not in rivals]
        return Verdict.AMBIGUOUS, [best, *rivals, *others], 1 + len(rivals)
    if best.name.is_person and _may_be_another(best, words):
        return Verdict.AMBIGUOUS, ordered, 1
    return Verdict.MATCH, ordered, 1


def _may_be_another(best: Fit, words: int) -> bool:
    """Half a surname may yet become another; and who is hardly known is easily somebody else."""
    if best.unfinished and words == 1:
        return True
    return is_obscure(best) and best.nicknamed


def _is_sure(best: Fit, words: int) -> bool:
    if best.name.known.kind == Kind.PARTY and best.said < ENOUGH_OF_A_PARTY:
        return False  # "election" is a word of many parties' names
    if is_obscure(best):
        if words == 1 and best.likeness < EXACT and not best.unfinished:
            return False  # one word that is merely like the name of somebody or somewhere unknown
        least = SURE_OF_SOMEBODY_OBSCURE if best.name.is_person else SURE_OF_THE_OBSCURE
        return best.score >= least
    if words > 1:
        return best.score >= SURE
    if best.name.is_person and best.likeness < LIKE_ENOUGH_FOR_A_PERSON:
        return False
    return best.score >= SURE_OF_ONE_WORD


def _is_rival(best: Fit, other: Fit) -> bool:
    parties = best.name.known.kind == other.name.known.kind == Kind.PARTY
    # A word that several parties share is no party's, however often each of them stood.
    gap = best.score - other.score if parties else ranked_score(best) - ranked_score(other)
    if gap > RIVAL:
        return False
    return not _outranks(best, other)


def _outranks(best: Fit, other: Fit) -> bool:
    """Whether the first is what anybody would mean although the second fits too."""
    if _is_worth_asking(best, other):
        return False
    if best.is_full and not other.is_full:
        return True
    if best.said >= FULL > other.said and best.likeness >= other.likeness - _AS_LIKE:
        return True
    if best.name.known.kind != other.name.known.kind:
        return _outranks_by_kind(best, other)
    return _better_known(best.name.known, other.name.known)


def _is_worth_asking(best: Fit, other: Fit) -> bool:
    """Where the better fit is not what most people mean."""
    if not other.name.is_person:
        return False
    if best.name.known.kind == Kind.PLACE:
        # Burnham is a town and a surname that everybody has heard.
        return other.name.known.renown >= MEMBER
    namesakes = best.is_full and other.is_full
    return best.name.is_person and (namesakes or _is_nicknamed_member(best, other))


def _is_nicknamed_member(best: Fit, other: Fit) -> bool:
    """Whether somebody unknown has in full what an MP is called for short: Phil Davies."""
    known = other.name.known.renown >= MEMBER > best.name.known.renown
    return known and other.said >= FULL and other.likeness >= _NICKNAMED


def _better_known(ours: KnownName, theirs: KnownName) -> bool:
    """Of two of one kind, whether the first is far better known."""
    if ours.kind == Kind.PERSON:
        return ours.renown >= MEMBER > theirs.renown
    if ours.kind == Kind.CONSTITUENCY:
        return ours.renown > theirs.renown
    least = _VILLAGE if ours.kind == Kind.PLACE else 0
    return ours.renown >= _CLEARLY_LARGER * max(theirs.renown, least)


def _outranks_by_kind(best: Fit, other: Fit) -> bool:
    """A seat or party named in full is meant before anything else that is written so."""
    if best.is_full and other.is_full:
        if best.name.known.kind == Kind.PARTY:
            return not is_obscure(best)
        return best.name.known.kind == Kind.CONSTITUENCY
    return is_obscure(other) and not is_obscure(best)
