"""What two things are compared by; the first that is said counts."""

from bot.questions.question import Measure, Topic

M, T = Measure, Topic

COMPARED = (
    (M.TURNOUT, r"turnouts? | turned out"),
    (M.MAJORITY, r"majorit\w+ | maj | margins? | safer | closer | <safe> | <close> | marginal"),
    (M.ELECTORATE, r"electorates? | electors | registered"),
    (M.SWING, r"swings? | swung"),
    (M.SHARE, r"shares? | per ?cent\w* | proportion"),
    (M.SEATS, r"seats | mps"),
    (M.CANDIDATES, r"candidates"),
    (M.DEPOSITS, r"deposits"),
    (M.BALLOTS, r"people .*vot\w+ | voters | ballots"),
    (M.VOTES, r"votes? | polled"),
)
