namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// Draws questions from the truth, always the same ones, and puts them to an adversary's scores. All are symmetric: for
/// each question there is one with the same choices and the other answer, so that no guess from how common a choice is
/// gains anything.
/// </summary>
internal static class Questions
{
    private const int Most = 400;
    private const int Seed = 7;

    /// <summary>
    /// Is A tied to B or to C? And A2, tied the other way round? Whoever only knows who has many ties is right half of
    /// the time.
    /// </summary>
    /// <param name="company">The truth.</param>
    /// <param name="focus">People whose ties the adversary went for.</param>
    /// <param name="scores">What the adversary holds of pairs.</param>
    /// <param name="known">People alike in it are told apart by nothing permitted; null = nothing is permitted.</param>
    public static Judge Ties(
        MadeCompany company, IReadOnlyList<string> focus, Scores scores, Func<string, string>? known = null)
    {
        var random = new Random(Seed);
        var keys = company.Keys;
        // Whoever is tied to B but not to C, and the other way round, is found by looking at ties first.
        var tied = focus.ToDictionary(one => one, one => keys.Where(other => company.AreTied(one, other)).ToArray());
        var judge = new Judge { Independent = Math.Max(1, tied.Values.Sum(ties => ties.Length)) };
        // Who has nobody to go for holds nothing.
        if (focus.Count == 0)
            return judge;
        for (var attempt = 0; attempt < 40 * Most && judge.Questions < 2 * Most; attempt++)
        {
            var (a, a2) = (Draw(focus), Draw(focus));
            if (a == a2 || tied[a].Length == 0 || tied[a2].Length == 0)
                continue;
            var (b, c) = (Draw(tied[a]), Draw(tied[a2]));
            if (b == c || b == a2 || c == a || company.AreTied(a, c) || company.AreTied(a2, b))
                continue;
            if (known is not null && (known(a) != known(a2) || known(b) != known(c)))
                continue;
            judge.Ask(scores[a, b], scores[a, c]);
            judge.Ask(scores[a2, c], scores[a2, b]);
        }
        return judge;

        string Draw(IReadOnlyList<string> from) => from[random.Next(from.Count)];
    }

    /// <summary>Which of two values is A's, where the other is A2's? And the other way round.</summary>
    /// <param name="company">The truth.</param>
    /// <param name="targets">Keys that the adversary went for.</param>
    /// <param name="valueOf">What is asked for.</param>
    /// <param name="scores">What the adversary holds of key and value.</param>
    /// <param name="known">People alike in it are told apart by nothing permitted; null = nothing is permitted.</param>
    public static Judge Values(
        MadeCompany company, IReadOnlyList<string> targets, Func<StaffMember, string?> valueOf, Scores scores,
        Func<StaffMember, string>? known = null)
    {
        var random = new Random(Seed);
        var pairs = (
            from a in targets
            from a2 in targets
            where string.CompareOrdinal(a, a2) < 0
            let value = valueOf(company[a])
            let other = valueOf(company[a2])
            where value is not null && other is not null && value != other
            where known is null || known(company[a]) == known(company[a2])
            select (a, a2, value, other)).ToArray();
        random.Shuffle(pairs);
        var judge = new Judge { Independent = TwicePeople(pairs.SelectMany(one => new[] { one.a, one.a2 })) };
        foreach (var (a, a2, value, other) in pairs.Take(Most))
        {
            judge.Ask(scores[a, value], scores[a, other]);
            judge.Ask(scores[a2, other], scores[a2, value]);
        }
        return judge;
    }

    /// <summary>Which of two people stands higher?</summary>
    /// <param name="company">The truth.</param>
    /// <param name="targets">Keys that the adversary went for.</param>
    /// <param name="scores">The higher the score, the higher the adversary holds the place to be.</param>
    /// <param name="known">What is permitted to know, such as membership.</param>
    public static Judge Ranks(
        MadeCompany company, IReadOnlyList<string> targets, Scores scores, Func<string, string>? known = null)
    {
        var random = new Random(Seed);
        var pairs = (
            from a in targets
            from b in targets
            where company.Ranks.ContainsKey(a) && company.Ranks.ContainsKey(b) && company.Ranks[a] < company.Ranks[b]
            where known is null || known(a) == known(b)
            select (a, b)).ToArray();
        random.Shuffle(pairs);
        var judge = new Judge { Independent = TwicePeople(pairs.SelectMany(one => new[] { one.a, one.b })) };
        foreach (var (a, b) in pairs.Take(Most))
            judge.Ask(scores[a], scores[b]);
        return judge;
    }

    /// <summary>Which of two, one of those sought and one of the others, is sought?</summary>
    /// <param name="sought">Those of whom it holds.</param>
    /// <param name="others">Those of whom it does not.</param>
    /// <param name="scores">What the adversary holds.</param>
    /// <param name="known">What is permitted to know.</param>
    public static Judge Of(
        IReadOnlyCollection<string> sought, IReadOnlyCollection<string> others, Scores scores,
        Func<string, string>? known = null)
    {
        var pairs = (
            from a in sought
            from b in others
            where known is null || known(a) == known(b)
            select (a, b)).ToArray();
        // Each of the fewer is compared with all: there are three times as many questions worth their weight.
        var judge = new Judge { Independent = Math.Max(1, 3 * pairs.Select(one => one.a).Distinct().Count()) };
        foreach (var (a, b) in pairs)
            judge.Ask(scores[a], scores[b]);
        return judge;
    }

    /// <summary>
    /// All pairs of n people are worth no more than about 2n questions that do not hang together: the variance of
    /// Kendall's share of pairs in order is 1 / 9n, less than the 1 / 8n of 2n throws of a coin.
    /// </summary>
    private static int TwicePeople(IEnumerable<string> keys) => Math.Max(1, 2 * keys.Distinct().Count());
}
