-- How a route is travelled, which way its legs are in order, whether the
-- newsroom added it and whether it was taken out of the vocabulary.
ALTER TABLE route ADD COLUMN mode TEXT;
ALTER TABLE route ADD COLUMN direction TEXT;
ALTER TABLE route ADD COLUMN own INTEGER;
ALTER TABLE route ADD COLUMN removed INTEGER;

-- What quantities are counted in.
CREATE TABLE unit (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, key TEXT NOT NULL UNIQUE,
  en TEXT NOT NULL, en_plural TEXT NOT NULL, ko TEXT NOT NULL, zh TEXT NOT NULL, also TEXT NOT NULL,
  own INTEGER NOT NULL, removed INTEGER
) STRICT;

-- The newsroom's word on places: a row of the key of a shipped place stands for
-- it, any other is one more. A place that was merged leads to the key of the other.
CREATE TABLE place (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
  en TEXT NOT NULL, ko TEXT NOT NULL, ko_dprk TEXT NOT NULL, zh TEXT NOT NULL, also TEXT NOT NULL,
  countries TEXT NOT NULL, -- ISO 3166-1 alpha-2, ";" between two
  latitude REAL NOT NULL, longitude REAL NOT NULL, accuracy REAL NOT NULL,
  removed INTEGER, merged TEXT
) STRICT;

CREATE INDEX observation_unit ON observation (unit) WHERE unit IS NOT NULL AND removed = 0;

CREATE INDEX name_folded ON name (entity, folded, owner);
CREATE INDEX place_merged ON place (merged) WHERE merged IS NOT NULL;

-- Which photos a place concerns: those with a claim that names it, and those
-- near its point. The point of a photo is derived, for which every one is derived
-- anew.
ALTER TABLE photo ADD COLUMN latitude REAL;
ALTER TABLE photo ADD COLUMN longitude REAL;
CREATE INDEX photo_spot ON photo (latitude, longitude) WHERE latitude IS NOT NULL;
CREATE INDEX claim_place ON claim (json_extract(CASE WHEN json_valid(value) THEN value END, '$.entry'))
  WHERE property IN ('place', 'place_shown');
CREATE INDEX claim_shown ON claim (json_extract(CASE WHEN json_valid(value) THEN value END, '$.latitude'))
  WHERE property = 'place_shown';
