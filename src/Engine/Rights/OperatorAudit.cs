using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>Writes what the operator is about to do into the audit; what cannot be written there is not done.</summary>
public static class OperatorAudit
{
    /// <summary>The action of a backup.</summary>
    public const string Backup = "backup";

    /// <summary>Its detail where store and audit were copied.</summary>
    public const string WholeBackup = "store and audit";

    private const string Operator = "operator";

    /// <param name="store">Opened to write or to read.</param>
    /// <param name="action">What is done, in a word.</param>
    /// <param name="detail">What exactly, without anybody in it.</param>
    /// <param name="keys">Keys of the people concerned.</param>
    /// <param name="cancellation">Undoes the line.</param>
    public static async Task WriteAsync(
        Store store, string action, string detail, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        await using var audit = await store.OpenAuditAsync(cancellation);
        await audit.AppendAsync([Entry(action) with { Detail = detail, Keys = keys }], cancellation);
    }

    /// <summary>An action of the operator, now.</summary>
    public static AuditEntry Entry(string action) => new()
    {
        At = TimeProvider.System.GetUtcNow().UtcDateTime,
        Caller = Operator,
        Roles = Operator,
        Action = action,
    };
}
