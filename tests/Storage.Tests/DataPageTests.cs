using System.Text.RegularExpressions;

namespace InfluencerMap.Tests;

/// <summary>docs/data.md says of every table what a row of it is and whose data that is.</summary>
public sealed partial class DataPageTests : IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Page_lists_every_table_of_a_new_store_and_of_both_dialects_and_no_other()
    {
        await using (await _file.OpenAsync())
        {
        }
        var tables = (await _file.ExecuteAsync(_file.ListTables))
            .Where(name => !name.StartsWith("sqlite_", StringComparison.Ordinal)).ToArray();
        Assert.Equal(tables.Order(StringComparer.Ordinal), TablesOf("sqlite"));

        Assert.Equal(
            tables.Concat(TablesOf("sqlserver")).Concat(TablesOf("audit")).Distinct().Order(StringComparer.Ordinal),
            Listed().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Page_says_whose_the_rows_of_each_table_are() => Assert.All(Rows(), row => Assert.Contains(
        row.Split('|')[3].Trim(), (string[])["pseudonymous", "**readable**", "–"]));

    /// <summary>What is left when the migrations have been carried out in their order.</summary>
    private static IEnumerable<string> TablesOf(string dialect)
    {
        var tables = new SortedSet<string>(StringComparer.Ordinal);
        var folder = Path.Combine(SharedData.RepositoryRoot, "src", "Storage", "Migrations", dialect);
        foreach (var path in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
            foreach (Match change in Change().Matches(File.ReadAllText(path)))
                if (change.Groups["made"].Value is { Length: > 0 } made)
                    tables.Add(made);
                else if (change.Groups["dropped"].Value is { Length: > 0 } dropped)
                    tables.Remove(dropped);
                else
                {
                    tables.Remove(change.Groups["from"].Value);
                    tables.Add(change.Groups["to"].Value);
                }
        return tables;
    }

    private static IEnumerable<string> Listed() =>
        Rows().SelectMany(row => Name().Matches(row.Split('|')[1])).Select(match => match.Groups[1].Value);

    private static string[] Rows()
    {
        var page = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", "data.md"));
        var begin = page.IndexOf("| table | a row is | whose data |\n|---|---|---|\n", StringComparison.Ordinal);
        Assert.NotEqual(-1, begin);
        return [.. page[begin..].Split('\n').Skip(2).TakeWhile(line => line.StartsWith('|'))];
    }

    [GeneratedRegex(
        @"\bCREATE TABLE (?<made>[a-z_]+)|\bDROP TABLE (?<dropped>[a-z_]+)"
        + @"|\bALTER TABLE (?<from>[a-z_]+) RENAME TO (?<to>[a-z_]+)")]
    private static partial Regex Change();

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex Name();
}
