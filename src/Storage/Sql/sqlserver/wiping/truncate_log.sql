-- Database, after a wipe: writes its pages to the file. Backups of the log have an age of their own.
CHECKPOINT
