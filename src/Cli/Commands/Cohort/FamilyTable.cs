using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>Professional families on a terminal: whether they are seen, heard and given seats.</summary>
internal static class FamilyTable
{
    public static void Write(IAnsiConsole console, FamilyLine[] families)
    {
        if (families.Length == 0)
            return;
        var table = new ShownTable()
            .Text("family").Number("people", 3).Number("seen", 4).Number("heard", 5).Number("90 %", 1)
            .Text("that is", 6).Number("members").Number("against headcount", 2);
        // In a small company all are too few, which then says nothing of any.
        var areSome = families.Any(family => Words(family.Reading) != TooFew);
        foreach (var family in families)
            table.Row(
                family.Family ?? "not known", $"{family.People:N0}", $"{100 * family.Seen:0} %",
                family.Voice is { } voice ? $"{voice:0.00}" : null,
                family.VoiceLow is { } low ? $"{low:0.00} – {family.VoiceHigh:0.00}" : null,
                areSome ? Words(family.Reading) : null, $"{family.Members:N0}", $"{family.Seats:+0;−0;0}");
        var shown = table.Write(console, "--format json has all");
        foreach (var (header, words) in Legend)
            if (shown.Contains(header))
                console.WriteLine(words);
    }

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
