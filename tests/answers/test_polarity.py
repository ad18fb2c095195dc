"""Yes or no only where it was worked out, and the right one of the two."""

import pytest

from bot.answers.service import Answers


@pytest.mark.parametrize(
    ("question", "begins", "holds"),
    [
        ("is bath labour", "No:", "Wera Hobhouse"),
        ("is islington north still labour", "No:", "Jeremy Corbyn"),
        ("is bath a lib dem seat", "Yes:", "Wera Hobhouse"),
        ("did ed balls lose his seat", "Yes:", "Morley and Outwood"),
        ("did nigel farage lose his seat", "No:", "Nigel Farage"),
        ("did anyone beat corbyn in 2024", "No:", "24,120"),
        ("did wera hobhouse's majority fall in 2019", "No:", "12,322"),
        ("did the lib dems lose southport in 2017", "Yes:", "Damien Moore"),
        ("was there a hung parliament in 2010", "Yes:", "306"),
        ("did anyone win an overall majority in 2017", "No:", "317"),
        ("did snp win most seats in scotland 2024", "No:", "Labour"),
        ("was turnout lower in 2024", "Yes:", "59.7%"),
        ("was turnout above 70% in bath", "No:", "69.4%"),
        ("did corbyn get more than half the vote", "No:", "49.2%"),
        ("was the majority in bath over 10,000", "Yes:", "11,218"),
        ("did labour win more than 400 seats", "Yes:", "411"),
        ("did the tories win fewer than 100 seats", "No:", "121"),
        ("was rory stewart ever an mp", "Yes:", "Penrith and The Border"),
        ("was hartlepool ever conservative", "Yes:", "Jill Mortimer"),
        ("is kensington still a constituency", "No:", "Kensington and Bayswater"),
        ("did reform beat labour in llanelli", "No:", "Nia Griffith"),
    ],
)
def test_a_claim_is_judged(answers: Answers, question: str, begins: str, holds: str) -> None:
    reply = answers.ask(question)
    assert reply.headline.startswith(begins)
    assert holds in reply.headline


@pytest.mark.parametrize(
    "question",
    [
        "did labour win every seat in wales 2024",
        "is ashfield or mansfield the more marginal",
        "did the tories lose in 2017",
        "did corbyn win as labour in 2024",
        "is canterbury a safe labour seat",
        "did labour get more votes in 2017 or 2024",
    ],
)
def test_what_was_not_worked_out_is_told_without_yes_or_no(answers: Answers, question: str) -> None:
    assert not answers.ask(question).headline.startswith(("Yes", "No:"))
