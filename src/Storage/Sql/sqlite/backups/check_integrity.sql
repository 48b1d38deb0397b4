-- StoreBackup and StoreRestore, on a copy. Reads the whole file; ok where it is sound.
PRAGMA integrity_check(1)
