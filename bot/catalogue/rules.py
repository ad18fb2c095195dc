"""Checks that a query alone can make."""

# Name, a query that counts what is examined, and one that lists what is wrong.
RULES: tuple[tuple[str, str, str], ...] = (
    (
        "Ballots within the electorate",
        "SELECT count(*) FROM contest WHERE electorate IS NOT NULL",
        """
        SELECT code || ' ' || polled_on FROM contest
        WHERE electorate < coalesce(rejected_votes, 0) + (
            SELECT sum(votes) FROM candidacy AS one
            WHERE one.code = contest.code AND one.polled_on = contest.polled_on)
        """,
    ),
    (
        "Nobody stands twice on a day",
        "SELECT count(*) FROM candidacy",
        """
        SELECT person_id || ' ' || polled_on FROM candidacy
        GROUP BY person_id, polled_on HAVING count(*) > 1
        """,
    ),
    (
        "Positions follow votes",
        "SELECT count(*) FROM candidacy",
        """
        SELECT one.code || ' ' || one.polled_on FROM candidacy AS one JOIN candidacy AS next
            ON next.code = one.code AND next.polled_on = one.polled_on
            AND next.position = one.position + 1
        WHERE next.votes > one.votes
        """,
    ),
    (
        "Every winner has a Parliament number",
        "SELECT count(*) FROM contest",
        """
        SELECT name FROM contest_winner JOIN person ON person.id = person_id
        WHERE mnis_id IS NULL
        """,
    ),
    (
        "Declared within three days of the poll",
        "SELECT count(*) FROM contest WHERE declared_at IS NOT NULL",
        """
        SELECT code || ' ' || declared_at FROM contest
        WHERE declared_at < polled_on || 'T22:00'
            OR (declared_at > date(polled_on, '+3 days') AND NOT EXISTS (
                SELECT 1 FROM contest_note AS note
                WHERE note.code = contest.code AND note.polled_on = contest.polled_on))
        """,
    ),
    (
        "Old seats' people all went somewhere",
        "SELECT count(DISTINCT old_code) FROM succession",
        """
        SELECT old_code FROM succession
        GROUP BY old_code HAVING abs(sum(share_of_old) - 1) > 0.001
        """,
    ),
    (
        "New seats' people all came from somewhere",
        "SELECT count(DISTINCT new_code) FROM succession",
        """
        SELECT new_code FROM succession
        GROUP BY new_code HAVING abs(sum(share_of_new) - 1) > 0.001
        """,
    ),
    (
        "650 seats on each set of boundaries",
        "SELECT 2",
        """
        SELECT '2010' WHERE 650 <> (
            SELECT count(*) FROM constituency WHERE first_boundaries = '2010')
        UNION ALL SELECT '2024' WHERE 650 <> (
            SELECT count(*) FROM constituency WHERE last_boundaries = '2024')
        """,
    ),
    (
        "Notional votes within their total",
        "SELECT count(*) FROM notional_contest",
        """
        SELECT code FROM notional_contest AS whole WHERE valid_votes < (
            SELECT sum(votes) FROM notional_vote AS part
            WHERE part.code = whole.code AND part.polled_on = whole.polled_on)
        """,
    ),
    (
        "Postcode districts no larger than whole",
        "SELECT count(DISTINCT district) FROM postcode_district",
        "SELECT district FROM postcode_district GROUP BY district HAVING sum(share_of_area) > 1.01",
    ),
    (
        "1918 to 2005: groups make the total",
        "SELECT count(*) FROM historic_contest WHERE total_votes IS NOT NULL",
        # Where two or three were elected, voters had as many votes and halves were rounded.
        """
        SELECT id FROM historic_contest
        WHERE coalesce(remark, '') NOT LIKE '%parts_sum%' AND abs(total_votes - (
            SELECT sum(votes) FROM historic_vote WHERE historic_id = id)) > (seats > 1)
        """,
    ),
)
