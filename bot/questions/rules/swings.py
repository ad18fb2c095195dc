"""Questions about the swing of a whole election, or of its part in a nation or region."""

from bot.questions.question import Measure, Topic
from bot.questions.rules.rule import NOBODY, Rule

# Asked in the plural or of seats, a list is wanted; voters and seats that swing are no figure.
_ONE = r"""
    ^(?!.*\b(?:which(?!(?:\s)(?:party|way))|list|seats?|constituenc\w+|areas?|mps?|voters?|states?|each|every|most|least)\b)
"""
_OF_AN_ELECTION = """
    (?=.*\\b(?:WHEN|OLDYEARS?|SPAN|AREA|PARTY|national(?:ly)?|nationwide|country|countrywide
    |election|overall|uk)\\b)
"""
SWINGS = (
    Rule(
        Topic.ELECTION,
        Measure.SWING,
        "".join((_ONE + _OF_AN_ELECTION).split()) + r".*(?:swing | swung)",
        "",
        f"{NOBODY.replace(' PARTY', '')} BY",
    ),
)
