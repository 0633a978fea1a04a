-- Facets are counted over thousands of photos: along their order of time,
-- without the rows themselves.
CREATE INDEX photo_found ON photo (seq, facets);
