using System.Text.Json;
using InfluencerMap.Collectors;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Reports;

/// <summary>What became of items of a source, as the store keeps it and as people read it.</summary>
internal static class OutcomeWords
{
    private static readonly Dictionary<string, string> ReasonByCode =
        new(Enum.GetValues<Outcome>().ToDictionary(Code, Reason))
        {
            [CollectionOutcome.PastRetention] = "older than raw events may be kept; dropped",
            [CollectionOutcome.Erased] = "of people who were erased; left out",
        };

    public static string Code(Outcome outcome) => JsonNamingPolicy.CamelCase.ConvertName($"{outcome}");

    /// <summary>Why, in a few words; the code itself where a later version wrote it.</summary>
    public static string Reason(string code) => ReasonByCode.GetValueOrDefault(code, code);

    private static string Reason(Outcome outcome) => outcome switch
    {
        Outcome.Delegated => "sent by somebody else for the one credited; counted",
        Outcome.Removed => "gone from their folder; what was stored of them stays",
        Outcome.Unreadable => "without an id, an instant or anyone who acted",
        Outcome.Draft => "drafts, not sent",
        Outcome.Automatic => "invitations, answers to them and notices of the system",
        Outcome.Program => "written by a program",
        Outcome.Outsider => "by somebody who is no member of the tenant",
        Outcome.Deleted => "withdrawn by their author",
        Outcome.Copy => "copies of those invited; the organiser's own counts",
        Outcome.Private => "marked personal, private or confidential",
        Outcome.Cancelled => "called off",
        Outcome.Long => "all-day, or longer than eight hours",
        Outcome.NotBusy => "not shown as busy",
        Outcome.NotOver => "not over yet",
        Outcome.Undelivered => "not delivered, or a list whose members have rows of their own",
        Outcome.NoCaller => "calls of more than two without their organiser",
        _ => "counted",
    };
}
