namespace InfluencerMap.Api;

/// <summary>All that the API logs: counts and causes, never persons.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Critical, "Not started. {Reason}")]
    public static partial void Refused(ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Error, "The store cannot be read. {Reason}")]
    public static partial void StoreUnreadable(ILogger logger, string reason);

    [LoggerMessage(3, LogLevel.Error, "The audit cannot be written, so nobody is shown. {Reason}")]
    public static partial void AuditUnwritten(ILogger logger, string reason);

    [LoggerMessage(4, LogLevel.Information, "Run {Run} is shown: {People} people, read in {ElapsedMs} ms.")]
    public static partial void RunShown(ILogger logger, string run, int people, long elapsedMs);

    [LoggerMessage(8, LogLevel.Warning,
        "Somebody was erased while the store was read: its log holds deleted bytes until the next command writes.")]
    public static partial void BytesLeft(ILogger logger);

    [LoggerMessage(5, LogLevel.Information, "{Method} {Route} was answered with {Status} in {ElapsedMs} ms.")]
    public static partial void Answered(ILogger logger, string method, string route, int status, double elapsedMs);

    [LoggerMessage(6, LogLevel.Warning, "The store is busy: the caller is asked to come again. {Reason}")]
    public static partial void StoreBusy(ILogger logger, string reason);

    [LoggerMessage(7, LogLevel.Critical, "The disk is full, so nothing is stored or shown. {Reason}")]
    public static partial void StoreFull(ILogger logger, string reason);
}
