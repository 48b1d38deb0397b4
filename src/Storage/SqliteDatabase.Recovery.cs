using Dapper;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Storage;

/// <summary>What a killed process leaves beside the file.</summary>
internal sealed partial class SqliteDatabase
{
    private bool HasLog(string ending) => new FileInfo(FilePath + ending) is { Exists: true, Length: > 0 };

    /// <summary>What a killed process left half done is undone or finished, which who only reads may not do.</summary>
    private void Recover()
    {
        try
        {
            var writing = new SqliteConnectionStringBuilder(_connectionString) { Mode = SqliteOpenMode.ReadWrite };
            using var connection = new SqliteConnection(writing.ConnectionString);
            connection.Open();
            connection.Execute(Queries[Query.ReadSchemaState]);
        }
        catch (SqliteException)
        {
            // Reading says why it cannot be.
        }
    }
}
