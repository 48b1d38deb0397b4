-- InteractionAppend, before its rows and after them: nothing stays in the staging table.
TRUNCATE TABLE staged_interactions
