-- HeldFile, while a store is replaced. The locks that are taken from now on stay until the connection is closed.
PRAGMA locking_mode = exclusive
