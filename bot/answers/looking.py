"""An answer for somebody who asked for its picture."""

from dataclasses import replace

from bot.answers.reply import Reply, ReplyKind

_UNDRAWN = "There is no picture of this."
_UNANSWERED = {ReplyKind.CHOICES, ReplyKind.NOTHING, ReplyKind.HELP, ReplyKind.ABOUT}


def looked_at(reply: Reply) -> Reply:
    if reply.sketch:
        return replace(reply, drawn=True)
    if reply.kind in _UNANSWERED or _UNDRAWN in reply.preface:
        return reply
    return replace(reply, preface=(*reply.preface, _UNDRAWN))
