using InfluencerMap.Engine;
using InfluencerMap.Storage;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Tests;

/// <summary>Every statement of the SQLite store, as SQLite itself reads it.</summary>
public sealed class QueryFileTests : IAsyncLifetime
{
    /// <summary>These give a whole table that is no larger than the company, and say so in their first line.</summary>
    private static readonly Query[] WholeTables =
    [
        Query.ReadSchemaState, Query.ReadPeople, Query.ReadPersonNames, Query.ReadAccounts, Query.ReadOwnedAccounts,
        Query.ReadAccountOwners, Query.ReadImports, Query.ReadPersonHandles, Query.ReadConsents,
        Query.ReadListAddresses, Query.ReadListMembers, Query.ReadNobodyAccounts,
        Query.ListApiKeys, Query.ListNamedViews, Query.ReadLastCollections,
        Query.ReadClaims, Query.ReadMerges, Query.ReadInternalDomains, Query.ReadTenures, Query.ForgetTenures,
        Query.ReadDismissals, Query.ReadUnownedHandles,
        Query.ReadAgreements, Query.ForgetRunTies, Query.RememberKeys, Query.ForgetFormerKeys,
        Query.CountPastOfRuns, Query.DeletePastCohorts, Query.DeletePastRuleMoves, Query.DeletePastRuleEffects,
        Query.DeletePastHygiene,
        Query.DeletePastTies, Query.DeletePastRankings, Query.DeletePastRuns, Query.DeletePastVoices,
        Query.CountAccountInteractions, Query.ReadIdentityLog, Query.ReadDirectoryAddresses,
        Query.ReadAuditEpochs, Query.ReadUnfinished, Query.ReadUnfinishedErasures, Query.ReadDueWipes,
        Query.EndNamedViews, Query.ReadMappings,
    ];

    private readonly SqliteFile _file = new();
    private readonly Queries _queries = new("sqlite");
    private SqliteConnection _connection = null!;

    private static IEnumerable<string> Files => typeof(Store).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("Sql/", StringComparison.Ordinal));

    public static TheoryData<string> Names => [.. Enum.GetNames<Query>()];

    /// <summary>Run when somebody is erased, which is rare: an index for each would cost every night.</summary>
    private static readonly Query[] Erasing =
    [
        Query.EraseInteractions, Query.EraseGroupMembers, Query.EraseClaims, Query.EraseTenures,
        Query.EraseFromIdentityLog, Query.EraseRunTies, Query.EraseRuleMoves, Query.EraseCohortMembers,
        Query.EraseApiKeys, Query.ErasePerson, Query.MoveReportsUp, Query.FreeAccounts, Query.ReadHandlesOfPerson,
        Query.FindAuditLine, Query.ReadFreeTexts, Query.ReadAllCursors,
    ];

    /// <summary>Run when somebody asks for their own data, as rare.</summary>
    private static readonly Query[] Exporting =
    [
        Query.AccessPerson,
        Query.AccessAccounts, Query.AccessHandles, Query.AccessClaims, Query.AccessTenures, Query.AccessDecisions,
        Query.AccessEvents, Query.AccessGroups, Query.AccessTies, Query.AccessMoves, Query.AccessCohorts,
        Query.AccessKeys,
    ];

    /// <summary>Run when a store is backed up or restored, which reads all of it.</summary>
    private static readonly Query[] BackingUp = [Query.CountRows, Query.ReadSaidActs];

    /// <summary>Run once an import: reads as many rows as it is told to, and the accounts in them.</summary>
    private static readonly Query[] Bounded = [Query.ReadSeenAccounts];

    public static TheoryData<string> Seeking =>
        [
            .. Enum.GetValues<Query>().Except(WholeTables).Except(Erasing).Except(Exporting).Except(BackingUp)
                .Except(Bounded).Select(q => $"{q}"),
        ];

    public async ValueTask InitializeAsync()
    {
        await using (await _file.OpenAsync())
            _connection = new SqliteConnection(_file.Connection + ";Pooling=False");
        await _connection.OpenAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _file.Dispose();
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("sqlserver")]
    public void Every_file_has_a_name_in_the_program(string dialect)
    {
        var files = Files.Count(name => name.StartsWith("Sql/common/", StringComparison.Ordinal)
            || name.StartsWith($"Sql/{dialect}/", StringComparison.Ordinal));

        Assert.Equal(Enum.GetValues<Query>().Length, files);
    }

    [Fact]
    public void Files_lie_in_a_folder_of_their_subject_and_a_folder_holds_20_at_most()
    {
        Assert.All(Files, file => Assert.Matches(@"^Sql/(common|sqlite|sqlserver)/[a-z_]+/[a-z_]+\.sql$", file));
        Assert.All(Files.CountBy(file => Path.GetDirectoryName(file)!), folder => Assert.InRange(folder.Value, 1, 20));
    }

    [Fact]
    public void All_missing_files_are_named_at_once()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new Queries("nowhere"));

        Assert.StartsWith(
            "Not embedded in Sql/common or Sql/nowhere: read_schema_state.sql, let_readers_go_on.sql, prepare_",
            error.Message,
            StringComparison.Ordinal);
        Assert.Contains("read_person_history.sql", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("read_people.sql", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sql/common/rankings/read_people.sql", "Sql/common/people/read_people.sql")]
    [InlineData("Sql/sqlite/people/read_people.sql", "Sql/common/people/read_people.sql")]
    [InlineData("Sql/sqlite/people/add_person.sql", "Sql/sqlite/groups/add_person.sql")]
    public void A_statement_in_two_places_is_refused_with_both(string file, string other)
    {
        string[] files = [.. Files.Union([file, other])];

        var error = Assert.Throws<InvalidOperationException>(
            () => Queries.Choose("sqlite", files.ToLookup(name => Path.GetFileNameWithoutExtension(name))));

        Assert.StartsWith("One statement in several files: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Contains(other, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Query_runs_on_an_empty_store(string name)
    {
        var text = _queries[Enum.Parse<Query>(name)];

        Assert.Matches(@"^-- \w.+\.\n", text);
        Assert.DoesNotContain(';', text[text.IndexOf('\n')..]);
        Assert.NotNull(Read("EXPLAIN " + text));
        // What only reads is carried out too; an INSERT would lack the rows that it refers to.
        if (text.Contains("\nSELECT", StringComparison.Ordinal) && !text.Contains("\nINSERT", StringComparison.Ordinal))
            Assert.NotNull(Read(text));
    }

    [Theory]
    [MemberData(nameof(Seeking))]
    public void Query_seeks_and_never_scans_a_table(string name)
    {
        // Rows of the statement's own making: a union, an inserted or a constant row.
        string[] intermediate = ["SCAN (subquery", "SCAN seen", "SCAN span", "SCAN CONSTANT ROW"];

        var scans = Read("EXPLAIN QUERY PLAN " + _queries[Enum.Parse<Query>(name)])
            .Where(step => step.StartsWith("SCAN ", StringComparison.Ordinal));

        Assert.All(scans, scan => Assert.Contains(intermediate, scan.StartsWith));
    }

    [Theory]
    [InlineData(nameof(Query.ReadInteractions), "interactions USING PRIMARY KEY (at_ms>? AND at_ms<?)")]
    [InlineData(nameof(Query.ReadNobodyAccounts), "interactions USING PRIMARY KEY (at_ms>? AND at_ms<?)")]
    [InlineData(nameof(Query.ReadLatestRun), "r USING INDEX sqlite_autoindex_runs_2 (published_order=?)")]
    [InlineData(nameof(Query.ReadRanking), "k USING PRIMARY KEY (run_number=?)")]
    [InlineData(nameof(Query.ReadRunTies), "t USING PRIMARY KEY (run_number=?)")]
    [InlineData(nameof(Query.ReadPersonHistory), "k USING INDEX rankings_by_person (person_id=?)")]
    public void Query_seeks_by(string name, string key)
    {
        Assert.Contains("SEARCH " + key, Read("EXPLAIN QUERY PLAN " + _queries[Enum.Parse<Query>(name)]));
    }

    [Theory]
    [InlineData(nameof(Query.ReadInteractions))]
    [InlineData(nameof(Query.ReadRanking))]
    [InlineData(nameof(Query.ReadRunTies))]
    [InlineData(nameof(Query.ListRuns))]
    public void Query_gives_rows_as_they_lie_without_sorting(string name)
    {
        Assert.DoesNotContain(
            Read("EXPLAIN QUERY PLAN " + _queries[Enum.Parse<Query>(name)]),
            step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    /// <returns>The last column of every row.</returns>
    private List<string> Read(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in System.Text.RegularExpressions.Regex.Matches(sql, @"@\w+").DistinctBy(m => m.Value))
            command.Parameters.AddWithValue(parameter.Value, 0);
        using var reader = command.ExecuteReader();
        var cells = new List<string>();
        while (reader.Read())
            cells.Add(reader.GetValue(reader.FieldCount - 1).ToString()!);
        return cells;
    }
}
