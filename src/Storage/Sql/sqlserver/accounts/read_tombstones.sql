-- InteractionAppend and DirectoryMerge. Seeks to what stays of erased people's handles.
SELECT CAST(account_id AS bigint) AS AccountId, handle AS Handle FROM account_handles WHERE handle >= 'erased:' AND handle < 'erased:g'
