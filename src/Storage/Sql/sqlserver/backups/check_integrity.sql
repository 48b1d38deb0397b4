-- StoreBackup, which a server does itself: RESTORE VERIFYONLY says whether its backup is sound.
SELECT 'ok'
