using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>Takes pairs in ascending order, keeps those that make a tie and counts the others.</summary>
internal sealed class TieList(WeighingOptions options, Presence? presence, int dayCount)
{
    /// <summary>Days of data from which a tie needs all of <see cref="WeighingOptions.DaysEachWay"/>.</summary>
    private const double FullDays = 56;

    private readonly double _daysEachWay = options.DaysEachWay * Math.Min(1, dayCount / FullDays);
    private readonly List<Tie> _ties = [];
    private readonly List<double> _amounts = [];
    private readonly RuleCount
        _rated = new("rates", "pairs"),
        _weightless = new("weightless", "pairs"),
        _fewDays = new("few-days", "pairs"),
        _oneWay = new("one-way", "pairs"),
        _unbalanced = new("balance", "pairs");

    public IReadOnlyList<HygieneCount> Counts =>
        [_rated.Count, _weightless.Count, _fewDays.Count, _oneWay.Count, _unbalanced.Count];

    public void Add(Node u, Node v, PairAmounts pair)
    {
        var rates = options.Rates ? presence : null;
        var share = rates is null ? 1 : rates.ShareTogether(u, v);
        if (pair.Total <= 0)
            _weightless.Add(u, v);
        else if (pair.DayCount < DaysOf(options.DaysMin, share))
            _fewDays.Add(u, v);
        else if (options.ReciprocalOnly && !(pair.IsAnswered && pair.DaysEachWay >= _daysEachWay * share))
            _oneWay.Add(u, v);
        else
            AddTies(u, v, pair, rates?.FactorOf(u, v) ?? 1);
    }

    /// <summary>At least one day, in proportion to the part of the period that two people share.</summary>
    private static double DaysOf(int days, double share) => Math.Max(1, Math.Ceiling(days * share));

    private void AddTies(Node u, Node v, PairAmounts pair, double rate)
    {
        if (rate != 1)
            _rated.Add(u, v);
        if (options.Balance > 0 && pair.Reciprocity < 1)
            _unbalanced.Add(u, v);
        var (there, back) = (pair.There.Amount * rate, pair.Back.Amount * rate);
        if (!options.Directed)
            AddTie(u, v, options.ReciprocalOnly ? 2 * Math.Min(there, back) : there + back, pair.Reciprocity);
        if (options.Directed && there > 0)
            AddTie(u, v, there, pair.Reciprocity);
        if (options.Directed && back > 0)
            AddTie(v, u, back, pair.Reciprocity);
    }

    private void AddTie(Node source, Node target, double amount, double reciprocity)
    {
        var balance = 1 - options.Balance + options.Balance * reciprocity;
        _ties.Add(new(source, target, options.CountOnly ? amount : Math.Log(1 + amount) * balance));
        _amounts.Add(amount);
    }

    /// <summary>The ties in ascending order, with their amounts: pairs come so, but both directions together.</summary>
    public (Tie[] Ties, double[] Amounts) Sorted()
    {
        Tie[] ties = [.. _ties];
        double[] amounts = [.. _amounts];
        if (options.Directed)
            Array.Sort(ties, amounts, Comparer<Tie>.Create(
                (a, b) => (a.Source, a.Target).CompareTo((b.Source, b.Target))));
        return (ties, amounts);
    }
}
