using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>Consent, for people.</summary>
internal static class ConsentReport
{
    /// <summary>Every act of one person.</summary>
    public static void Write(IReadOnlyList<ConsentRecord> acts, TextWriter output)
    {
        var console = TableOutput.On(output);
        if (acts.Count == 0)
        {
            console.WriteLine("Nothing is on record: in the graph, unnamed.");
            return;
        }
        var table = new Table().Border(TableBorder.Rounded);
        TableOutput.AddColumns(table, "said", "state", "external contacts", "text", "how", "written down by");
        foreach (var act in acts)
            table.AddRow(
                $"{act.At:yyyy-MM-dd HH:mm}", act.State?.Word ?? "–",
                act.ExternalContacts is { } may ? may ? "on" : "off" : "–",
                Markup.Escape(act.TextVersion), Markup.Escape(act.Channel), act.RecordedBy);
        console.Write(table);
    }

    /// <summary>How many are in which state.</summary>
    public static void Write(Consents consents, int unnamedCount, TextWriter output)
    {
        var console = TableOutput.On(output);
        var table = new Table().Border(TableBorder.Rounded);
        TableOutput.AddColumns(table, "state");
        TableOutput.AddNumberColumns(table, "people");
        table.AddRow(ConsentState.Excluded.Word, $"{consents.Excluded.Count:N0}");
        table.AddRow(ConsentState.InGraphAnonymous.Word, $"{unnamedCount:N0}");
        table.AddRow(ConsentState.Nameable.Word, $"{consents.Nameable.Count:N0}");
        console.Write(table);
        console.WriteLine($"External contacts: on for {consents.ExternalContacts.Count:N0}.");
    }
}
