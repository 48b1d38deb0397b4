using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Storage;

/// <summary>
/// Which store a connection string means: SQL Server where it names a server or a database of one, else an SQLite file.
/// </summary>
internal static class Connection
{
    private const string Remedy = "Write it as --store \"Data Source=influencermap.db\", "
        + "or for SQL Server as \"Server=sql.example.org;Database=influencermap;Authentication=…\".";

    /// <summary>SqlClient's words, with its synonyms, that mean nothing to SQLite.</summary>
    private static readonly string[] ServerWords =
        ["Server", "Address", "Addr", "Network Address", "Database", "Initial Catalog"];

    private static readonly string[] PasswordWords = ["Password", "PWD"];

    private static readonly string[] ServerProtocols = ["tcp:", "np:", "lpc:"];

    /// <param name="text">The path of a file alone, or a connection string.</param>
    /// <param name="readOnly">Whether writing is refused.</param>
    public static Database Parse(string text, bool readOnly) => Parse(text, readOnly, isAudit: false);

    /// <summary>
    /// Where the audit of a store lies: in a file beside an embedded one, and under a lock of its own on a server, so
    /// that a night's writing never makes an answer wait for its line.
    /// </summary>
    /// <param name="text">The connection string of the store.</param>
    /// <param name="readOnly">Whether writing is refused.</param>
    public static Database ParseAudit(string text, bool readOnly) => Parse(text, readOnly, isAudit: true);

    public static bool HoldsPassword(string text)
    {
        try
        {
            var words = new DbConnectionStringBuilder { ConnectionString = text };
            return PasswordWords.Any(words.ContainsKey);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static Database Parse(string text, bool readOnly, bool isAudit)
    {
        try
        {
            var words = new DbConnectionStringBuilder
            {
                ConnectionString = text.Contains('=') ? text : $"Data Source={text}",
            };
            return NamesServer(words)
                ? SqlServer(words.ConnectionString, readOnly, isAudit)
                : Sqlite(words.ConnectionString, readOnly, isAudit);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StoreException($"The store's connection is not understood. {Remedy}", e);
        }
    }

    private static bool NamesServer(DbConnectionStringBuilder words) =>
        ServerWords.Any(words.ContainsKey)
        || (words.TryGetValue("Data Source", out var source)
            && ServerProtocols.Any(p => ((string)source).StartsWith(p, StringComparison.OrdinalIgnoreCase)));

    private static SqliteDatabase Sqlite(string text, bool readOnly, bool isAudit)
    {
        var settings = new SqliteConnectionStringBuilder(text)
        {
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
        };
        if (settings.DataSource is "" or ":memory:")
            throw new StoreException($"The store's connection names no file. {Remedy}");
        if (isAudit)
            settings.DataSource = Path.ChangeExtension(settings.DataSource, ".audit.db");
        return new(settings, isAudit);
    }

    private static SqlServerDatabase SqlServer(string text, bool readOnly, bool isAudit)
    {
        var settings = new SqlConnectionStringBuilder(text);
        if (settings.DataSource is "")
            throw new StoreException($"The store's connection names no server. {Remedy}");
        if (settings.InitialCatalog is "")
            throw new StoreException($"The store's connection names no database. {Remedy}");
        if (settings.ApplicationName is "Core Microsoft SqlClient Data Provider")
            settings.ApplicationName = "InfluencerMap";
        return new(settings, readOnly, writeLock: isAudit ? "InfluencerMap audit" : "InfluencerMap");
    }
}
