using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap consent</c>: writes down what people said of their own data, or shows it.</summary>
internal static class ConsentCommand
{
    /// <summary>The role of whoever is at the store's own command line.</summary>
    public const string RecordedBy = "operator";

    public static CliCommand Create()
    {
        var person = PersonLookup.Argument();
        var state = Options.Of<string?>(
            "--state", null, "excluded: in no graph and no result. unnamed: by key only, as for all who said "
                + "nothing. nameable: may be named to those with the right.");
        state.AcceptOnlyFromAmong([.. ConsentWords.All]);
        var external = Options.Of<string?>(
            "--external-contacts", null, "Whether archives of the person's contacts outside the company may be taken "
                + "in.");
        external.AcceptOnlyFromAmong("on", "off");
        var textVersion = Options.Of<string?>(
            "--text-version", "version", "Version of the text that the person read.");
        var channel = Options.Of<string?>(
            "--channel", "how", "How the person said so: a form, a letter. Only people themselves can agree.");
        var output = new OutputOptions();
        var store = SharedOptions.Store();
        return new CliCommand(
            "consent", "Writes down what a person said of their own data; without options, shows it.",
            [person, state, external, textVersion, channel, .. output.All, store, ConsentImportCommand.Create(),
                ConsentListCommand.Create()])
        {
            Examples =
            [
                "consent 45 --state excluded",
                "consent 45 --state nameable --text-version 2026-1 --channel \"signed form\"",
                "consent 45 --external-contacts on --text-version 2026-1 --channel \"signed form\"",
                "consent 45",
                "consent import consents.csv",
                "consent list",
            ],
        }.Does(async (parsed, cancellation) =>
        {
            var choice = output.Read(parsed);
            await using var opened = await Store.OpenToWriteAsync(parsed.GetRequiredValue(store), cancellation);
            var id = await PersonLookup.RequireAsync(opened, parsed.GetRequiredValue(person), cancellation);
            var (word, contacts) = (parsed.GetValue(state), parsed.GetValue(external));
            if (word is null && contacts is null)
            {
                choice.Write(
                    [.. (await opened.Consents.HistoryAsync(id, cancellation)).Select(ConsentLine.Of)],
                    "Nothing is on record: in the graph, unnamed.");
                return;
            }
            var act = Act(id, word, contacts, parsed.GetValue(textVersion), parsed.GetValue(channel));
            await ConsentActs.RecordAsync(
                opened, [act],
                keys => OperatorAudit.WriteAsync(opened, "consent", $"text={act.TextVersion}", keys, cancellation),
                cancellation);
            Progress.Say("Written down. Results heed it from the next request on, the graph from the next run.");
        });
    }

    private static ConsentRecord Act(PersonId personId, string? word, string? contacts, string? text, string? channel)
    {
        var agrees = word == ConsentState.Nameable.Word || contacts == "on";
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new()
        {
            PersonId = personId,
            State = word is null ? null : ConsentWords.Parse(word),
            ExternalContacts = contacts is null ? null : contacts == "on",
            TextVersion = Required(text, "--text-version", agrees),
            At = now,
            Channel = Required(channel, "--channel", agrees),
            RecordedBy = RecordedBy,
            RecordedAt = now,
        };
    }

    /// <summary>Who agrees has read something and said so somehow; who objects need not say why or how.</summary>
    private static string Required(string? text, string option, bool agrees) =>
        text ?? (agrees
            ? throw new UsageException($"Agreement needs {option}: only people themselves can agree.")
            : "not stated");
}
