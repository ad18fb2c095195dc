"""The module that answers each topic, loaded when it is first asked about."""

from collections.abc import Callable
from importlib import import_module

from bot.answers.reply import Reply
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Question, Topic

Answer = Callable[[Catalogue, Question], Reply]

_MODULES = {
    Topic.FIGURE: "figure",
    Topic.CAREER: "career",
    Topic.HISTORY: "history",
    Topic.PARTY: "party_tally",
    Topic.ELECTION: "election",
    Topic.RANKING: "ranking",
    Topic.COMPARISON: "comparison",
    Topic.BY_ELECTIONS: "by_elections",
    Topic.MAP: "map",
    Topic.REFUSED: "refusal",
}


def answer_of(topic: Topic) -> Answer | None:
    """None for a topic that no module answers by itself."""
    name = _MODULES.get(topic)
    if name is None:
        return None
    answer: Answer = import_module(f"bot.answers.{name}").answer
    return answer


def load() -> None:
    """Loads all of them."""
    for topic in _MODULES:
        answer_of(topic)
