"""The steps by which a state came to be as it is; each is done once, with the record of it."""

from sqlite_utils import Migrations
from sqlite_utils.db import Database

MIGRATIONS = Migrations("teller-state")


@MIGRATIONS(transactional=False)
def journal(database: Database) -> None:
    """Opened contests, the journal that only grows, and what was refused."""
    # Not in a transaction of its own: the caller holds the one that all steps share.
    for statement in _JOURNAL:
        database.execute(statement)


@MIGRATIONS(transactional=False)
def subscriptions(database: Database) -> None:
    """Channels with their cursors, what they subscribed to, and what is being sent to them."""
    for statement in _SUBSCRIPTIONS:
        database.execute(statement)


@MIGRATIONS(transactional=False)
def server_setting(database: Database) -> None:
    """What each server wishes of its answers; one that wishes nothing has no row."""
    database.execute(_SERVER_SETTING)


@MIGRATIONS(transactional=False)
def board(database: Database) -> None:
    """Live boards: what each shows, and what is being posted in its place."""
    for statement in _BOARD:
        database.execute(statement)


@MIGRATIONS(transactional=False)
def feeds(database: Database) -> None:
    """What each feed says and how it does, nominations, and winners named before the votes."""
    for statement in (*_NAMED, *_FEEDS):
        database.execute(statement)


_JOURNAL = (
    """
    CREATE TABLE opened_contest (
        code TEXT NOT NULL,
        polled_on TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('general', 'by')),
        opened_at TEXT NOT NULL,
        PRIMARY KEY (code, polled_on)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE journal (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        code TEXT NOT NULL,
        polled_on TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        kind TEXT NOT NULL CHECK (kind IN ('declared', 'corrected', 'withdrawn')),
        payload TEXT NOT NULL,
        source TEXT NOT NULL,
        declared_at TEXT,
        recorded_at TEXT NOT NULL,
        UNIQUE (code, polled_on, version)
    ) STRICT
    """,
    """
    CREATE TABLE journal_person (
        person_id TEXT NOT NULL,
        seq INTEGER NOT NULL REFERENCES journal (seq),
        PRIMARY KEY (person_id, seq)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END
    """,
    """
    CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END
    """,
    """
    CREATE TABLE refused (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        received_at TEXT NOT NULL,
        source TEXT NOT NULL,
        reason TEXT NOT NULL,
        received TEXT NOT NULL
    ) STRICT
    """,
)

_SUBSCRIPTIONS = (
    # Two states never make the same nonce, not even for the same night in the same channel.
    """
    CREATE TABLE identity (
        only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
        id TEXT NOT NULL
    ) STRICT
    """,
    "INSERT INTO identity VALUES (1, hex(randomblob(8)))",
    """
    CREATE TABLE channel (
        id INTEGER PRIMARY KEY,
        server_id INTEGER,
        cursor INTEGER NOT NULL CHECK (cursor >= 0),
        state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused')),
        reason TEXT NOT NULL DEFAULT '' CHECK ((state = 'paused') = (reason <> '')),
        plain INTEGER NOT NULL DEFAULT 0 CHECK (plain IN (0, 1)),
        last_message INTEGER
    ) STRICT
    """,
    "CREATE INDEX channel_of_server ON channel (server_id)",
    """
    CREATE TRIGGER cursor_never_goes_back BEFORE UPDATE OF cursor ON channel
    WHEN NEW.cursor < OLD.cursor
    BEGIN SELECT RAISE(ABORT, 'a cursor never goes back'); END
    """,
    """
    CREATE TABLE subscription (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        channel_id INTEGER NOT NULL REFERENCES channel (id) ON DELETE CASCADE,
        owner_id INTEGER NOT NULL,
        kind TEXT NOT NULL
            CHECK (kind IN ('everything', 'area', 'constituency', 'party', 'person')),
        key TEXT NOT NULL CHECK ((kind = 'everything') = (key = '')),
        name TEXT NOT NULL,
        events TEXT NOT NULL CHECK (events IN ('every', 'changes')),
        minutes INTEGER NOT NULL CHECK (minutes IN (0, 5, 15, 60)),
        since INTEGER NOT NULL CHECK (since >= 0),
        every_since INTEGER NOT NULL CHECK (every_since >= since),
        created_at TEXT NOT NULL,
        UNIQUE (channel_id, kind, key)
    ) STRICT
    """,
    "CREATE INDEX subscription_to ON subscription (kind, key)",
    # What an entry of the journal is about, in the terms that subscriptions use.
    """
    CREATE TABLE subject (
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        seq INTEGER NOT NULL REFERENCES journal (seq),
        changes INTEGER NOT NULL CHECK (changes IN (0, 1)),
        PRIMARY KEY (kind, key, seq)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX subject_of_entry ON subject (seq)",
    """
    CREATE TABLE outbox (
        channel_id INTEGER PRIMARY KEY REFERENCES channel (id) ON DELETE CASCADE,
        nonce TEXT NOT NULL UNIQUE CHECK (length(nonce) BETWEEN 1 AND 25),
        payload TEXT NOT NULL,
        upto INTEGER NOT NULL REFERENCES journal (seq),
        written_at TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0)
    ) STRICT
    """,
    """
    CREATE TRIGGER nothing_is_told_twice BEFORE INSERT ON outbox
    WHEN NEW.upto <= (SELECT cursor FROM channel WHERE id = NEW.channel_id)
    BEGIN SELECT RAISE(ABORT, 'the channel was told that before'); END
    """,
    """
    CREATE TABLE rehearsal (
        night TEXT PRIMARY KEY,
        position INTEGER NOT NULL CHECK (position >= 0),
        moment TEXT NOT NULL
    ) STRICT
    """,
)

_SERVER_SETTING = """
CREATE TABLE server_setting (
    server_id INTEGER PRIMARY KEY,
    pictures TEXT NOT NULL CHECK (pictures IN ('always', 'on a click')),
    theme TEXT NOT NULL CHECK (theme IN ('dark', 'light'))
) STRICT
"""

_BOARD = (
    """
    CREATE TABLE board (
        channel_id INTEGER PRIMARY KEY,
        server_id INTEGER,
        owner_id INTEGER NOT NULL,
        polled_on TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'ending')),
        reason TEXT NOT NULL DEFAULT '' CHECK ((state = 'paused') = (reason <> '')),
        anew INTEGER NOT NULL DEFAULT 0 CHECK (anew IN (0, 1)),
        message_id INTEGER UNIQUE,
        posted_at TEXT CHECK ((posted_at IS NULL) = (message_id IS NULL)),
        changed_at TEXT CHECK ((changed_at IS NULL) = (message_id IS NULL)),
        shows TEXT CHECK ((shows IS NULL) = (message_id IS NULL)),
        pinned INTEGER CHECK (pinned IN (0, 1)),
        leaving_id INTEGER CHECK (leaving_id <> message_id),
        nonce TEXT UNIQUE CHECK (length(nonce) BETWEEN 1 AND 25),
        payload TEXT CHECK ((payload IS NULL) = (nonce IS NULL)),
        written_at TEXT CHECK ((written_at IS NULL) = (nonce IS NULL))
    ) STRICT
    """,
    "CREATE INDEX board_of_server ON board (server_id)",
)

# https://www.sqlite.org/lang_altertable.html#otheralter: no other way to change a CHECK.
_NAMED = (
    """
    CREATE TABLE journal_anew (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        code TEXT NOT NULL,
        polled_on TEXT NOT NULL,
        version INTEGER CHECK (version > 0),
        kind TEXT NOT NULL
            CHECK (kind IN ('declared', 'corrected', 'withdrawn', 'named', 'unnamed')),
        payload TEXT NOT NULL,
        source TEXT NOT NULL,
        declared_at TEXT,
        recorded_at TEXT NOT NULL,
        CHECK ((version IS NULL) = (kind IN ('named', 'unnamed'))),
        UNIQUE (code, polled_on, version)
    ) STRICT
    """,
    "INSERT INTO journal_anew SELECT * FROM journal",
    "DROP TABLE journal",
    "ALTER TABLE journal_anew RENAME TO journal",
    *(statement for statement in _JOURNAL if "CREATE TRIGGER journal" in statement),
    "CREATE INDEX journal_of_contest ON journal (code, polled_on)",
    "ALTER TABLE subscription ADD COLUMN named_since INTEGER CHECK (named_since >= since)",
    "ALTER TABLE subject ADD COLUMN named INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1))",
)

_FEEDS = (
    """
    CREATE TABLE claim (
        feed TEXT NOT NULL,
        code TEXT NOT NULL,
        polled_on TEXT NOT NULL,
        word TEXT NOT NULL CHECK (word IN ('result', 'winner', 'recount', 'retracted')),
        payload TEXT NOT NULL,
        declared_at TEXT,
        place INTEGER NOT NULL,
        heard_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        waits TEXT NOT NULL CHECK (waits IN ('', 'time', 'second')),
        PRIMARY KEY (code, polled_on, feed)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX claim_that_waits ON claim (changed_at) WHERE waits <> ''",
    """
    CREATE TABLE disagreement (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        feed TEXT NOT NULL,
        code TEXT NOT NULL,
        polled_on TEXT NOT NULL,
        says TEXT NOT NULL,
        against TEXT NOT NULL,
        source TEXT NOT NULL,
        noticed_at TEXT NOT NULL,
        settled_at TEXT
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX disagreement_that_stands ON disagreement (code, polled_on, feed)
    WHERE settled_at IS NULL
    """,
    """
    CREATE TABLE nomination (
        feed TEXT NOT NULL,
        code TEXT NOT NULL,
        polled_on TEXT NOT NULL,
        payload TEXT NOT NULL,
        heard_at TEXT NOT NULL,
        PRIMARY KEY (code, polled_on, feed)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE feed (
        name TEXT PRIMARY KEY,
        source TEXT NOT NULL,
        place INTEGER NOT NULL,
        trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
        interval REAL NOT NULL,
        followed_since TEXT NOT NULL,
        tried_at TEXT,
        succeeded_at TEXT,
        changed_at TEXT,
        trouble TEXT NOT NULL DEFAULT '',
        failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE feed_memory (
        feed TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (feed, key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX refused_from ON refused (source)",
)
