"""What Teller says where it has no answer, with examples of what it can answer."""

from bot.answers import choosing
from bot.answers.reply import Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Question, Refusal

_TITLES = {
    Refusal.OPINION: "Teller only knows results",
    Refusal.FORECAST: "Teller only knows results",
    Refusal.ABROAD: "Teller only knows UK elections",
    Refusal.DEVOLVED: "Teller only knows elections to the House of Commons",
    Refusal.OFFICE: "Teller knows who was elected, not who governs or leads",
    Refusal.POLICY: "Teller only knows results",
    Refusal.NOT_UNDERSTOOD: "I can't answer that",
}
_SENTENCES = {
    Refusal.OPINION: "It has no opinions and gives no advice on voting.",
    Refusal.FORECAST: "It makes no forecasts, and knows of nothing that has not been declared.",
    Refusal.ABROAD: "It has no results of other countries.",
    Refusal.DEVOLVED: (
        "It has no results of local, devolved, mayoral or European elections or of referendums. "
        "What it has are general elections and by-elections since 2010."
    ),
    Refusal.OFFICE: "It can say who won a constituency, and how many seats each party won.",
    Refusal.POLICY: (
        "It knows nothing of policies, people's lives, or how and when to vote. "
        "It can say how a constituency, a candidate or a party did."
    ),
}
_EXAMPLES = (
    "who won Bath in 2019",
    "majority in Islington North",
    "how many seats did the SNP win in 2015",
    "safest Labour seat in Wales",
    "who is the MP for Clacton",
    "biggest swing in 2024",
    "compare Bath and Cheltenham",
    "by-elections in 2023",
)
# Examples near to what was asked: those that share a word of each list with it.
_NEAR = {
    "seat seats party parties labour tory conservative": 2,
    "safest biggest smallest largest top most least lowest highest": 3,
    "mp mps member represent who": 4,
    "swing change rise fall": 5,
    "compare versus difference better": 6,
    "by-election by-elections byelection": 7,
    "majority turnout votes how many": 1,
}
_SHOWN = 3


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    why = asked.refusal or Refusal.NOT_UNDERSTOOD
    return Reply(
        kind=ReplyKind.NOTHING,
        title=_TITLES[why],
        headline=_SENTENCES.get(why) or _not_understood(asked),
        notes=(f"You can ask: {'; '.join(f'“{one}”' for one in _examples(asked.asked))}.",),
        as_of=catalogue.results.as_of,
        sources=(catalogue.results.title,),
    )


def _not_understood(asked: Question) -> str:
    if asked.name:
        return f"I know no constituency, candidate or party called “{choosing.echo(asked.name)}”."
    return "I did not understand the question."


def _examples(text: str) -> list[str]:
    said = set(text.lower().replace("?", " ").split())
    near = [_EXAMPLES[place] for words, place in _NEAR.items() if said & set(words.split())]
    return list(dict.fromkeys([*near, *_EXAMPLES]))[:_SHOWN]
