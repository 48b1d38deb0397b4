-- HeldFile, which a server does itself: after RESTORE the database is for all again.
ALTER DATABASE CURRENT SET MULTI_USER
