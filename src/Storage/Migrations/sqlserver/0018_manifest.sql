-- What a run's manifest says beside its options. Applied once, under the write lock, by Schema.
-- A run of before has no code hash, and says nothing of the rest.

ALTER TABLE runs ADD code_hash nvarchar(64) NOT NULL CONSTRAINT runs_code_hash DEFAULT N'';

-- JSON: how betweenness was computed, interactions by channel, imports by format, peak memory.
ALTER TABLE runs ADD manifest nvarchar(max) NOT NULL CONSTRAINT runs_manifest DEFAULT N'{}';

UPDATE influencermap_schema SET version = 18;
