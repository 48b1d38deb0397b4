using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>Professional families on a terminal: whether they are seen, heard and given seats.</summary>
internal static class FamilyTable
{
    public static void Write(IAnsiConsole console, FamilyLine[] families)
    {
        if (families.Length == 0)
            return;
        // In a small company all are too few, which then says nothing of any.
        var areSome = families.Any(family => Words(family.Reading) != TooFew);
        var shown = ShownTable.Write(
            console, from family in families
                     select new Row(
                         family.Family ?? "not known", family.People, family.Seen, family.Voice,
                         family.VoiceLow is { } low ? $"{low:0.00} – {family.VoiceHigh:0.00}" : null,
                         areSome ? Words(family.Reading) : null, family.Members, family.Seats),
            "--format json has all");
        foreach (var (header, words) in Legend)
            if (shown.Contains(header))
                console.WriteLine(words);
    }

    /// <summary>What a screen shows of a family.</summary>
    private sealed record Row(
        [Shown("family")] string Family, [Shown("people", 3)] int People,
        [Shown("seen", 4, Format = "0 %")] double Seen,
        [Shown("heard", 5, Format = "0.00")] double? Voice, [Shown("90 %", 1, Side = Side.Right)] string? Between,
        [Shown("that is", 6)] string? Reading, [Shown("members")] int Members,
        [Shown("against headcount", 2, Format = "+0;−0;0")] int Seats);

    private static readonly (string Header, string Words)[] Legend =
    [
        ("seen", "seen: share whom these sources measure."),
        ("heard", "heard: for its size among those seen, 1 = as large."),
        ("against headcount", "against headcount: members less the seats that its number of people would give."),
    ];

    private const string TooFew = "too few people";

    private static string Words(string reading) => reading switch
    {
        "heardMore" => "more than its size",
        "heardLess" => "less than its size",
        "asLarge" => "its size, or chance",
        "noInterval" => "not known: no intervals",
        "notSeen" => "not seen: ask",
        _ => TooFew,
    };
}
