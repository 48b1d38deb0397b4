namespace InfluencerMap.Demo;

/// <summary>How someone communicates. Only the generator knows; no file contains it.</summary>
internal sealed class Habits
{
    /// <summary>Messages, chats and meetings that the person begins on an ordinary working day.</summary>
    public required double BegunPerDay { get; init; }

    /// <summary>Weekdays not worked by part-timers, Monday first.</summary>
    public required bool[] DaysOff { get; init; }

    /// <summary>Manager, colleagues of the same manager and own reports who work at a desk; favourites first.</summary>
    public required int[] Team { get; init; }

    /// <summary>Colleagues of the same department outside the team.</summary>
    public required int[] Department { get; init; }

    /// <summary>Colleagues of other departments.</summary>
    public required int[] Across { get; init; }

    /// <summary>Share of what the person begins that goes to <see cref="Across"/>.</summary>
    public required double AcrossShare { get; init; }

    /// <summary>Everyone who reports to the person directly.</summary>
    public required int[] Reports { get; init; }

    /// <summary>Everyone at a desk below the person in the tree; for the loud, people of the site.</summary>
    public required int[] Audience { get; init; }

    /// <summary>Who sends for this person, or <see cref="Nobody"/>.</summary>
    public required int Assistant { get; init; }

    /// <summary>Sends notices to a site twice a week and leads nobody.</summary>
    public required bool IsLoud { get; init; }

    public const int Nobody = -1;
}
