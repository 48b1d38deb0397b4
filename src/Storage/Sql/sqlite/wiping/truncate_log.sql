-- Database, after a wipe: the log would still hold pages of before.
PRAGMA wal_checkpoint(truncate)
