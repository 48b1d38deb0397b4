using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>How a file is laid out: as the options say, or as they said when it was saved under a name.</summary>
/// <param name="csv">The options of the same command.</param>
/// <param name="purpose">What the files hold: people or interactions.</param>
internal sealed partial class MappingOptions(CsvOptions csv, string purpose)
{
    private readonly Option<string?> _as = new("--as")
    {
        Description = "Saves the layout that the other options give under a name; without them, takes it from there.",
        HelpName = "name",
        Validators =
        {
            result =>
            {
                if (result.Tokens is [var name] && !Name().IsMatch(name.Value))
                    result.AddError("--as: a name has 1 … 40 letters, digits, dots, hyphens and underscores.");
            },
        },
    };

    public IEnumerable<Option> All => [.. csv.All, _as];

    /// <exception cref="FailedException">There is no such mapping, or it is of other files.</exception>
    public async Task<CsvFormat> ReadAsync(ParseResult parsed, Store store, CancellationToken cancellation)
    {
        var given = csv.Read(parsed);
        if (parsed.GetValue(_as) is not { } name || csv.LayoutGiven(parsed).Count > 0)
            return given;
        var saved = await store.Mappings.FindAsync(name, cancellation)
            ?? throw new FailedException($"There is no mapping '{name}'. "
                + ((await store.Mappings.ReadAsync(cancellation)) is { Length: > 0 } all
                    ? $"There are {string.Join(", ", all.Select(mapping => mapping.Name))}."
                    : "Give it with --map and the other options first, and it is saved under that name."));
        if (saved.Purpose != purpose)
            throw new FailedException($"The mapping '{name}' is of files of {saved.Purpose}, not of {purpose}.");
        var layout = CsvOptions.Parse(JsonSerializer.Deserialize<string[]>(saved.Options)!);
        return layout with { Where = given.Where, MaxBadRows = given.MaxBadRows };
    }

    /// <summary>Keeps the layout that was given, now that a file of it was taken in.</summary>
    public async Task KeepAsync(ParseResult parsed, Store store, CancellationToken cancellation)
    {
        if (parsed.GetValue(_as) is not { } name || csv.LayoutGiven(parsed) is not { Count: > 0 } words)
            return;
        await store.Mappings.SaveAsync(
            new(name, purpose, JsonOutput.Text(words), TimeProvider.System.GetUtcNow().UtcDateTime), cancellation);
        Progress.Say($"Saved the layout: --as {name} takes it from now on.");
    }

    [GeneratedRegex(@"^[\p{L}\d._-]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
