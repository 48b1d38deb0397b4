-- SqlServerDatabase, at the start of each write: one writer at a time, migrations among them. Below 0 = not granted.
DECLARE @Granted int

EXEC @Granted = sp_getapplock
  @Resource = @Lock, @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = @WaitMs

SELECT @Granted
