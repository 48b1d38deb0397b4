using InfluencerMap.Storage;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace InfluencerMap.Tests;

/// <summary>T-SQL as Microsoft's own parser reads it.</summary>
internal static class TSql
{
    /// <summary>The migrations in order, by the names of their files.</summary>
    public static IReadOnlyList<(string Name, string Text)> Migrations { get; } =
    [
        .. typeof(Store).Assembly.GetManifestResourceNames()
            .Where(name => name.Contains("Migrations/", StringComparison.Ordinal)
                && name.Contains("/sqlserver/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name => Path.GetFileName(name))
            .Zip(new Queries("sqlserver").Migrations),
    ];

    /// <summary>What the parser finds wrong, a line each: file, line and message.</summary>
    public static IEnumerable<string> Errors(string file, string text, TSqlParser parser)
    {
        using var reader = new StringReader(text);
        parser.Parse(reader, out var errors);
        return errors.Select(error => $"{file}:{error.Line}: {error.Message}");
    }

    /// <summary>All parts of one kind, those in other parts too; of a text with errors, what could be read.</summary>
    public static List<T> All<T>(string text)
        where T : TSqlFragment
    {
        using var reader = new StringReader(text);
        var found = new Finder<T>();
        new TSql180Parser(initialQuotedIdentifiers: true).Parse(reader, out _)?.Accept(found);
        return found.Parts;
    }

    /// <summary>The variables that a statement takes from the program; those begin with a capital.</summary>
    public static HashSet<string> Parameters(string text) =>
    [
        .. All<VariableReference>(text).Select(variable => variable.Name[1..])
            .Where(name => char.IsAsciiLetterUpper(name[0])),
    ];

    private sealed class Finder<T> : TSqlFragmentVisitor
        where T : TSqlFragment
    {
        public List<T> Parts { get; } = [];

        public override void Visit(TSqlFragment node)
        {
            if (node is T part)
                Parts.Add(part);
        }
    }
}
