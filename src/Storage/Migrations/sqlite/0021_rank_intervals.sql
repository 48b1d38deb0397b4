-- Between which places chance alone lets a person stand, and the layer of mass mail, which scores nothing.
-- Applied once, under the write lock, by Schema. Intervals are null where they were not told.

ALTER TABLE rankings ADD COLUMN rank_low INTEGER;
ALTER TABLE rankings ADD COLUMN rank_high INTEGER;
ALTER TABLE rankings ADD COLUMN broadcast_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rankings ADD COLUMN broadcast_reach INTEGER NOT NULL DEFAULT 0;

PRAGMA user_version = 21;
