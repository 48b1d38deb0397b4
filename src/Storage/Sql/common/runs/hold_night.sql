-- NightLock, once a night, by the process that has the lock. One seek.
UPDATE night_holder SET process_id = @ProcessId, host = @Host, since_ms = @Since WHERE one = 1
