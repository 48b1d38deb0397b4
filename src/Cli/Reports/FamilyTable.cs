using Spectre.Console;

namespace InfluencerMap.Cli.Reports;

/// <summary>Professional families on a terminal: whether they are seen, heard and given seats.</summary>
internal static class FamilyTable
{
    public static void Write(IAnsiConsole console, FamilyLine[] families)
    {
        if (families.Length == 0)
            return;
        var table = new Table().Border(TableBorder.Rounded);
        TableOutput.AddColumns(table, "family");
        TableOutput.AddNumberColumns(table, "people", "seen", "heard", "90 %");
        TableOutput.AddColumns(table, "that is");
        TableOutput.AddNumberColumns(table, "members", "against headcount");
        foreach (var family in families)
            table.AddRow(
                Markup.Escape(family.Family ?? "not known"), $"{family.People:N0}", $"{100 * family.Seen:0} %",
                family.Voice is { } voice ? $"{voice:0.00}" : "–",
                family.VoiceLow is { } low ? $"{low:0.00} – {family.VoiceHigh:0.00}" : "–", Words(family.Reading),
                $"{family.Members:N0}", $"{family.Seats:+0;-0;0}");
        console.Write(table);
        console.WriteLine("seen: share whom these sources measure. heard: for its size among those seen, 1 = as large. "
            + "against headcount: members less the seats that its number of people would give.");
    }

    private static string Words(string reading) => reading switch
    {
        "heardMore" => "more than its size",
        "heardLess" => "less than its size",
        "asLarge" => "its size, or chance",
        "noInterval" => "not known: no intervals",
        "notSeen" => "not seen: ask",
        _ => "too few people",
    };
}
