-- Database, before each write. What a caller was told is stored stays through a power cut, as the log is flushed first.
PRAGMA synchronous = full
