using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InfluencerMap.Tests;

/// <summary>SQL lives in .sql files, one statement a file, and nowhere else.</summary>
public sealed partial class SqlTests
{
    private static readonly string[] Queries =
        [.. Sources.TextFiles.Where(p => p.IsUnder("src") && p.HasExtension(".sql"))];

    [Fact]
    public void Program_text_holds_no_sql()
    {
        var findings =
            from file in Sources.CSharpUnder("src", "benchmarks")
            from literal in file.Root.DescendantTokens()
            where literal.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            where Statement().IsMatch(literal.ValueText)
            select $"{file.Place(literal.GetLocation())} holds SQL text; move it to a .sql file.";
        Assert.Empty(findings);
    }

    [Fact]
    public void Every_query_file_is_used()
    {
        var names = Sources.CSharpUnder("src", "benchmarks")
            .SelectMany(file => file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            .Where(member => member.Expression is IdentifierNameSyntax { Identifier.ValueText: "Query" })
            .Select(member => member.Name.Identifier.ValueText)
            // A row may say which statement writes it anew.
            .Concat(Queries.SelectMany(file => NamedStatement().Matches(Sources.Text(file)))
                .Select(named => named.Groups[1].Value))
            .Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)
            .ToHashSet(StringComparer.Ordinal);
        var unused = Queries.Where(p => !IsMigration(p) && !names.Contains(Path.GetFileNameWithoutExtension(p)));
        Assert.Empty(unused);
    }

    [Fact]
    public void Migrations_are_numbered_without_gaps()
    {
        foreach (var folder in Queries.Where(IsMigration).GroupBy(Path.GetDirectoryName))
        {
            var numbers = folder.Select(p => int.Parse(Path.GetFileName(p).Split('_')[0])).Distinct().Order();
            Assert.Equal(Enumerable.Range(1, numbers.Count()), numbers);
        }
    }

    private static bool IsMigration(string path) => path.Contains("/Migrations/", StringComparison.Ordinal);

    [GeneratedRegex(@"'(\w+)' AS Statement\b")]
    private static partial Regex NamedStatement();

    [GeneratedRegex(
        @"\b(SELECT\s.+\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s" +
        @"|(CREATE|ALTER|DROP)\s+(TABLE|INDEX|VIEW)\s|PRAGMA\s+\w+)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Statement();
}
