using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InfluencerMap.Tests;

/// <summary>No address or name in an error or a log, and nothing of the machine that a file was written on.</summary>
public sealed partial class PrivacyTests
{
    private static readonly string[] ReadableIdentities =
        ["Handle", "SourceId", "ManagerSourceId", "Email", "Mail", "Address", "UserPrincipalName"];

    [Fact]
    public void Errors_and_logs_hold_no_address() => Assert.Empty(
        from message in Messages()
        from token in message.Node.DescendantTokens()
        where token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
        where token.ValueText.Contains('@')
        select $"{message.File.Place(token.GetLocation())} puts an '@' into an error or a log.");

    [Fact]
    public void Errors_and_logs_name_nobody() => Assert.Empty(
        from message in Messages()
        from hole in message.Node.DescendantNodes().OfType<InterpolationSyntax>()
        let name = LastName(hole.Expression)
        where ReadableIdentities.Contains(name, StringComparer.OrdinalIgnoreCase)
        select $"{message.File.Place(hole)} puts {name} into an error or a log; a pseudonymous key may stand there.");

    [Fact]
    public void Files_know_nothing_of_the_machine_they_were_written_on() => Assert.Empty(
        from path in Sources.TextFiles
        from found in MachinePath().Matches(Sources.Text(path))
        select $"{path} mentions {found.Value}");

    [Fact]
    public void Files_name_no_package_source() => Assert.Empty(
        from path in Sources.TextFiles
        where PackageSourceMarks.Any(mark => Sources.Text(path).Contains(mark, StringComparison.OrdinalIgnoreCase))
        select $"{path} names a package source; the machine's own configuration says where packages come from.");

    // Put together here, so that this file does not hold them itself.
    private static readonly string[] PackageSourceMarks =
        ["/v3/" + "index.json", "artifact" + "ory", "api.nuget" + ".org", "pkgs." + "dev.azure.com"];

    private static IEnumerable<(CSharpFile File, SyntaxNode Node)> Messages() =>
        from file in Sources.CSharpUnder("src")
        from node in file.Root.DescendantNodes()
        where IsMessage(node)
        select (file, node);

    private static bool IsMessage(SyntaxNode node) => node switch
    {
        BaseObjectCreationExpressionSyntax { Parent: ThrowStatementSyntax or ThrowExpressionSyntax } => true,
        ObjectCreationExpressionSyntax made => made.Type.ToString().EndsWith("Exception", StringComparison.Ordinal),
        InvocationExpressionSyntax call => LastName(call.Expression).StartsWith("Log", StringComparison.Ordinal),
        AttributeSyntax attribute => attribute.Name.ToString() == "LoggerMessage",
        _ => false,
    };

    private static string LastName(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
        IdentifierNameSyntax identifier => identifier.Identifier.Text,
        _ => "",
    };

    [GeneratedRegex(@"(?<![\w.\-/:*])(/(home|root|work|tmp|mnt|Users)/|[A-Z]:\\Users)")]
    private static partial Regex MachinePath();
}
