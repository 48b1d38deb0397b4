using InfluencerMap.Cli.Reports;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Verbs.Identities;

/// <summary><c>influencermap identities review</c>: pairs for somebody to decide.</summary>
internal static class ReviewVerb
{
    public static Verb Create()
    {
        var store = SharedOptions.Store();
        var format = SharedOptions.Format();
        var verb = new Verb(
            "review", "Lists accounts and people that may be one, and those that a rule joined. Decides nothing.")
        {
            Examples = ["identities review", "identities review --format csv > review.csv"],
        };
        verb.Add(format);
        verb.Add(store);
        verb.SetAction(async (parsed, cancellation) =>
        {
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            IdentityReports.Write(
                await opened.Identities.ReviewAsync(cancellation), parsed.GetValue(format), Console.Out);
            return CommandLine.Done;
        });
        return verb;
    }
}
