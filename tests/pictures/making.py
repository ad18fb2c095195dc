"""Charts that tests make up."""

from dataclasses import replace

from bot.pictures.charts import Face, Ink, VoteBar, VoteBars

FACE = Face(
    title="Ambridge · general election, 3 May 2029",
    unit="Votes, share of the valid votes",
    source="Source: the returning officer",
    alt="Bar chart of votes: Ambridge. Ann Able, Lab: 24,120 votes, 49.2%.",
)
BAR = VoteBar(
    name="Ann Able",
    ink=Ink("Lab", "#E4003B"),
    votes="24,120",
    share=0.492,
    share_text="49.2%",
    before=0.4,
    rise=0.092,
    rise_text="+9.2",
    won=True,
)


def bars(*names: str) -> VoteBars:
    """A contest of these, the first of whom won."""
    return VoteBars(
        FACE,
        tuple(replace(BAR, name=name, won=place == 0) for place, name in enumerate(names)),
        "share in 2024",
    )
