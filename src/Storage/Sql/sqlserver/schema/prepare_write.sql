-- SqlServerDatabase, at the start of each write and each night: one at a time of either, migrations among the writes.
-- @Owner says with what the lock ends. Below 0 = not granted.
DECLARE @Granted int

EXEC @Granted = sp_getapplock
  @Resource = @Lock, @LockMode = N'Exclusive', @LockOwner = @Owner, @LockTimeout = @WaitMs

SELECT @Granted
