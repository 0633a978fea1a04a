-- Rows that people made or that were read from files: the truth. Every change
-- to these tables goes through the door (door.go) and into the history.
CREATE TABLE source (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, alias TEXT NOT NULL
) STRICT;

CREATE TABLE item (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, key TEXT NOT NULL UNIQUE,
  en TEXT NOT NULL, ko TEXT NOT NULL, ko_dprk TEXT NOT NULL, zh TEXT NOT NULL, also TEXT NOT NULL,
  hs TEXT NOT NULL, own INTEGER NOT NULL
) STRICT;

CREATE TABLE route (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, key TEXT NOT NULL UNIQUE,
  en TEXT NOT NULL, ko TEXT NOT NULL, zh TEXT NOT NULL, also TEXT NOT NULL
) STRICT;

CREATE TABLE leg (
  id INTEGER PRIMARY KEY, route INTEGER NOT NULL REFERENCES route DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL, kind TEXT NOT NULL, place TEXT NOT NULL,
  en TEXT NOT NULL, ko TEXT NOT NULL, zh TEXT NOT NULL, also TEXT NOT NULL,
  latitude REAL, longitude REAL, accuracy REAL
) STRICT;
CREATE INDEX leg_route ON leg (route, n);

CREATE TABLE batch (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, received TEXT NOT NULL, via TEXT NOT NULL,
  source INTEGER REFERENCES source DEFERRABLE INITIALLY DEFERRED,
  message TEXT NOT NULL,
  route INTEGER REFERENCES route DEFERRABLE INITIALLY DEFERRED,
  direction TEXT NOT NULL, credit TEXT NOT NULL,
  added TEXT NOT NULL, finished INTEGER NOT NULL,
  fingerprint TEXT NOT NULL -- of the paths of an import that was given no name, so that it can be continued
) STRICT;

CREATE TABLE photo (
  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 16777215),
  uuid TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, format TEXT NOT NULL,
  path TEXT NOT NULL, referenced INTEGER NOT NULL, width INTEGER, height INTEGER, orientation INTEGER,
  problem TEXT NOT NULL, added TEXT NOT NULL, name TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  caption TEXT NOT NULL, note TEXT NOT NULL, credit TEXT NOT NULL,
  route INTEGER REFERENCES route DEFERRABLE INITIALLY DEFERRED,
  source INTEGER REFERENCES source DEFERRABLE INITIALLY DEFERRED,
  -- derived from here on, by the door, from the rows about this photo
  seq INTEGER UNIQUE,     -- place in the order of time; see seq.go
  name_key TEXT,          -- sorts IMG_2 before IMG_10
  taken TEXT, taken_offset TEXT, latitude REAL, longitude REAL, altitude REAL,
  make TEXT, model TEXT, lens TEXT, exposure TEXT,
  status TEXT, facets TEXT, text_sum INTEGER
) STRICT;
CREATE INDEX photo_name ON photo (name_key, id);
CREATE INDEX photo_batch ON photo (batch);

CREATE TABLE arrival (
  id INTEGER PRIMARY KEY, photo INTEGER NOT NULL REFERENCES photo DEFERRABLE INITIALLY DEFERRED,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  source INTEGER REFERENCES source DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL, path TEXT NOT NULL, mtime TEXT NOT NULL
) STRICT;
CREATE INDEX arrival_photo ON arrival (photo);
CREATE INDEX arrival_batch ON arrival (batch);

CREATE TABLE claim (
  id INTEGER PRIMARY KEY, photo INTEGER NOT NULL REFERENCES photo DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL, property TEXT NOT NULL, n INTEGER NOT NULL, raw TEXT NOT NULL, value TEXT NOT NULL,
  UNIQUE (photo, origin, property, n)
) STRICT;

CREATE TABLE observation (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  photo INTEGER NOT NULL REFERENCES photo DEFERRABLE INITIALLY DEFERRED,
  item INTEGER NOT NULL REFERENCES item DEFERRABLE INITIALLY DEFERRED,
  visible INTEGER NOT NULL, removed INTEGER NOT NULL
) STRICT;
CREATE INDEX observation_photo ON observation (photo);
CREATE INDEX observation_item ON observation (item);

CREATE TABLE determination (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  observation INTEGER NOT NULL REFERENCES observation DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL, reason TEXT NOT NULL, actor TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX determination_observation ON determination (observation);

CREATE TABLE setting (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL
) STRICT;

-- The history: steps in one hash chain, with salted commitments to payloads
-- that may be destroyed. See docs/formats.md.
CREATE TABLE step (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL,
  part_of INTEGER NOT NULL, of INTEGER NOT NULL, changes INTEGER NOT NULL,
  payload TEXT, salt TEXT, commitment TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX step_part ON step (part_of);

CREATE TABLE change (
  step INTEGER NOT NULL REFERENCES step DEFERRABLE INITIALLY DEFERRED, n INTEGER NOT NULL, entity TEXT NOT NULL, row INTEGER NOT NULL,
  photo INTEGER, -- the photo that the row is about, if it is about one
  payload TEXT, salt TEXT, commitment TEXT NOT NULL,
  PRIMARY KEY (step, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_row ON change (entity, row, step);
CREATE INDEX change_photo ON change (photo, step) WHERE photo IS NOT NULL;

CREATE TABLE head (only INTEGER PRIMARY KEY CHECK (only = 1), step INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO head VALUES (1, 0, '');

-- Numbers are never given twice, not even after undo.
CREATE TABLE counter (entity TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Derived, for finding. A facet is a value that photos share.
CREATE TABLE facet (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL, photos INTEGER NOT NULL, UNIQUE (kind, value)
) STRICT;
CREATE TABLE photo_facet (facet INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (facet, seq)) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE photo_text USING fts5 (
  words, chars, content = '', contentless_delete = 1, tokenize = 'ascii' -- the text comes folded
);
CREATE TABLE word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID; -- what a typed beginning may stand for
CREATE TABLE name (
  entity TEXT NOT NULL, owner INTEGER NOT NULL, folded TEXT NOT NULL, PRIMARY KEY (entity, owner, folded)
) STRICT, WITHOUT ROWID;
