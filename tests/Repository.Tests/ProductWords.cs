using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InfluencerMap.Tests;

/// <summary>The words that the products understand, as their sources have them.</summary>
internal static class ProductWords
{
    private static readonly string[] Cli = Literals("src/Cli");
    private static readonly string[] Api = Literals("src/Api");
    private static readonly HashSet<string> All =
        [.. Cli, .. Api, .. Literals("src/Engine"), .. Literals("src/Storage"), .. Literals("src/Collectors")];

    private static readonly HashSet<string> Commands =
    [
        .. from node in Sources.CSharpUnder("src/Cli").SelectMany(file => file.Root.DescendantNodes())
           let made = node as BaseObjectCreationExpressionSyntax
           where IsCommand((made as ObjectCreationExpressionSyntax)?.Type)
               || IsCommand((made?.Parent?.Parent as MethodDeclarationSyntax)?.ReturnType)
           select made!.ArgumentList!.Arguments[0].Expression into name
           where name is LiteralExpressionSyntax
           select ((LiteralExpressionSyntax)name).Token.ValueText,
    ];

    private static readonly HashSet<string> Properties =
    [
        .. Sources.CSharpUnder("src/Api").SelectMany(file => file.Root.DescendantNodes())
            .OfType<PropertyDeclarationSyntax>().Select(property => property.Identifier.Text),
    ];

    /// <summary>What of a command line the command line's program does not know.</summary>
    public static IEnumerable<string> UnknownToCli(params IEnumerable<string> words) =>
        Commands.Contains(words.FirstOrDefault() ?? "--help")
            ? words.Where(word => IsOption(word) && !Cli.Contains(Name(word)))
            : [words.First()];

    /// <summary>What of its arguments the API does not know; --urls is the framework's own.</summary>
    public static IEnumerable<string> UnknownToApi(IEnumerable<string> words) =>
        words.Where(word => IsOption(word) && Name(word) != "--urls" && !Api.Contains(Name(word)));

    /// <summary>Whether anything reads the variable, in whose place may stand one that names a file.</summary>
    public static bool KnowsVariable(string name)
    {
        if (name.EndsWith("_FILE", StringComparison.Ordinal))
            name = name[..^"_FILE".Length];
        var setting = name.Replace("__", ":", StringComparison.Ordinal);
        var section = setting[..Math.Max(0, setting.LastIndexOf(':'))];
        return name == "AllowedHosts" || All.Contains(setting)
            || (All.Contains(section) && Properties.Contains(setting[(section.Length + 1)..]));
    }

    /// <summary>Whether the product has the metric.</summary>
    public static bool KnowsMetric(string metric) => All.Contains(metric);

    private static bool IsCommand(TypeSyntax? type) => type is IdentifierNameSyntax { Identifier.Text: "CliCommand" };

    private static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);

    private static string Name(string option) => option.Split('=')[0];

    private static string[] Literals(string folder) =>
    [
        .. Sources.CSharpUnder(folder).SelectMany(file => file.Root.DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken)).Select(token => token.ValueText).Distinct(),
    ];
}
