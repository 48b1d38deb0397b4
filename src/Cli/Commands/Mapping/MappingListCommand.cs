using System.Text.Json;
using InfluencerMap.Collectors;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>A saved layout in a list.</summary>
/// <param name="Name">By which imports take it.</param>
/// <param name="FilesOf">What the files hold: people or interactions.</param>
/// <param name="Options">As a command line has them.</param>
/// <param name="SavedAt">UTC.</param>
internal sealed record MappingLine(
    [Shown("name")] string Name, [Shown("files of")] string FilesOf, [Shown("options")] string Options,
    [Shown("saved", Format = "yyyy-MM-dd")] DateTime SavedAt);

/// <summary><c>influencermap mapping list</c>: which layouts are saved.</summary>
internal static class MappingListCommand
{
    public static CliCommand Create() =>
        new CliCommand("list", "Lists the layouts: name, what the files hold, options.")
        {
            Examples = ["mapping list", "mapping list --format json"],
        }.Reports(async (store, _, output, cancellation) => output.Write(
            Array.ConvertAll(await store.Mappings.ReadAsync(cancellation), LineOf),
            none: "No layout is saved. Save one with an import: --map and other options, and --as NAME."));

    private static MappingLine LineOf(SavedMapping mapping) => new(
        mapping.Name, mapping.Purpose,
        string.Join(' ', JsonSerializer.Deserialize<string[]>(mapping.Options)!.Select(CsvFormat.ForShell)),
        mapping.At);
}
