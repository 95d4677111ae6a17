-- Stories over time, and what changed from run to run. None of it is in the digest, for it tells how the archive grew.

-- A story keeps the name that it got when it was found first, however it grows.
CREATE TABLE story_names (
    name TEXT PRIMARY KEY,
    since INTEGER NOT NULL REFERENCES runs (id),
    story TEXT REFERENCES stories (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED -- nothing: it is no more
) STRICT;
CREATE INDEX story_names_by_story ON story_names (story);

-- What became of stories: created, grew, shrank, merged, split, ended.
CREATE TABLE story_events (
    run INTEGER NOT NULL REFERENCES runs (id),
    name TEXT NOT NULL REFERENCES story_names (name) DEFERRABLE INITIALLY DEFERRED,
    what TEXT NOT NULL,
    other TEXT,                 -- the story into which it went, or from which it came
    reports INTEGER NOT NULL    -- how many it has
) STRICT;
CREATE INDEX story_events_by_run ON story_events (run);
CREATE INDEX story_events_by_name ON story_events (name);

-- What is new from one run to the next, claim by claim.
CREATE TABLE changes (
    run INTEGER NOT NULL REFERENCES runs (id),
    what TEXT NOT NULL,
    story TEXT,                 -- its name
    report TEXT,                -- the report whose words these are
    words TEXT NOT NULL,
    before TEXT,                -- how many, or whose words, there were before
    after TEXT
) STRICT;
CREATE INDEX changes_by_run ON changes (run);
CREATE INDEX changes_by_report ON changes (report);
