-- NightLock, for the message of a night that finds another at work. One seek.
SELECT process_id AS ProcessId, host AS Host, since_ms AS Since FROM night_holder WHERE one = 1
