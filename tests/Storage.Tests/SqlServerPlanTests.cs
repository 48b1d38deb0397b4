using System.Text.RegularExpressions;
using InfluencerMap.Storage;
using Microsoft.Data.SqlClient;

namespace InfluencerMap.Tests;

/// <summary>
/// The reading statements that a night and the API live on find their rows by an index, as SQL Server plans them.
/// QueryFileTests says so of SQLite.
/// </summary>
public sealed partial class SqlServerPlanTests : IDisposable
{
    private readonly ServerDatabase _place = new();
    private readonly Queries _queries = new("sqlserver");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData(nameof(Query.ReadInteractions), "interactions_pk")]
    [InlineData(nameof(Query.ReadNobodyAccounts), "interactions_pk")]
    [InlineData(nameof(Query.ReadLatestRun), "runs_by_publication")]
    [InlineData(nameof(Query.ReadRanking), "rankings_pk")]
    [InlineData(nameof(Query.ReadRunTies), "run_ties_pk")]
    [InlineData(nameof(Query.ReadPersonHistory), "rankings_by_person")]
    [InlineData(nameof(Query.FindApiKey), "api_keys_pk")]
    public async Task Query_seeks_by(string name, string index)
    {
        await using (await _place.OpenAsync())
        {
            var plan = await PlanAsync(_queries[Enum.Parse<Query>(name)]);

            Assert.Contains(plan, step => Seek().Match(step).Groups["index"].Value == index);
        }
    }

    /// <returns>One operator a line.</returns>
    private async Task<List<string>> PlanAsync(string statement)
    {
        await using var connection = new SqlConnection(_place.Impatient);
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        await LinesAsync(command, "SET SHOWPLAN_TEXT ON");
        var (column, _) = await LinesAsync(command, "SELECT 'x' AS executed");
        Assert.SkipUnless(column == "StmtText", "this server shows no plans: it has no SHOWPLAN_TEXT.");
        await LinesAsync(command, "SET SHOWPLAN_TEXT OFF");
        // Of an empty table every plan is a scan: the planner is told that they are large.
        foreach (var table in (string[])["interactions", "runs", "rankings", "run_ties", "accounts", "api_keys"])
            await LinesAsync(command, $"UPDATE STATISTICS {table} WITH ROWCOUNT = 10000000, PAGECOUNT = 100000");
        await LinesAsync(command, "SET SHOWPLAN_TEXT ON");
        return (await LinesAsync(command, Declared(statement))).Lines;
    }

    /// <summary>The first column of every row, and how it is called.</summary>
    private static async Task<(string? Column, List<string> Lines)> LinesAsync(SqlCommand command, string text)
    {
        command.CommandText = text;
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var column = reader.FieldCount > 0 ? reader.GetName(0) : null;
        var lines = new List<string>();
        do
        {
            while (await reader.ReadAsync(Cancellation))
                lines.Add(reader.GetString(0));
        }
        while (await reader.NextResultAsync(Cancellation));
        return (column, lines);
    }

    /// <summary>As variables of the batch: a plan is shown of text that comes with no parameters.</summary>
    private static string Declared(string statement) =>
        string.Concat(TSql.Parameters(statement).Select(name =>
            $"DECLARE @{name} {(name is "RunId" or "KeyId" ? "nvarchar(100)" : "bigint")} = 1;\n")) + statement;

    [GeneratedRegex(@"Seek\(OBJECT:\((\[\w+\]\.){3}\[(?<index>\w+)\]")]
    private static partial Regex Seek();
}
