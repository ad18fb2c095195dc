"""Days on which somebody was elected, and what to say of others."""

from bot.answers import figures
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import ContestKind
from bot.questions.question import WantedElection


def unknown(catalogue: Catalogue, wanted: WantedElection) -> list[str]:
    """A sentence where no election in the catalogue is the wanted one, else nothing."""
    days = catalogue.contests.polling_days()
    if any(
        wanted.suits(day, is_by_election=kind is ContestKind.BY_ELECTION)
        for day, kind in days.items()
    ):
        return []
    general = ", ".join(figures.day(one) for one in catalogue.contests.general_elections())
    begin = min(days).year
    sentence = (
        f"No election Teller knows fits “{wanted.said}”. Its results begin in {begin}. "
        f"General elections: {general}."
    )
    return [sentence]
