-- InteractionAppend and DirectoryMerge. Seeks to what stays of erased people's handles.
SELECT handle FROM account_handles WHERE handle >= 'erased:' AND handle < 'erased:g'
