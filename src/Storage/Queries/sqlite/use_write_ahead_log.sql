-- Schema, when a store is opened to write. Readers go on while a writer works. Kept by the file; nothing to do the next time.
PRAGMA journal_mode = wal
