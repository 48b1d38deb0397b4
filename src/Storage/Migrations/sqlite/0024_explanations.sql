-- Why somebody stands where they do, as the night prepared it: JSON of sentences with blanks, and the departments
-- that fill them. Applied once, under the write lock, by Schema. Null where no night prepared it.

ALTER TABLE rankings ADD COLUMN explanation TEXT;

PRAGMA user_version = 24;
