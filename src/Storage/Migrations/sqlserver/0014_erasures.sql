-- That people were erased, and when; nobody in particular. Applied once, under the write lock, by Schema.

-- What stays of an erased person is a keyed hash in place of each handle, so that files read again leave them out.
CREATE TABLE erasures (
  erasure_number bigint IDENTITY NOT NULL CONSTRAINT erasures_pk PRIMARY KEY,
  erased_ms      bigint NOT NULL
);

UPDATE influencermap_schema SET version = 14;
