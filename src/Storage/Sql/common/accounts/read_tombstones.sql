-- InteractionAppend and DirectoryMerge. Seeks to what stays of erased people's handles.
SELECT account_id AS AccountId, handle AS Handle FROM account_handles WHERE handle >= 'erased:' AND handle < 'erased:g'
