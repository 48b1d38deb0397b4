using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>What two people did: amounts either way, on how many days, and whether one answered in time.</summary>
internal readonly record struct PairAmounts(double There, double Back, int DayCount, bool IsAnswered)
{
    public double Total => There + Back;

    public double Reciprocity => 2 * Math.Min(There, Back) / Total;

    public PairAmounts Times(double factor) => this with { There = There * factor, Back = Back * factor };
}

/// <summary>Adds up the interactions of pair after pair, and counts what rules weighed otherwise.</summary>
internal sealed class PairWeigher(Period period, WeighingOptions options, Presence? presence)
{
    private readonly double _decayPerTick =
        options.HalfLifeDays is { } halfLife ? -Math.Log(2) / (halfLife * TimeSpan.TicksPerDay) : 0;

    private readonly RuleCount
        _diluted = new("dilution", "interactions"),
        _byRole = new("roles", "interactions"),
        _byChannel = new("channels", "interactions"),
        _byMinutes = new("meeting-minutes", "interactions"),
        _faded = new("recency", "interactions");

    public IReadOnlyList<HygieneCount> Counts =>
        [_diluted.Count, _byRole.Count, _byChannel.Count, _byMinutes.Count, _faded.Count];

    /// <summary>Adds up one pair's interactions in their order; "there" is from <paramref name="first"/>.</summary>
    public PairAmounts Add(ReadOnlySpan<Interaction<PersonId>> pair, Node u, Node v, PersonId first)
    {
        double there = 0, back = 0;
        long day = -1, dayThere = long.MinValue, dayBack = long.MinValue;
        var dayCount = 0;
        var isAnswered = false;
        foreach (ref readonly var interaction in pair)
        {
            var weight = options.CountOnly ? 1 : WeightOf(interaction, u, v);
            var bothWays = interaction.Channel is Channel.Meeting or Channel.Call;
            var today = PairOrder.DayOf(interaction);
            if (bothWays || interaction.Source == first)
            {
                there += weight;
                dayThere = weight > 0 ? today : dayThere;
            }
            if (bothWays || interaction.Source != first)
            {
                back += weight;
                dayBack = weight > 0 ? today : dayBack;
            }
            isAnswered |= dayThere >= 0 && dayBack >= 0 && IsInTime(dayThere, dayBack, u, v);
            dayCount += today == day ? 0 : 1;
            day = today;
        }
        return new(there, back, dayCount, isAnswered);
    }

    private bool IsInTime(long dayThere, long dayBack, Node u, Node v)
    {
        if (options.ReciprocityDays is not { } most || Math.Abs(dayThere - dayBack) <= most)
            return true;
        var from = FromBeginning(Math.Min(dayThere, dayBack));
        var to = FromBeginning(Math.Max(dayThere, dayBack));
        return options.Rates && presence?.DaysTogether(u, v, from, to) <= most;
    }

    private double FromBeginning(long day) => day - (double)period.From.Ticks / TimeSpan.TicksPerDay;

    private double WeightOf(in Interaction<PersonId> interaction, Node u, Node v)
    {
        var role = options.Roles.Of(interaction.Role);
        if (role != options.Roles.To)
            _byRole.Add(u, v);
        var channel = options.Channels.Of(interaction.Channel);
        if (channel != options.Channels.Mail)
            _byChannel.Add(u, v);
        var units = UnitsOf(interaction);
        if (units != 1)
            _byMinutes.Add(u, v);
        var age = period.To - interaction.At;
        if (age.TotalDays > options.HalfLifeDays)
            _faded.Add(u, v);
        var audience = options.Dilution ? Math.Max(1, interaction.AudienceSize) : 1;
        if (audience > 1)
            _diluted.Add(u, v);
        var part = interaction.Part switch
        {
            CreditPart.Delegate => options.DelegateShare,
            CreditPart.Principal => 1 - options.DelegateShare,
            _ => 1,
        };
        return part * units * channel * role * Math.Exp(_decayPerTick * age.Ticks) / audience;
    }

    /// <summary>How many interactions one stands for by its length: not 1 for meetings alone.</summary>
    private double UnitsOf(in Interaction<PersonId> interaction) =>
        interaction is { Channel: Channel.Meeting, Minutes: > 0 and var minutes }
            && options.MeetingUnitMinutes is { } unit
            ? minutes / unit
            : 1;
}
