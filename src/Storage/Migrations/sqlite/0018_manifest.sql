-- What a run's manifest says beside its options. Applied once, under the write lock, by Schema.
-- A run of before has no code hash, and says nothing of the rest.

ALTER TABLE runs ADD COLUMN code_hash TEXT NOT NULL DEFAULT '';

-- JSON: how betweenness was computed, interactions by channel, imports by format, peak memory.
ALTER TABLE runs ADD COLUMN manifest TEXT NOT NULL DEFAULT '{}';

PRAGMA user_version = 18;
