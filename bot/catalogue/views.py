"""What is asked often, as views of the catalogue."""

VIEWS: dict[str, str] = {
    "contest_winner": """
        SELECT contest.code, contest.polled_on, contest.kind, first.person_id, first.party_id,
               first.votes, first.votes - coalesce(second.votes, 0) AS majority,
               second.party_id AS second_party_id
        FROM contest
        JOIN candidacy AS first USING (code, polled_on)
        LEFT JOIN candidacy AS second
               ON second.code = contest.code AND second.polled_on = contest.polled_on
              AND second.position = 2
        WHERE first.position = 1
    """,
    "general_election_party": """
        SELECT contest.polled_on, candidacy.party_id, count(*) AS candidates,
               sum(candidacy.position = 1) AS seats, sum(candidacy.votes) AS votes
        FROM contest JOIN candidacy USING (code, polled_on)
        WHERE contest.kind = 'general'
        GROUP BY contest.polled_on, candidacy.party_id
    """,
    "general_election": """
        SELECT polled_on, count(*) AS contests, sum(electorate) AS electorate,
               (SELECT sum(votes) FROM candidacy
                 JOIN contest AS inner_contest USING (code, polled_on)
                WHERE inner_contest.kind = 'general'
                  AND candidacy.polled_on = contest.polled_on) AS valid_votes
        FROM contest WHERE kind = 'general' GROUP BY polled_on
    """,
    "renown": """
        SELECT person_id, sum(position = 1) AS wins, max(votes) AS best, count(*) AS stood,
               max(polled_on) AS latest
        FROM candidacy GROUP BY person_id
    """,
}
