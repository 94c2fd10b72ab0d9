-- Times are milliseconds since 1970-01-01T00:00:00Z; JSON is as org.assay.app.json writes it.

-- Tells this file from every other one, so that keys made of its numbers are unique in the world.
CREATE TABLE identity (
  id TEXT NOT NULL
) STRICT;

INSERT INTO identity VALUES (lower(hex(randomblob(8))));

CREATE TABLE job (
  sequence INTEGER PRIMARY KEY,        -- order of submission
  item_id TEXT NOT NULL UNIQUE,
  item TEXT NOT NULL,                  -- JSON
  priority INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ready', 'leased', 'done', 'parked')),
  delayed_until INTEGER,               -- not to be claimed before; only when ready
  failures INTEGER NOT NULL DEFAULT 0, -- failed attempts and expired leases
  claims INTEGER NOT NULL DEFAULT 0,   -- fences off owners that lost their lease
  owner TEXT,
  lease_until INTEGER,
  cause TEXT,                          -- of the last failure
  submitted INTEGER NOT NULL,
  settled INTEGER
) STRICT;

-- Partial, so that claims stay fast however many jobs are done.
CREATE INDEX job_ready ON job (priority DESC, sequence)
  WHERE state = 'ready' AND delayed_until IS NULL;
CREATE INDEX job_delayed ON job (delayed_until)
  WHERE state = 'ready' AND delayed_until IS NOT NULL;
CREATE INDEX job_leased ON job (lease_until) WHERE state = 'leased';
CREATE INDEX job_parked ON job (settled) WHERE state = 'parked';

CREATE TABLE decision (
  sequence INTEGER PRIMARY KEY,
  item_id TEXT NOT NULL,
  pipeline TEXT NOT NULL,              -- version of everything that made the case
  verdict TEXT NOT NULL,
  rule_base TEXT NOT NULL,
  decision TEXT NOT NULL,              -- JSON, with all rulings
  decided INTEGER NOT NULL,
  UNIQUE (item_id, pipeline)           -- never two decisions
) STRICT;

CREATE TABLE item_case (
  decision INTEGER PRIMARY KEY REFERENCES decision (sequence),
  item_case TEXT NOT NULL              -- JSON: item, media type, signals
) STRICT;

-- Hashes of decided items, from which the bank of seen items is built at start.
CREATE TABLE seen_entry (
  decision INTEGER NOT NULL REFERENCES decision (sequence),
  ordinal INTEGER NOT NULL,            -- position of the fingerprint among those of the case
  detector TEXT NOT NULL,
  hash_name TEXT NOT NULL,
  hash_variant TEXT NOT NULL,
  hash BLOB NOT NULL,                  -- most significant bit first
  quality INTEGER NOT NULL,
  frame_nanos INTEGER,                 -- time of the frame; null for a still picture
  PRIMARY KEY (decision, ordinal)
) STRICT, WITHOUT ROWID;

-- AUTOINCREMENT: a number is never given twice, receivers tell repeats by it.
CREATE TABLE outbox (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id TEXT NOT NULL,
  decision INTEGER REFERENCES decision (sequence), -- null: the job was parked
  item TEXT,                           -- JSON; only when parked
  cause TEXT,                          -- only when parked
  written INTEGER NOT NULL
) STRICT;

CREATE TABLE subscription (
  subscriber TEXT PRIMARY KEY,
  position INTEGER NOT NULL,           -- everything up to this outbox number is delivered or parked
  owner TEXT,
  lease_until INTEGER
) STRICT;

CREATE TABLE parked_delivery (
  subscriber TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  cause TEXT NOT NULL,
  parked INTEGER NOT NULL,
  replay INTEGER NOT NULL DEFAULT 0,   -- 1: to be tried again
  PRIMARY KEY (subscriber, sequence)
) STRICT, WITHOUT ROWID;
