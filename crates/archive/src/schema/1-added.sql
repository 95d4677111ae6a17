-- What was added: files, the texts in them, and what could not be read.

-- One row for each file that was added, under each name. Its bytes lie in originals/, under their hash.
CREATE TABLE originals (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,       -- of the bytes; the file is originals/<first two digits>/<all digits>
    bytes INTEGER NOT NULL,
    name TEXT NOT NULL,         -- as it was given
    reading TEXT NOT NULL,      -- JSON: the options of `stemma add` that shape what is read out of it
    UNIQUE (sha256, name)
) STRICT;

-- One row for each different text. Reports point into it, by bytes of UTF-8.
CREATE TABLE texts (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    bytes INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;

-- One row for each place where a text was found: a file, a line of a file, a member of a container.
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    original INTEGER NOT NULL REFERENCES originals (id) ON DELETE CASCADE,
    text INTEGER NOT NULL REFERENCES texts (id),
    name TEXT NOT NULL,
    record_id TEXT,
    original_sha256 TEXT NOT NULL, -- of the bytes of this file, line or member
    encoding TEXT NOT NULL,
    derivation TEXT NOT NULL,   -- decoded, record or extracted
    extractor TEXT,
    outlet TEXT,
    owner TEXT,
    url TEXT,
    published TEXT,
    published_by TEXT,          -- which field or rule gave the date
    modified TEXT,
    modified_by TEXT,
    captured TEXT,
    captured_by TEXT
) STRICT;
CREATE INDEX sources_by_original ON sources (original);
CREATE INDEX sources_by_text ON sources (text);

-- What lies in an original and could not be read.
CREATE TABLE unread (
    original INTEGER NOT NULL REFERENCES originals (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    hint TEXT NOT NULL
) STRICT;
CREATE INDEX unread_by_original ON unread (original);

-- What there is to know about something that was read.
CREATE TABLE notes (
    original INTEGER NOT NULL REFERENCES originals (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX notes_by_original ON notes (original);

-- What each text gives by itself, for stemma alone: it saves analysing it again.
CREATE TABLE kept (
    text INTEGER PRIMARY KEY REFERENCES texts (id) ON DELETE CASCADE,
    stage TEXT NOT NULL,        -- which program, model and places made it; empty: to be made again
    findings BLOB NOT NULL
) STRICT;

-- Which words stand in which texts.
CREATE VIRTUAL TABLE words USING fts5 (
    text, content = 'texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
