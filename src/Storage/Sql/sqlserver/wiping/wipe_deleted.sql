-- Database, after raw events were deleted: overwrites what their rows left in pages. Needs db_owner.
DECLARE @Name sysname = DB_NAME()

EXEC sp_clean_db_free_space @dbname = @Name
