-- What the archive knows, beside the sources and safe to delete: a build without it reads everything again.

CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    folder INTEGER NOT NULL,            -- which of the configured source folders
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    language TEXT NOT NULL,
    publication TEXT,
    date TEXT,
    page TEXT,
    wanted_issue TEXT NOT NULL,         -- folder of its issue without a publication's prefix
    issue TEXT NOT NULL,
    section TEXT,
    note TEXT,
    furniture BLOB,                     -- kind, text and line of each piece, JSON, NULL where there is none
    problems BLOB,                      -- JSON, NULL where there are none
    articles INTEGER NOT NULL
);
CREATE INDEX sources_by_issue ON sources (issue, page);

CREATE TABLE readings (                 -- apart, so that all sources can be looked through without them
    source INTEGER PRIMARY KEY,
    reading BLOB NOT NULL               -- the record, JSON
);

CREATE TABLE pictures (
    source INTEGER NOT NULL,
    folder INTEGER NOT NULL,            -- which of the configured source folders
    name TEXT NOT NULL,                 -- as the page calls it
    path TEXT NOT NULL,                 -- below the folder
    size INTEGER NOT NULL,              -- -1 where there is no such file
    mtime_ns INTEGER NOT NULL,
    address TEXT                        -- pictures/…, by its bytes; NULL where there is no such file
);
CREATE INDEX pictures_by_source ON pictures (source);
CREATE INDEX pictures_by_address ON pictures (address);

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL,
    number INTEGER NOT NULL,            -- in its source, from 1
    wanted TEXT NOT NULL,               -- the address it would like, prefix included
    address TEXT NOT NULL,
    place TEXT NOT NULL,                -- sorts the archive as a reader turns the pages
    issue TEXT NOT NULL,
    year TEXT NOT NULL,                 -- 2023, or 'undated'
    card BLOB NOT NULL,
    digest BLOB NOT NULL                -- of all that its page shows of itself
);
CREATE UNIQUE INDEX articles_by_place ON articles (place);
CREATE INDEX articles_in_order ON articles (id, place);  -- to sort thousands by their place without touching their cards
CREATE INDEX articles_by_address ON articles (address);
CREATE INDEX articles_by_wish ON articles (wanted);
CREATE INDEX articles_elsewhere ON articles (wanted) WHERE address <> wanted;
CREATE INDEX articles_by_source ON articles (source);
CREATE INDEX articles_by_issue ON articles (issue);

CREATE TABLE names (
    id INTEGER PRIMARY KEY,
    folder TEXT NOT NULL UNIQUE,        -- tags/<slug> or people/<slug>
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    total INTEGER NOT NULL DEFAULT 0    -- articles that carry it
);
CREATE INDEX names_by_total ON names (kind, total DESC, folder);

CREATE TABLE links (
    name INTEGER NOT NULL,
    year TEXT NOT NULL,
    article INTEGER NOT NULL,
    role TEXT NOT NULL,                 -- reporter, photographer, …; '' where only mentioned
    PRIMARY KEY (name, year, article, role)
) WITHOUT ROWID;
CREATE INDEX links_by_article ON links (article);

CREATE TABLE name_years (               -- articles that carry a name, by year
    name INTEGER NOT NULL,
    year TEXT NOT NULL,
    total INTEGER NOT NULL,
    PRIMARY KEY (name, year)
) WITHOUT ROWID;

CREATE TABLE issues (
    folder TEXT PRIMARY KEY,
    prefix TEXT NOT NULL,               -- of the paper, where there are several
    publication TEXT,
    date TEXT,
    articles INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX issues_by_date ON issues (prefix, date);

CREATE TABLE pages (
    url TEXT PRIMARY KEY,
    kind TEXT NOT NULL,                 -- the subject that the page shows; one subject may fill several pages
    key TEXT NOT NULL,
    digest BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX pages_by_subject ON pages (kind, key);

CREATE TABLE queue (kind TEXT, key TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID;  -- subjects still to be written
