-- What is known about goods in one photo, see catalog.Seen; a region in
-- fractions of the upright picture's sides.
ALTER TABLE observation ADD COLUMN x REAL;
ALTER TABLE observation ADD COLUMN y REAL;
ALTER TABLE observation ADD COLUMN w REAL;
ALTER TABLE observation ADD COLUMN h REAL;
ALTER TABLE observation ADD COLUMN stage TEXT;
ALTER TABLE observation ADD COLUMN direction TEXT;
ALTER TABLE observation ADD COLUMN basis TEXT;
ALTER TABLE observation ADD COLUMN use TEXT;
ALTER TABLE observation ADD COLUMN quantity REAL;
ALTER TABLE observation ADD COLUMN unit TEXT;
ALTER TABLE observation ADD COLUMN estimated INTEGER;
ALTER TABLE observation ADD COLUMN brand TEXT;
ALTER TABLE observation ADD COLUMN model TEXT;
ALTER TABLE observation ADD COLUMN label TEXT;
ALTER TABLE observation ADD COLUMN made_in TEXT;
ALTER TABLE observation ADD COLUMN packaging TEXT;
ALTER TABLE observation ADD COLUMN note TEXT;
ALTER TABLE observation ADD COLUMN confidence TEXT;
ALTER TABLE observation ADD COLUMN lot INTEGER REFERENCES lot DEFERRABLE INITIALLY DEFERRED;

-- The same goods in several photos.
CREATE TABLE lot (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, item INTEGER NOT NULL REFERENCES item DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX observation_lot ON observation (lot) WHERE lot IS NOT NULL;

-- What a determination rests on, see catalog.Legal.
ALTER TABLE determination ADD COLUMN measure TEXT;
ALTER TABLE determination ADD COLUMN pack TEXT;
ALTER TABLE determination ADD COLUMN direction TEXT;
ALTER TABLE determination ADD COLUMN exemptions TEXT;
ALTER TABLE determination ADD COLUMN as_of TEXT;

CREATE TABLE review (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
  determination INTEGER NOT NULL REFERENCES determination DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL, text TEXT NOT NULL, actor TEXT NOT NULL, at TEXT NOT NULL, resolved INTEGER NOT NULL
) STRICT;
CREATE INDEX review_determination ON review (determination);

-- Rule packs as they were loaded; the newest row of a key is in force.
CREATE TABLE pack (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, version TEXT NOT NULL, head TEXT NOT NULL, measures TEXT NOT NULL, goods TEXT NOT NULL
) STRICT;

-- The goods that an item is a kind of, whether it was taken out of the
-- vocabulary, and its caption forms, see catalog.CaptionForms.
ALTER TABLE item ADD COLUMN parent INTEGER REFERENCES item DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE item ADD COLUMN removed INTEGER;
ALTER TABLE item ADD COLUMN caption TEXT;
CREATE INDEX item_parent ON item (parent) WHERE parent IS NOT NULL;
