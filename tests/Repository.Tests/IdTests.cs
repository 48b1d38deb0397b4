using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InfluencerMap.Tests;

/// <summary>People, accounts and nodes have types of their own, so that none is ever passed for another.</summary>
public sealed partial class IdTests
{
    [Fact]
    public void No_person_account_or_node_is_a_bare_number() =>
        Assert.Empty(
            from file in Sources.CSharpUnder("src").Where(file => !HasNumbersOfItsOwn(file.Path))
            from number in NumbersIn(file.Root)
            select $"{file.Path} has a bare number called {number}.");

    [Theory]
    [InlineData("record Row(int PersonId)", "PersonId")]
    [InlineData("class A { long? ownerId; }", "ownerId")]
    [InlineData("class A { void Of(IReadOnlyList<int> nodes) { } }", "nodes")]
    [InlineData("class A { int[] KindOfNode { get; } }", "")]
    [InlineData("class A { int PersonCount; void Of(Node node, int nodeCount) { } }", "")]
    public void A_bare_number_is_found_where_it_is_declared(string code, string found) =>
        Assert.Equal(found, string.Join(' ', NumbersIn(SyntaxFactory.ParseCompilationUnit(code))));

    /// <summary>The graph's own rows and what runs over them; people whom the demo numbers as it makes them.</summary>
    private static bool HasNumbersOfItsOwn(string path) =>
        path.StartsWith("src/Demo/", StringComparison.Ordinal) || OwnRows().IsMatch(path);

    private static IEnumerable<string> NumbersIn(SyntaxNode root) =>
        root.DescendantNodes().SelectMany(node => node switch
        {
            ParameterSyntax { Type: { } type } one => [(Type: type, Name: one.Identifier.Text)],
            PropertyDeclarationSyntax one => [(Type: one.Type, Name: one.Identifier.Text)],
            FieldDeclarationSyntax field => field.Declaration.Variables
                .Select(one => (field.Declaration.Type, Name: one.Identifier.Text)),
            _ => Enumerable.Empty<(TypeSyntax Type, string Name)>(),
        }).Where(one => Numbers().IsMatch($"{one.Type}") && Ids().IsMatch(one.Name)).Select(one => one.Name);

    [GeneratedRegex("^src/Graph/([^/]+|(Centrality|QuikGraph)/.*)$")]
    private static partial Regex OwnRows();

    [GeneratedRegex(@"^((\w*<)?(int|long)\??>?|(int|long)\[\])\??$")]
    private static partial Regex Numbers();

    [GeneratedRegex(
        "^_?(nodes?|leaver|person|account|\\w*(person|account|owner|manager|head)Ids?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Ids();
}
