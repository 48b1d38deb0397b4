using System.Text.Json;
using InfluencerMap.Storage;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace InfluencerMap.Tests;

/// <summary>Every T-SQL statement and migration, as Microsoft's own parser reads it; no server is needed.</summary>
public sealed class TSqlTests
{
    private static readonly TSql180Parser Newest = new(initialQuotedIdentifiers: true);
    private static readonly TSql150Parser Of2019 = new(initialQuotedIdentifiers: true);
    private static readonly Queries Statements = new("sqlserver");

    /// <summary>Functions that servers before 2022, or Babelfish, where these are tried, do not know.</summary>
    private static readonly string[] OfNewerServers = ["GREATEST", "LEAST", "STRING_SPLIT"];

    private static IEnumerable<(string File, string Text)> Texts =>
        Enum.GetValues<Query>().Select(query => (FileOf(query), Statements[query])).Concat(TSql.Migrations);

    [Fact]
    public void Statements_and_migrations_are_T_SQL_of_the_newest_server() =>
        AssertNone(Texts.SelectMany(text => TSql.Errors(text.File, text.Text, Newest)));

    [Fact]
    public void Statements_and_migrations_are_T_SQL_of_the_server_of_2019() =>
        AssertNone(Texts.SelectMany(text => TSql.Errors(text.File, text.Text, Of2019)));

    [Fact]
    public void Statements_and_migrations_do_only_what_every_server_since_2019_and_Babelfish_can() =>
        AssertNone(Texts.SelectMany(text => NotOfEveryServer(text.File, text.Text)));

    [Theory]
    [InlineData("SELECT 1,\n  IIF(1 = 2, 3, 4)", "a.sql:2: IIfCall")]
    [InlineData("SELECT greatest(1, 2)", "a.sql:1: GREATEST")]
    [InlineData("SELECT s.value FROM\nSTRING_SPLIT(@Text, ',') AS s", "a.sql:2: STRING_SPLIT")]
    [InlineData("MERGE a USING b ON a.c = b.c WHEN MATCHED THEN DELETE;", "a.sql:1: MergeSpecification")]
    [InlineData("-- MERGE\nSELECT 'IIF' AS [LEAST]", null)]
    public void What_not_every_server_knows_is_found_and_words_in_texts_and_comments_are_not(
        string text, string? expected) => Assert.Equal(expected, NotOfEveryServer("a.sql", text).SingleOrDefault());

    [Fact]
    public void Migrations_add_one_column_at_a_time_as_Babelfish_takes_them() => AssertNone(
        TSql.Migrations.SelectMany(migration => TSql.All<AlterTableAddTableElementStatement>(migration.Text)
            .Where(statement => statement.Definition.ColumnDefinitions.Count > 1)
            .Select(statement => $"{migration.Name}:{statement.StartLine}")));

    [Fact]
    public void Row_tables_have_the_columns_that_the_newest_migration_gives_their_types()
    {
        var types = TSql.Migrations.SelectMany(migration => TSql.All<CreateTypeTableStatement>(migration.Text))
            .GroupBy(type => type.Name.BaseIdentifier.Value)
            .ToDictionary(made => made.Key, made => made.Last().Definition.ColumnDefinitions);
        var named =
            from query in Enum.GetValues<Query>()
            from variable in TSql.All<VariableReference>(Statements[query])
            where types.ContainsKey(variable.Name[1..])
            select (Query: query, Type: variable.Name[1..]);

        Assert.NotEmpty(named);
        Assert.All(named, rows => Assert.Equal(
            types[rows.Type].Select(column => column.ColumnIdentifier.Value),
            RowTable.NamedIn(Statements, rows.Query)?.Columns));
    }

    [Fact]
    public void A_broken_statement_is_named_with_its_file_line_and_message() => Assert.Equal(
        ["a.sql:2: Incorrect syntax near 'person_id'."],
        TSql.Errors("a.sql", "SELECT person_id FROM people\nORDER person_id BY", Newest));

    /// <summary>Says all that was found, in full.</summary>
    private static void AssertNone(IEnumerable<string> found)
    {
        if (string.Join('\n', found) is { Length: > 0 } lines)
            Assert.Fail(lines);
    }

    private static IEnumerable<string> NotOfEveryServer(string file, string text) => TSql.All<TSqlFragment>(text)
        .Where(part => part is MergeSpecification or IIfCall || OfNewerServers.Contains(FunctionOf(part)))
        .Select(part => $"{file}:{part.StartLine}: {FunctionOf(part) ?? part.GetType().Name}");

    private static string FileOf(Query query) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{query}") + ".sql";

    private static string? FunctionOf(TSqlFragment part) => part switch
    {
        FunctionCall call => call.FunctionName.Value.ToUpperInvariant(),
        GlobalFunctionTableReference table => table.Name.Value.ToUpperInvariant(),
        SchemaObjectFunctionTableReference table => table.SchemaObject.BaseIdentifier.Value.ToUpperInvariant(),
        _ => null,
    };
}
