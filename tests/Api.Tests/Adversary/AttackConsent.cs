using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// Goes for who agreed, and how many spoke: through entity tags, cohorts chosen from those who agreed, what is
/// refused there, and what changes between two readings.
/// </summary>
internal static partial class AttackConsent
{
    /// <summary>Numbers of acts and erasures that give the tag; null where none does.</summary>
    public static (int Acts, int Erasures)? ByTag(string? tag, string run)
    {
        for (var acts = 0; acts <= 400; acts++)
            for (var erasures = 0; erasures <= 40; erasures++)
                for (var rotations = 0; rotations <= 2; rotations++)
                {
                    var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{run} {acts} {erasures} {rotations}"));
                    if (tag?.Contains(Convert.ToHexStringLower(hash.AsSpan(0, 8)), StringComparison.Ordinal) == true)
                        return (acts, erasures);
                }
        return null;
    }

    /// <param name="Scores">Who is held to have agreed.</param>
    /// <param name="Listed">Whom cohorts from those who agreed held: that they agreed is what was asked for.</param>
    /// <param name="Count">How many agreed; null where nothing tells.</param>
    public sealed record Finding(Scores Scores, HashSet<string> Listed, int? Count);

    /// <param name="agreed">Asks with consent.</param>
    /// <param name="other">Asks without, for the difference.</param>
    /// <param name="keys">All keys.</param>
    public static async Task<Finding> ByCohortsAsync(Prober agreed, Prober other, string[] keys)
    {
        var (scores, listed, without) = (new Scores(), new HashSet<string>(), new HashSet<string>());
        var refused = await AskAsync(agreed, keys.Length / 2, 0, []);
        int? count = Count().Match(refused.Text) is { Success: true } match && refused.Status == 409
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;
        // Where refusals do not count, their limit does: the largest size that is not refused.
        var (low, high) = (0, keys.Length / 2);
        while (count is null && high - low > 1 && refused.Status == 409)
        {
            var middle = (low + high) / 2;
            var reply = await AskAsync(agreed, middle, 0, []);
            if (reply.Status is not (200 or 409))
                break;
            if (reply.IsOk)
                low = middle;
            else
                high = middle;
            listed.UnionWith(reply.Keys("members"));
            listed.UnionWith(reply.Keys("waitList"));
        }
        count ??= high - low == 1 && low > 0 ? low : null;
        foreach (var (size, wait) in new[] { (count ?? 20, 0), (5, 1000), (20, 20), (12, 12) })
        {
            var reply = await AskAsync(agreed, size, wait, []);
            var shown = reply.Keys("members").Concat(reply.Keys("waitList")).ToArray();
            listed.UnionWith(shown);
            if (reply.IsOk && shown.Length < size + wait && wait > 0)
                count ??= shown.Length;
            var open = await AskAsync(other, size, wait, [], null);
            without.UnionWith(open.Keys("members").Concat(open.Keys("waitList")));
        }
        // Then those who were not listed yet, in turn.
        for (var turn = 0; turn < 12; turn++)
        {
            var reply = await AskAsync(agreed, 10, 10, [.. listed.Take(32)]);
            listed.UnionWith(reply.Keys("members"));
            listed.UnionWith(reply.Keys("waitList"));
        }
        foreach (var key in keys)
            scores[key] = (listed.Contains(key) ? 1 : 0) - (!listed.Contains(key) && without.Contains(key) ? 0.5 : 0);
        return new(scores, listed, count);

        static Task<Reply> AskAsync(Prober lead, int size, int waitList, string[] exclude, string? consent = "nameable")
            => lead.PostAsync("/v1/cohorts", new
            {
                size, reach = "steps:1", anew = true, waitList, exclude, consent,
            });
    }

    /// <summary>Whether a person may be fixed in a cohort of those who agreed: else they did not.</summary>
    public static async Task<(Scores Scores, string[] Focus)> ByIncludingAsync(Func<Task<Prober>> caller, string[] keys)
    {
        var scores = new Scores();
        var turns = keys.Chunk(20).Take(2).ToArray();
        foreach (var turn in turns)
        {
            var lead = await caller();
            foreach (var key in turn)
            {
                var reply = await lead.PostAsync("/v1/cohorts", new
                {
                    size = 6, reach = "steps:1", anew = true, include = new[] { key }, consent = "nameable",
                });
                scores[key] = reply.IsOk ? 1 : reply.Status is 429 or 0 ? 0.5 : 0;
            }
        }
        return (scores, [.. turns.SelectMany(turn => turn)]);
    }

    /// <summary>Whether somebody spoke between two readings, from tags and from 304.</summary>
    /// <param name="hr">The caller.</param>
    /// <param name="company">Where in half of the rounds somebody says what they said before.</param>
    /// <param name="rounds">An even number.</param>
    public static async Task<Judge> ByChangesAsync(Prober hr, MadeCompany company, int rounds)
    {
        var changed = new List<(bool Spoke, double Seen)>();
        var tag = (await hr.GetAsync("/v1/rankings/latest?top=1")).Tag;
        var person = company.Nameable.Order().First();
        for (var round = 0; round < rounds; round++)
        {
            var speaks = Alternates(round);
            if (speaks)
                await company.SayAsync(person, ConsentState.Nameable);
            var reply = await hr.SendAsync(HttpMethod.Get, "/v1/rankings/latest?top=1", null, tag);
            changed.Add((speaks, reply.Status == 304 || reply.Tag == tag ? 0 : 1));
            tag = reply.Tag ?? tag;
        }
        var judge = new Judge { Independent = rounds };
        foreach (var spoke in changed.Where(one => one.Spoke))
            foreach (var silent in changed.Where(one => !one.Spoke))
                judge.Ask(spoke.Seen, silent.Seen);
        return judge;

        // As many times yes as no, in no plain order.
        static bool Alternates(int round) => int.IsOddInteger(System.Numerics.BitOperations.PopCount((uint)round));
    }

    [GeneratedRegex(@"(\d+) people to choose from")]
    private static partial Regex Count();
}
