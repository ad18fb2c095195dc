"""Replies and findings as JSON, for programs that use the command line."""

from dataclasses import dataclass

from bot.answers.plain import render
from bot.answers.reply import Reply
from bot.names.finding import Finding, Verdict


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in the file `path`; `alt` says in words what it shows."""

    alt: str
    path: str


def reply_as_json(reply: Reply, picture: Shown | None = None) -> dict[str, object]:
    return {
        "kind": reply.kind.value,
        "title": reply.title,
        "text": render(reply),
        "choices": [
            {"label": one.label, "kind": str(one.kind), "id": one.id} for one in reply.choices
        ],
        "picture": {"alt": picture.alt, "path": picture.path} if picture else None,
        "as_of": reply.as_of.isoformat() if reply.as_of else None,
        "sources": list(reply.sources),
    }


def finding_as_json(finding: Finding) -> dict[str, object]:
    return {
        "query": finding.query,
        "verdict": finding.verdict.value,
        "matches": [
            {
                "kind": one.kind.value,
                "id": one.id,
                "name": one.name,
                "score": one.score,
                "why": one.why,
            }
            for one in finding.matches
        ],
    }


def finding_as_text(finding: Finding) -> str:
    heading = {
        Verdict.MATCH: "Match:",
        Verdict.AMBIGUOUS: "Several may be meant:",
        Verdict.NONE: "Nothing is surely meant." + (" Nearest:" if finding.matches else ""),
    }[finding.verdict]
    lines = [
        f"{one.score:5.1f}  {one.kind.value:<12}  {one.name} ({one.why}) {one.id}"
        for one in finding.matches
    ]
    return "\n".join([heading, *lines])
