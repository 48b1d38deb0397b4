namespace InfluencerMap.Graph.Influence;

/// <summary>The ties of one period, with what they were made of.</summary>
/// <param name="Ties">
/// Between nodes, in ascending order. Undirected: each pair once, smaller node first, to be built with
/// <c>directed: false</c>.
/// </param>
/// <param name="Amounts">
/// Beside <paramref name="Ties"/>: decayed and diluted interactions, both directions together unless ties are directed.
/// </param>
/// <param name="Activity">How much was seen of each person.</param>
/// <param name="Counts">Pairs that made no tie, by reason.</param>
public sealed record TieStrengthResult(
    Tie[] Ties, double[] Amounts, Activity Activity, IReadOnlyList<HygieneCount> Counts);

/// <summary>How much was seen: decides who can be measured at all.</summary>
/// <param name="InteractionCountByNode">Interactions kept by hygiene that the person sent or received.</param>
/// <param name="DayCount">UTC days from the first interaction to the last, both included; 0 without any.</param>
public sealed record Activity(IReadOnlyList<int> InteractionCountByNode, int DayCount);

/// <summary>Many events, one weight a pair.</summary>
/// <remarks>
/// With x the amount of one direction, every interaction adding channel weight × role weight × 1 / audience ×
/// 2^(−age / half-life), age seen from the end of the period:
/// <c>strength = log(1 + x(u,v) + x(v,u)) · (0.5 + 0.5 · reciprocity)</c>,
/// <c>reciprocity = 2 · min(x(u,v), x(v,u)) / (x(u,v) + x(v,u))</c>; symmetric unless directed, when the log holds the
/// one direction. Amounts are rates: multiplied up for the days on which the two were not both there.
/// With <see cref="InfluenceOptions.CountOnly"/> a strength is the number of interactions.
/// </remarks>
public static class TieStrength
{
    /// <summary>Weighs what hygiene kept.</summary>
    /// <param name="kept">In any order; the same result to the bit for each.</param>
    /// <param name="people">The people of the graph; everyone in <paramref name="kept"/> is among them.</param>
    /// <param name="period">Its end is the instant that ages are counted from.</param>
    /// <param name="options">The rules.</param>
    /// <exception cref="ArgumentException">An interaction names someone outside the index.</exception>
    /// <remarks>
    /// Cost: O(n) for n interactions in the order of <see cref="HygieneResult.Kept"/>; else one sort and one copy.
    /// </remarks>
    public static TieStrengthResult Weigh(
        ReadOnlySpan<Interaction> kept, PersonIndex people, Period period, InfluenceOptions options)
    {
        var pairs = PairOrder.PairsOf(kept, people);
        if (!PairOrder.IsInOrder(kept, pairs))
        {
            var ordered = kept.ToArray();
            pairs = PairOrder.Sort(ordered, people);
            kept = ordered;
        }
        var presence = options.CountOnly ? null : new Presence(people, period, options.HalfLifeDays);
        var weigher = new Weigher(period, options);
        var ties = new TieList(options);
        for (int start = 0, end; start < pairs.Length; start = end)
        {
            end = PairOrder.EndOf(pairs, start);
            int u = (int)(pairs[start] >> 32), v = (int)pairs[start];
            var pair = weigher.Add(kept[start..end], people.People[u].Id);
            ties.Add(u, v, pair, presence, period.Days);
        }
        ties.SortDirected();
        return new(ties.Ties, ties.Amounts, ActivityOf(kept, people), ties.Counts);
    }

    private static Activity ActivityOf(ReadOnlySpan<Interaction> kept, PersonIndex people)
    {
        var countByNode = new int[people.Count];
        long first = long.MaxValue, last = long.MinValue;
        foreach (ref readonly var interaction in kept)
        {
            countByNode[people.NodeOf(interaction.Source)]++;
            countByNode[people.NodeOf(interaction.Target)]++;
            first = Math.Min(first, PairOrder.DayOf(interaction));
            last = Math.Max(last, PairOrder.DayOf(interaction));
        }
        return new(countByNode, kept.IsEmpty ? 0 : (int)(last - first + 1));
    }

    /// <summary>What two people did: amounts either way, and on how many days.</summary>
    private readonly record struct PairAmounts(double There, double Back, int DayCount)
    {
        public double Total => There + Back;

        public PairAmounts Times(double factor) => new(There * factor, Back * factor, DayCount);
    }

    private readonly struct Weigher(Period period, InfluenceOptions options)
    {
        private readonly double _decayPerTick =
            options.HalfLifeDays is { } halfLife ? -Math.Log(2) / (halfLife * TimeSpan.TicksPerDay) : 0;

        /// <summary>Adds up one pair's interactions in their order; "there" is from <paramref name="first"/>.</summary>
        public PairAmounts Add(ReadOnlySpan<Interaction> pair, int first)
        {
            double there = 0, back = 0;
            long day = -1;
            var dayCount = 0;
            foreach (ref readonly var interaction in pair)
            {
                var weight = options.CountOnly ? 1 : WeightOf(interaction);
                var bothWays = !options.CountOnly && interaction.Channel is Channel.Meeting or Channel.Call;
                if (bothWays || interaction.Source == first)
                    there += weight;
                if (bothWays || interaction.Source != first)
                    back += weight;
                if (PairOrder.DayOf(interaction) == day)
                    continue;
                day = PairOrder.DayOf(interaction);
                dayCount++;
            }
            return new(there, back, dayCount);
        }

        private double WeightOf(in Interaction interaction)
        {
            var role = interaction.Role switch { RecipientRole.To => 1, RecipientRole.Cc => 0.5, _ => 0 };
            var decay = Math.Exp(_decayPerTick * (period.To - interaction.At).Ticks);
            return options.Channels.Of(interaction.Channel) * role * decay / Math.Max(1, interaction.AudienceSize);
        }
    }

    /// <summary>Takes pairs in ascending order, keeps those that make a tie and counts the others.</summary>
    private sealed class TieList(InfluenceOptions options)
    {
        private readonly List<Tie> _ties = [];
        private readonly List<double> _amounts = [];
        private long _weightless, _fewDays, _oneWay;

        public Tie[] Ties { get; private set; } = [];

        public double[] Amounts { get; private set; } = [];

        public IReadOnlyList<HygieneCount> Counts =>
        [
            new("weightless", "pairs", _weightless, "Nothing but blind copies passed between the two."),
            new("few-days", "pairs", _fewDays, "The two were in touch on too few days to call it a tie."),
            new("one-way", "pairs", _oneWay, "Only one of the two ever wrote: a tie goes both ways."),
        ];

        public void Add(int u, int v, PairAmounts pair, Presence? presence, double periodDays)
        {
            var daysShare = presence is null ? 1 : presence.DaysTogether(u, v) / periodDays;
            if (pair.Total <= 0)
                _weightless++;
            else if (pair.DayCount < Math.Max(1, Math.Ceiling(options.DaysMin * daysShare)))
                _fewDays++;
            else if (options.ReciprocalOnly && (pair.There <= 0 || pair.Back <= 0))
                _oneWay++;
            else
                AddTies(u, v, presence is null ? pair : pair.Times(presence.FactorOf(u, v)));
        }

        private void AddTies(int u, int v, PairAmounts pair)
        {
            var reciprocity = 2 * Math.Min(pair.There, pair.Back) / pair.Total;
            if (!options.Directed)
                AddTie(u, v, pair.Total, reciprocity);
            if (options.Directed && pair.There > 0)
                AddTie(u, v, pair.There, reciprocity);
            if (options.Directed && pair.Back > 0)
                AddTie(v, u, pair.Back, reciprocity);
        }

        private void AddTie(int source, int target, double amount, double reciprocity)
        {
            var strength = options.CountOnly ? amount : Math.Log(1 + amount) * (0.5 + 0.5 * reciprocity);
            _ties.Add(new(source, target, strength));
            _amounts.Add(amount);
        }

        /// <summary>Pairs come in ascending order, but both directions of one side by side.</summary>
        public void SortDirected()
        {
            (Ties, Amounts) = ([.. _ties], [.. _amounts]);
            if (options.Directed)
                Array.Sort(Ties, Amounts, Comparer<Tie>.Create(
                    (a, b) => (a.Source, a.Target).CompareTo((b.Source, b.Target))));
        }
    }
}
