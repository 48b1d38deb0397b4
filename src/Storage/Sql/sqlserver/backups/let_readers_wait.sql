-- HeldFile, which a server does itself: RESTORE wants the database for one user alone.
ALTER DATABASE CURRENT SET SINGLE_USER WITH NO_WAIT
