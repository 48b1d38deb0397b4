namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// Tries keys that no answer shows any more, in every place that takes one, and sets what comes back beside what comes
/// back for a key that never was: words, and how long they took.
/// </summary>
internal static class AttackKeys
{
    public sealed record Finding(Scores ByWords, double[] TookExcluded, double[] TookOthers);

    /// <param name="ask">Asks about one key.</param>
    /// <param name="excluded">Keys of people who are excluded.</param>
    /// <param name="others">Keys of people who left or were erased.</param>
    /// <param name="repeats">How often each is asked, for the time.</param>
    public static async Task<Finding> RunAsync(
        Func<string, Task<Reply>> ask, string[] excluded, string[] others, int repeats)
    {
        var scores = new Scores();
        var never = (await ask("00000000000fffff")).Fingerprint;
        var (slow, quick) = (new List<double>(), new List<double>());
        for (var repeat = 0; repeat < repeats; repeat++)
            foreach (var (one, other) in excluded.Zip(others))
                // In turn, so that what else the machine does falls on both alike.
                foreach (var key in repeat % 2 == 0 ? new[] { one, other } : [other, one])
                {
                    var reply = await ask(key);
                    // One digit more would differ by the key itself.
                    scores[key] = reply.Fingerprint.Replace(key, "", StringComparison.Ordinal) == never ? 0 : 1;
                    (key == one ? slow : quick).Add(reply.Took.TotalMilliseconds);
                }
        return new(scores, [.. slow], [.. quick]);
    }

    /// <summary>
    /// By ranks: how far two samples of times are from being one, in standard deviations. What a busy machine adds to a
    /// few of them moves it little.
    /// </summary>
    public static double Apart(double[] ones, double[] others)
    {
        if (ones.Length == 0 || others.Length == 0)
            return 0;
        var above = ones.Sum(one => others.Sum(other => one > other ? 1 : one == other ? 0.5 : 0));
        double pairs = (double)ones.Length * others.Length;
        return (above - pairs / 2) / Math.Sqrt(pairs * (ones.Length + others.Length + 1) / 12);
    }
}
