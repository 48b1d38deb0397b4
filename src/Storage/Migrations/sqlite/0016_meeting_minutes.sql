-- How long a meeting was, in minutes; 0 is not known. Applied once, under the write lock, by Schema.

ALTER TABLE interactions ADD COLUMN minutes INTEGER NOT NULL DEFAULT 0;

PRAGMA user_version = 16;
