"""A result as operators read it, on one line."""

from bot.declarations.declaration import Result


def in_words(result: Result) -> str:
    """ "Ann Able (Labour) 20,000, Ben Baker (Conservative) 15,000; electorate 70,000"."""
    votes = ", ".join(f"{one.name} ({one.party}) {one.votes:,}" for one in result.candidates)
    known = [("electorate", result.electorate), ("rejected", result.rejected_votes)]
    return "; ".join([votes, *(f"{what} {number:,}" for what, number in known if number)])
