using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>Small made things that the tests vary with <c>with</c>.</summary>
internal static class Made
{
    /// <summary>How many rows an append stored, and how many were there already.</summary>
    public static (long Stored, long AlreadyThere) Counts(AppendResult result) => (result.Stored, result.AlreadyThere);

    /// <summary>As nights read lists when nobody says otherwise.</summary>
    public static int ListMembersMax => InfluenceOptions.Default.ListMembersMax;

    public static readonly DateTime Noon = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    public static readonly Period March = new(
        new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc));

    public static DirectoryEntry Entry(string id, string? manager = null) =>
        new() { SourceId = id, Spelling = id, Key = "key-" + id, ManagerSourceId = manager };

    public static Interaction<AccountId> Mail(
        int source, int target, int minute = 0, long eventId = 0, int audience = 0) => new(
        eventId == 0 ? 1_000_000L * source + minute : eventId, Noon.AddMinutes(minute), new(source), new(target),
        Channel.Mail, RecipientRole.To, audience);

    /// <summary>The same between people who have the numbers of their accounts.</summary>
    public static Interaction<PersonId> OfPeople(Interaction<AccountId> row) => new(
        row.EventId, row.At, new(row.Source.Value), new(row.Target.Value), row.Channel, row.Role, row.AudienceSize)
    {
        Minutes = row.Minutes,
    };

    public static Account[] Accounts(params string[] handles) =>
        [.. handles.Select((handle, i) => new Account(new(i + 1), handle))];

    public static Run Run(string id, DateTime? at = null) => new()
    {
        Id = id,
        Period = March,
        Options = InfluenceOptions.Default,
        InputHash = "input",
        OptionsHash = "options",
        CodeVersion = "0.1.0",
        PublishedAt = at ?? Noon,
        PersonCount = 3,
        RankedCount = 2,
        InteractionCount = 7,
        TieCount = 2,
        Steps = [new("read", 12), new("rank", 345)],
    };

    public static RankedPerson Ranked(int personId, int? rank) => new()
    {
        PersonId = new(personId),
        Rank = rank,
        Score = 1.0 / (personId + 1),
        BetweennessShare = 0.1 + 0.2,
        ReachShare = 1.0 / 3,
        PageRankShare = 2.2250738585072014E-308,
        Betweenness = 1e300,
        BetweennessPercentile = 0.5,
        ReachTwoSteps = 3,
        ReachTwoStepsShare = 1,
        HarmonicCloseness = 2.5,
        PageRank = 0.25,
        Degree = 2,
        Strength = 1.75,
        Level = 4,
        DirectReports = 0,
        ChartPlace = 9,
        Surprise = null,
    };

    public static async IAsyncEnumerable<T> Stream<T>(params IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            await Task.CompletedTask;
            yield return item;
        }
    }
}
