-- What imports left out, by reason: a JSON object of counts. Applied once, under the write lock, by Schema.

ALTER TABLE imports ADD COLUMN dropped TEXT NOT NULL DEFAULT '{}';

PRAGMA user_version = 5;
