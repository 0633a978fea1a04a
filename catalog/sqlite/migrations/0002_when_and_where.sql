-- What a person says about a whole batch, as EDTF and as JSON of a place.
ALTER TABLE batch ADD COLUMN taken TEXT;
ALTER TABLE batch ADD COLUMN place TEXT;
-- The copy of the .xmp file that lay beside the file, as photo.path is one.
ALTER TABLE arrival ADD COLUMN sidecar TEXT;
-- What the picture looks like, in 64 bits; near-duplicates differ in few.
ALTER TABLE photo ADD COLUMN phash INTEGER;
CREATE INDEX photo_phash ON photo (phash) WHERE phash IS NOT NULL;

-- Derived: what was chosen from the claims, as JSON of catalog.Chosen, in place
-- of one column for each part of it. NULL has yet to be derived.
ALTER TABLE photo ADD COLUMN chosen TEXT;
CREATE INDEX photo_underived ON photo (id) WHERE chosen IS NULL;
ALTER TABLE photo DROP COLUMN taken;
ALTER TABLE photo DROP COLUMN taken_offset;
ALTER TABLE photo DROP COLUMN latitude;
ALTER TABLE photo DROP COLUMN longitude;
ALTER TABLE photo DROP COLUMN altitude;
ALTER TABLE photo DROP COLUMN make;
ALTER TABLE photo DROP COLUMN model;
ALTER TABLE photo DROP COLUMN lens;
ALTER TABLE photo DROP COLUMN exposure;

-- Derived: photos whose date is a stretch of time, by how long it is (see
-- span.go), so that those which reach into a search begin not far before it.
CREATE TABLE photo_span (
  class INTEGER NOT NULL, seq INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (class, seq)
) STRICT, WITHOUT ROWID;
