-- Schema, when a store is opened to write. Readers go on while a writer works. The file remembers.
PRAGMA journal_mode = wal
