using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>What one of two people did towards the other.</summary>
/// <param name="Amount">Weighed interactions.</param>
/// <param name="Days">
/// Days on which the other was addressed, not only copied; one on which it was among k people counts 1 / k.
/// </param>
internal readonly record struct Side(double Amount, double Days);

/// <summary>What two people did: either way, on how many days, and whether one answered in time.</summary>
internal readonly record struct PairAmounts(Side There, Side Back, int DayCount, bool IsAnswered)
{
    public double Total => There.Amount + Back.Amount;

    public double Reciprocity => 2 * Math.Min(There.Amount, Back.Amount) / Total;

    public double DaysEachWay => Math.Min(There.Days, Back.Days);
}

/// <summary>Adds up the interactions of pair after pair, and counts what rules weighed otherwise.</summary>
internal sealed class PairWeigher(
    Period period, WeighingOptions options, Presence? presence, Heard? heard)
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
        var (there, back) = (new Sum(), new Sum());
        long day = -1;
        var dayCount = 0;
        var isAnswered = false;
        foreach (ref readonly var interaction in pair)
        {
            var part = PartOf(interaction, interaction.Source == first ? u : v);
            var weight = options.CountOnly ? 1 : part * WeightOf(interaction, u, v);
            var bothWays = interaction.Channel is Channel.Meeting or Channel.Call;
            if (bothWays || interaction.Source == first)
                there.Add(interaction, weight, part);
            if (bothWays || interaction.Source != first)
                back.Add(interaction, weight, part);
            isAnswered |= there.LastDay >= 0 && back.LastDay >= 0 && IsInTime(there.LastDay, back.LastDay, u, v);
            var today = PairOrder.DayOf(interaction);
            dayCount += today == day ? 0 : 1;
            day = today;
        }
        return new(there.Side, back.Side, dayCount, isAnswered);
    }

    /// <summary>One direction, summed up. A copy adds to the amount, but answers nothing.</summary>
    private struct Sum()
    {
        private double _amount, _days, _today;

        public long LastDay { get; private set; } = long.MinValue;

        public readonly Side Side => new(_amount, _days + _today);

        public void Add(in Interaction<PersonId> interaction, double weight, double part)
        {
            _amount += weight;
            if (weight <= 0 || interaction.Role == RecipientRole.Cc)
                return;
            var today = PairOrder.DayOf(interaction);
            if (today != LastDay)
                (_days, _today, LastDay) = (_days + _today, 0, today);
            _today = Math.Max(_today, part);
        }
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

    /// <summary>Which part was said to the one recipient: less of round mail that hardly anybody answers.</summary>
    private double PartOf(in Interaction<PersonId> interaction, Node sender)
    {
        if (!options.Dilution || interaction.AudienceSize <= 1)
            return 1;
        var isRound = interaction.Channel is not (Channel.Meeting or Channel.Call);
        return (isRound ? heard?.ShareOf(sender) ?? 1 : 1) / interaction.AudienceSize;
    }

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
        if (options.Dilution && interaction.AudienceSize > 1)
            _diluted.Add(u, v);
        var credit = interaction.Part switch
        {
            CreditPart.Delegate => options.DelegateShare,
            CreditPart.Principal => 1 - options.DelegateShare,
            _ => 1,
        };
        return credit * units * channel * role * Math.Exp(_decayPerTick * age.Ticks);
    }

    /// <summary>How many interactions one stands for by its length: not 1 for meetings alone.</summary>
    private double UnitsOf(in Interaction<PersonId> interaction) =>
        interaction is { Channel: Channel.Meeting, Minutes: > 0 and var minutes }
            && options.MeetingUnitMinutes is { } unit
            ? minutes / unit
            : 1;
}
