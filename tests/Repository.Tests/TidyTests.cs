using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InfluencerMap.Tests;

/// <summary>The house style that a program can check; CONTRIBUTING.md says why.</summary>
public sealed partial class TidyTests
{
    private const int MethodLinesMax = 70;
    private const int FileLinesMax = 250;
    private const int LineCharsMax = 120;

    /// <summary>Files that may be longer, or hold a longer method, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongerByNature = [];

    /// <summary>Interfaces that one type implements, each with its reason.</summary>
    private static readonly Dictionary<string, string> InterfacesWithOneImplementation = [];

    [Fact]
    public void Methods_fit_a_screen() => AssertNone(
        from file in Sources.CSharpFiles
        where !LongerByNature.ContainsKey(file.Path)
        from node in file.Root.DescendantNodes()
        where node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
        let span = node.GetLocation().GetLineSpan()
        let lineCount = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        where lineCount > MethodLinesMax
        select $"{file.Place(node)} is a method of {lineCount} lines; at most {MethodLinesMax}.");

    [Fact]
    public void Files_hold_one_idea() => AssertNone(
        from file in Sources.CSharpFiles
        where !LongerByNature.ContainsKey(file.Path)
        let lineCount = Sources.Text(file.Path).TrimEnd().Split('\n').Length
        where lineCount > FileLinesMax
        select $"{file.Path} has {lineCount} lines; at most {FileLinesMax}.");

    [Fact]
    public void Lines_fit_the_page() => AssertNone(
        from file in Sources.CSharpFiles
        from line in file.Root.GetText().Lines
        where line.Span.Length > LineCharsMax
        select $"{file.Path}:{line.LineNumber + 1} has {line.Span.Length} characters; at most {LineCharsMax}.");

    [Fact]
    public void The_list_of_longer_files_names_files_that_exist() =>
        Assert.All(LongerByNature.Keys, path => Assert.Contains(path, Sources.TextFiles));

    [Fact]
    public void No_file_hides_code_in_regions() => AssertNone(
        from file in Sources.CSharpFiles
        from trivia in file.Root.DescendantTrivia(descendIntoTrivia: true)
        where trivia.IsKind(SyntaxKind.RegionDirectiveTrivia)
        select $"{file.Place(trivia.GetLocation())} opens a region.");

    [Fact]
    public void Comments_are_prose_and_never_code() => AssertNone(
        from file in Sources.CSharpFiles
        from trivia in file.Root.DescendantTrivia()
        where IsCommentedOutCode(trivia)
        select $"{file.Place(trivia.GetLocation())} looks like code that was commented out.");

    [Fact]
    public void The_check_for_commented_out_code_tells_code_from_prose()
    {
        Assert.True(IsCode("var total = Sum(values);"));
        Assert.True(IsCode("if (x > 3) return;"));
        Assert.False(IsCode("Transposing twice sorts every row;"));
        Assert.False(IsCode("See README.md (the glossary)."));
    }

    [Fact]
    public void Types_are_named_for_what_they_are() => AssertNone(
        from file in Sources.CSharpFiles
        from type in file.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        where CatchAllName().IsMatch(type.Identifier.Text)
        select $"{file.Place(type)}: {type.Identifier.Text} says neither what it is nor what it does.");

    [Fact]
    public void Interfaces_have_a_second_implementation()
    {
        var baseNames = Sources.CSharpUnder("src").SelectMany(file => file.Root.DescendantNodes())
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(type => type.BaseList?.Types ?? [])
            .CountBy(type => SimpleName(type.Type)).ToDictionary();
        AssertNone(
            from file in Sources.CSharpUnder("src")
            from type in file.Root.DescendantNodes().OfType<InterfaceDeclarationSyntax>()
            let name = type.Identifier.Text
            where baseNames.GetValueOrDefault(name) < 2 && !InterfacesWithOneImplementation.ContainsKey(name)
            select $"{file.Place(type)}: {name} has fewer than two implementations; use the type itself.");
    }

    private static string SimpleName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        SimpleNameSyntax simple => simple.Identifier.Text,
        _ => type.ToString(),
    };

    private static bool IsCommentedOutCode(SyntaxTrivia trivia)
    {
        if (!trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            return false;
        return trivia.ToString().Split('\n').Any(line => IsCode(line.Trim().Trim('/', '*').Trim()));
    }

    /// <summary>A line that is a whole statement to the compiler; prose that ends in a semicolon is not.</summary>
    private static bool IsCode(string line)
    {
        var statement = SyntaxFactory.ParseStatement(line);
        return line.EndsWith(';') && !statement.ContainsDiagnostics && statement is not EmptyStatementSyntax
            && statement.FullSpan.Length == line.Length;
    }

    private static void AssertNone(IEnumerable<string> findings) => Assert.Empty(findings);

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utility|Utilities|Impl|Processor|Common|Misc)$|^Base[A-Z]")]
    private static partial Regex CatchAllName();
}
