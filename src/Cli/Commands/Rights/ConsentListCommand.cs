using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>How many people are in a state of consent.</summary>
internal sealed record ConsentStateLine([Shown("state")] string State, [Shown("people")] int People);

/// <summary>How many people are in each state; nobody in particular.</summary>
/// <param name="States">Every person is in one of them.</param>
/// <param name="ExternalContacts">For how many contacts outside the company may be taken in.</param>
internal sealed record ConsentCounts(ConsentStateLine[] States, int ExternalContacts);

/// <summary><c>influencermap consent list</c>: how many people are in which state; nobody in particular.</summary>
internal static class ConsentListCommand
{
    public static CliCommand Create() =>
        new CliCommand("list", "Counts the people in each state.")
        {
            Examples = ["consent list", "consent list --format json"],
        }.Reports(async (store, _, output, cancellation) =>
        {
            var consents = await store.Consents.ReadAsync(cancellation);
            var others = (await store.People.ReadAsync(cancellation)).Length - consents.Nameable.Count;
            ConsentStateLine[] states =
            [
                new(ConsentState.Excluded.Word, consents.Excluded.Count),
                new(ConsentState.InGraphAnonymous.Word, others),
                new(ConsentState.Nameable.Word, consents.Nameable.Count),
            ];
            var external = $"Consents to archives of outside contacts: {consents.ExternalContacts.Count:N0}.";
            output.Write(
                states, new ConsentCounts(states, consents.ExternalContacts.Count), [external], console =>
                {
                    ShownTable.Write(console, states);
                    console.WriteLine(external);
                });
        });
}
