namespace InfluencerMap.Graph.Influence;

/// <summary>What may be said of how much a group is heard.</summary>
public enum VoiceReading
{
    /// <summary>More than its size among those seen: its whole interval is above 1.</summary>
    HeardMore,

    /// <summary>Less than its size among those seen: its whole interval is below 1.</summary>
    HeardLess,

    /// <summary>Consistent with its size, within chance: its interval contains 1.</summary>
    AsLarge,

    /// <summary>The night drew no contacts again, so nobody knows whether the figure is more than chance.</summary>
    NoInterval,

    /// <summary>The sources measure fewer than half of its people: ask them instead.</summary>
    NotSeen,

    /// <summary>The figure would rest on too few people.</summary>
    Withheld,
}

/// <summary>How much a group is seen and heard.</summary>
/// <param name="PersonCount">People of the group.</param>
/// <param name="MeasurableCount">Of them, with a rank.</param>
/// <param name="Voice">Heard for its size among those seen, 1 = as large; null where it is not shown.</param>
/// <param name="Low">The 5 % value when chance draws the contacts again; null where that is not known.</param>
/// <param name="High">The 95 % value, likewise.</param>
/// <param name="Reading">What may be said of it.</param>
public sealed record GroupVoice(
    int PersonCount, int MeasurableCount, double? Voice, double? Low, double? High, VoiceReading Reading)
{
    /// <summary>Share of the group whom the sources can measure, 0 … 1.</summary>
    public double Seen => Influence.Voice.Seen(MeasurableCount, PersonCount);

    /// <summary>The figures of one group.</summary>
    /// <param name="personCount">People of the group.</param>
    /// <param name="scores">The scores of its measurable people.</param>
    /// <param name="all">The scores of all measurable people.</param>
    /// <param name="interval">Its interval as the night computed it; null = none.</param>
    /// <param name="mayBeShown">Whether the figure rests on enough people.</param>
    public static GroupVoice Of(
        int personCount, IReadOnlyCollection<double> scores, IReadOnlyCollection<double> all, VoiceInterval? interval,
        bool mayBeShown)
    {
        var figures = new GroupVoice(personCount, scores.Count, null, null, null, VoiceReading.NotSeen);
        if (figures.Seen < Influence.Voice.SeenMin)
            return figures;
        if (!mayBeShown || Influence.Voice.Of(scores.Sum(), all.Sum(), scores.Count, all.Count) is not { } voice)
            return figures with { Reading = VoiceReading.Withheld };
        if (interval is null)
            return figures with { Voice = voice, Reading = VoiceReading.NoInterval };
        // Who withdrew since the night counts in the interval and no longer in the figure.
        var (low, high) = (Math.Min(interval.Low, voice), Math.Max(interval.High, voice));
        return figures with
        {
            Voice = voice,
            Low = low,
            High = high,
            Reading = low > 1 ? VoiceReading.HeardMore : high < 1 ? VoiceReading.HeardLess : VoiceReading.AsLarge,
        };
    }
}
