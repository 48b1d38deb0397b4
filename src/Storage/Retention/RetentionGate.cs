using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>How far back raw events may reach at an instant, by channel: one rule at import and read.</summary>
public sealed class RetentionGate
{
    private readonly RetentionSetting? _setting;
    private readonly DateTime _now;
    private readonly int[] _daysByChannel;
    private readonly DateTime[] _beginByChannel;
    private readonly int _allowedDays;

    /// <param name="setting">What the operator chose; null = no profile, and no limit.</param>
    /// <param name="agreements">Every agreement on record.</param>
    /// <param name="now">UTC.</param>
    public RetentionGate(RetentionSetting? setting, IReadOnlyList<Agreement> agreements, DateTime now)
    {
        (_setting, _now) = (setting, now);
        var channels = Enum.GetValues<Channel>();
        _daysByChannel = new int[1 + (int)channels.Max()];
        foreach (var channel in channels)
        {
            var allowed = setting is null ? int.MaxValue : agreements
                .Where(agreement => agreement.Covers(channel, now)).Select(agreement => agreement.MaxDays)
                .Append(RetentionProfile.Named(setting.Profile).RawDaysMax).Max();
            _allowedDays = Math.Max(_allowedDays, allowed);
            _daysByChannel[(int)channel] = Math.Min(setting?.RawDays ?? int.MaxValue, allowed);
        }
        _beginByChannel = Array.ConvertAll(
            _daysByChannel, days => days == int.MaxValue ? DateTime.MinValue : now.AddDays(-days));
    }

    /// <summary>Whether there is a limit.</summary>
    public bool IsSet => _setting is not null;

    /// <summary>Name of the profile; null where there is no limit.</summary>
    public string? Profile => _setting?.Profile;

    /// <summary>Days for which the longest-kept channel may be kept.</summary>
    public int DaysMax => Enum.GetValues<Channel>().Max(channel => _daysByChannel[(int)channel]);

    /// <summary>
    /// Days of a window that ends with the beginning of today: none of its events passes the limit before midnight.
    /// </summary>
    public int WindowDaysMax => DaysMax == int.MaxValue ? int.MaxValue : DaysMax - 1;

    /// <summary>
    /// Days for which runs are kept, with rankings, ties and cohorts: as many as raw events, unless more were chosen
    /// that an agreement allows or a recorded reason bears.
    /// </summary>
    public int AggregateDays => _setting switch
    {
        null => int.MaxValue,
        { AggregateDays: null } => DaysMax,
        { AggregateDays: { } days, AggregateReason: null } => Math.Min(days, _allowedDays),
        { AggregateDays: { } days } => days,
    };

    /// <summary>
    /// The earliest instant that runs may be about: their window's end, and of ties its beginning. The beginning of
    /// time where there is no limit.
    /// </summary>
    public DateTime AggregatesBegin => IsSet ? _now.AddDays(-AggregateDays) : DateTime.MinValue;

    /// <summary>The earliest instant that may be kept; the beginning of time where there is no limit.</summary>
    public DateTime BeginOf(Channel channel) => _beginByChannel[(int)channel];

    /// <summary>Whether an event is older than may be kept.</summary>
    public bool IsPast<TWho>(in Interaction<TWho> interaction) where TWho : struct =>
        interaction.At < _beginByChannel[(int)interaction.Channel];

    /// <summary>A setting above what profile and agreements in force allow stops the work: never clamped.</summary>
    /// <exception cref="RetentionException">With value, limit and profile.</exception>
    public void RequireLawful()
    {
        if (_setting?.RawDays is { } wanted && wanted > DaysMax)
            throw new RetentionException(
                $"retention.rawDays {wanted} is above the {DaysMax} days of raw events that profile {_setting.Profile} "
                + "allows without an agreement in force. Set fewer: influencermap retention --profile "
                + $"{_setting.Profile} --raw-days {DaysMax}; or record one: influencermap agreement record");
        if (_setting is { AggregateDays: { } days, AggregateReason: null } && days > _allowedDays)
            throw new RetentionException(
                $"retention.aggregateDays {days} is above the {_allowedDays} days that profile {_setting.Profile} "
                + "allows without an agreement in force or a recorded reason (P-07). Set fewer: influencermap "
                + $"retention --profile {_setting.Profile} --aggregate-days {_allowedDays}; or say why: --reason");
    }

    /// <exception cref="RetentionException">The window begins before what may be kept.</exception>
    public void RequireReadable(Period period)
    {
        if (_setting is not null && period.From < _now.AddDays(-DaysMax))
            throw new RetentionException(
                $"The window begins on {period.From:yyyy-MM-dd}, before the {DaysMax} days of raw events that profile "
                + $"{_setting.Profile} allows (P-01). Take at most --window-days {WindowDaysMax} up to today, or "
                + "record an agreement with a longer --max-days: influencermap agreement record");
    }
}
