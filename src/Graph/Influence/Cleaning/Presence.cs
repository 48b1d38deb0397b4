using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>
/// Which part of a period people were there for, so that an amount becomes a rate: absence and a late start never lower
/// a tie.
/// </summary>
/// <remarks>
/// An amount is multiplied by the weight of the whole period over the weight of the days on which both were there, a
/// day weighing what an interaction on it weighs after decay. Of part time it is the days of the week that both work.
/// </remarks>
internal sealed class Presence(
    PersonIndex people, Period period, double? halfLifeDays, WorkingDays workingDays)
{
    /// <summary>
    /// Days together below which the correction fades out: two days say too little to speak for six months.
    /// </summary>
    public const double DaysTogetherMin = 14;

    private readonly Stay[] _stays = [.. people.People.Select(p => StayOf(p, period))];
    private readonly double _periodDays = period.Days;

    /// <summary>Days of the period on which both were there.</summary>
    public double DaysTogether(Node u, Node v) => Together(u, v, static span => span.Length);

    /// <summary>The same as a share of the period, 0 … 1.</summary>
    public double ShareTogether(Node u, Node v) => DaysTogether(u, v) / _periodDays;

    /// <summary>Those of them between two days of the period, counted from its beginning.</summary>
    public double DaysTogether(Node u, Node v, double from, double to) =>
        Together(u, v, span => span.Intersect(new(from, to)).Length);

    /// <summary>
    /// What the pair's amounts are multiplied by: 1 for two people who were there all the time, never less.
    /// </summary>
    public double FactorOf(Node u, Node v)
    {
        var days = DaysTogether(u, v);
        if (days <= 0 || days >= _periodDays)
            return 1;
        var rate = WeightOf(new(0, _periodDays)) / Together(u, v, WeightOf);
        return Math.Max(1, rate * Math.Min(1, days / Math.Min(DaysTogetherMin, _periodDays)));
    }

    private double Together(Node u, Node v, Func<Span, double> measure)
    {
        var common = _stays[u].Present.Intersect(_stays[v].Present);
        var awayU = common.Intersect(_stays[u].Absent);
        var awayV = common.Intersect(_stays[v].Absent);
        return workingDays.ShareTogether(u, v)
            * (measure(common) - measure(awayU) - measure(awayV) + measure(awayU.Intersect(awayV)));
    }

    /// <summary>Integral of the decay over the span, in days of full weight.</summary>
    private double WeightOf(Span span)
    {
        if (halfLifeDays is not { } halfLife)
            return span.Length;
        return halfLife / Math.Log(2) * (Faded(span.To) - Faded(span.From));

        double Faded(double day) => Math.Exp(-Math.Log(2) * (_periodDays - day) / halfLife);
    }

    private static Stay StayOf(Person person, Period period)
    {
        var whole = new Span(0, period.Days);
        var present = new Span(
            DayOf(person.Start, double.NegativeInfinity), DayOf(person.Leave, double.PositiveInfinity));
        var absent = person.AbsentFrom is null
            ? default
            : new Span(DayOf(person.AbsentFrom, 0), DayOf(person.AbsentTo, double.PositiveInfinity));
        return new(whole.Intersect(present), whole.Intersect(absent));

        double DayOf(DateOnly? date, double otherwise) => date is { } day
            ? (day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - period.From).TotalDays
            : otherwise;
    }

    private readonly record struct Stay(Span Present, Span Absent);

    /// <summary>Days since the period began; empty when it does not end after it begins.</summary>
    private readonly record struct Span(double From, double To)
    {
        public double Length => To - From;

        public Span Intersect(Span other)
        {
            var from = Math.Max(From, other.From);
            return new(from, Math.Max(from, Math.Min(To, other.To)));
        }
    }
}
