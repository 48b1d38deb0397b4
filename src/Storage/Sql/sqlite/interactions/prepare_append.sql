-- InteractionAppend, before its rows. 64 MB of pages, so that rows out of order do not reread the file.
PRAGMA cache_size = -65536
