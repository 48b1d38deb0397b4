-- Database, before each write. With the write-ahead log a power cut can lose the last commit but never tears one.
PRAGMA synchronous = normal
