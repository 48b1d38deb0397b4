using System.Text.RegularExpressions;
using InfluencerMap.Storage;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace InfluencerMap.Tests;

/// <summary>Every statement and migration of SQLite has its twin in T-SQL, and the other way round.</summary>
public sealed partial class DialectTests
{
    /// <summary>These do what only their dialect needs.</summary>
    private static readonly Query[] OfTheirOwn =
        [Query.LetReadersGoOn, Query.PrepareWrite, Query.PrepareAppend, Query.AppendInteraction];

    private static readonly Queries Sqlite = new("sqlite");
    private static readonly Queries SqlServer = new("sqlserver");

    public static TheoryData<string> Names => [.. Enum.GetNames<Query>()];

    public static TheoryData<string> Twins => [.. Enum.GetValues<Query>().Except(OfTheirOwn).Select(q => $"{q}")];

    [Fact]
    public void Files_are_the_same() => Assert.Equal(Files("sqlite"), Files("sqlserver"));

    [Theory]
    [MemberData(nameof(Twins))]
    public void Twins_take_the_same_parameters(string name)
    {
        var query = Enum.Parse<Query>(name);
        var wanted = Parameters(Sqlite[query]);

        var taken = RowTable.NamedIn(SqlServer, query)?.Columns ?? TSql.Parameters(SqlServer[query]);

        Assert.Subset(taken.ToHashSet(), wanted);
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public void Twins_give_the_same_columns(string name)
    {
        var query = Enum.Parse<Query>(name);

        Assert.Equal(Columns(Sqlite[query]), ColumnsOfTSql(SqlServer[query]));
    }

    [Fact]
    public void What_both_dialects_write_alike_is_written_once()
    {
        var common = Enum.GetValues<Query>().Where(query => Sqlite[query] == SqlServer[query]).Select(Queries.NameOf);
        var alike = Enum.GetValues<Query>().Where(query => Words(Sqlite[query]) == Words(SqlServer[query]));

        Assert.Equal(
            common.Order(StringComparer.Ordinal),
            typeof(Store).Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("Sql/common/", StringComparison.Ordinal))
                .Select(name => Path.GetFileNameWithoutExtension(name))
                .Order(StringComparer.Ordinal));
        Assert.Equal(alike.Select(Queries.NameOf), common);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Statement_of_SQL_Server_says_in_its_first_line_what_it_is_for(string name) =>
        Assert.Matches(@"^-- \w.+\.\n", SqlServer[Enum.Parse<Query>(name)]);

    [Fact]
    public void Migration_says_which_schema_it_makes()
    {
        for (var i = 0; i < Sqlite.Migrations.Count; i++)
        {
            Assert.Contains($"PRAGMA user_version = {i + 1};", Sqlite.Migrations[i], StringComparison.Ordinal);
            Assert.Contains(
                i == 0 ? "VALUES (1231971917, 1);" : $"UPDATE influencermap_schema SET version = {i + 1};",
                SqlServer.Migrations[i], StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Files(string dialect) =>
        typeof(Store).Assembly.GetManifestResourceNames()
            .Where(name => name.Contains($"/{dialect}/", StringComparison.Ordinal))
            .Select(name => name.Replace($"/{dialect}/", "/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>Without comments, and whatever its lines.</summary>
    private static string Words(string text) =>
        string.Join(' ', Comment().Replace(text, "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static HashSet<string> Parameters(string text) =>
        [.. Parameter().Matches(text).Select(match => match.Groups[1].Value)];

    /// <summary>C# reads columns by the names that the statement gives them, which begin with a capital.</summary>
    private static HashSet<string> Columns(string text) =>
        [.. Column().Matches(text).Select(match => match.Groups[1].Value)];

    private static HashSet<string> ColumnsOfTSql(string text) =>
    [
        .. TSql.All<SelectScalarExpression>(text).Select(column => column.ColumnName?.Value)
            .OfType<string>().Where(name => char.IsAsciiLetterUpper(name[0])),
    ];

    [GeneratedRegex("--.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<!@)@([A-Z]\w*)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\bAS [""[]?([A-Z][a-z]\w*)")]
    private static partial Regex Column();
}
