-- The bin: a photo that lies in it stands in every index behind all others, see
-- seq.go, and is counted by itself.
ALTER TABLE photo ADD COLUMN removed INTEGER;
ALTER TABLE facet ADD COLUMN binned INTEGER NOT NULL DEFAULT 0; -- photos in the bin that have it
DROP INDEX photo_name;
CREATE INDEX photo_name ON photo (removed, name_key, id);
CREATE INDEX photo_number ON photo (removed, id);
DROP INDEX photo_phash;
CREATE INDEX photo_phash ON photo (phash) WHERE phash IS NOT NULL AND removed IS NULL;

-- Derived: when and where a photo was taken in short, for counting values: EDTF,
-- and the key of the place within 10 km, else its name, "" for a point alone.
ALTER TABLE photo ADD COLUMN taken TEXT;
ALTER TABLE photo ADD COLUMN place TEXT;
UPDATE photo SET taken = json_extract(chosen, '$.date.edtf'),
    place = CASE WHEN json_extract(chosen, '$.where.nearest.distance') <= 10000 THEN json_extract(chosen, '$.where.nearest.entry')
      WHEN json_extract(chosen, '$.where') IS NOT NULL THEN coalesce(json_extract(chosen, '$.where.name'), '') END
  WHERE chosen IS NOT NULL;

CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, query TEXT NOT NULL
) STRICT;

-- Values to be given to photos together, see catalog.TemplateValues, as JSON; key
-- is a digit or nothing.
CREATE TABLE template (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, key TEXT NOT NULL, content TEXT NOT NULL
) STRICT;

-- How the window was left. It is no statement about photos: no history has it.
CREATE TABLE view_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
