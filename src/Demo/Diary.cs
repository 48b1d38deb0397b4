namespace InfluencerMap.Demo;

/// <summary>Who works on which day, and how busy a day is.</summary>
internal static class Diary
{
    /// <summary>How much is begun on this day against an ordinary Tuesday.</summary>
    public static double Busyness(DateOnly day) => (day.DayOfWeek, (day.Month, day.Day)) switch
    {
        (_, (1, 1) or (1, 6) or (5, 1) or (12, 25) or (12, 26)) => 0.01,
        (DayOfWeek.Saturday or DayOfWeek.Sunday, _) => 0.02,
        (DayOfWeek.Friday, _) => 0.8,
        _ => 1,
    };

    /// <summary>Whether the person is employed, not absent, not on holiday and not off on this weekday.</summary>
    public static bool IsAtWork(MadePerson person, Habits habits, DateOnly day, long seed)
    {
        if (!person.IsEmployed(day) || person.IsAbsent(day))
            return false;
        var weekday = ((int)day.DayOfWeek + 6) % 7;
        return !(weekday < 5 && habits.DaysOff[weekday]) && !IsOnHoliday(person, day, seed);
    }

    /// <summary>Holidays are whole weeks: many in August, few in spring.</summary>
    private static bool IsOnHoliday(MadePerson person, DateOnly day, long seed)
    {
        var week = day.DayNumber / 7;
        var share = day.Month switch { 8 => 0.5, 7 => 0.2, 6 => 0.1, _ => 0.05 };
        return new Dice(seed, Topic.Holidays, person.Index * 4096 + week % 4096).Chance(share);
    }
}
