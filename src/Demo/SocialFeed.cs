using InfluencerMap.Graph.Company;

namespace InfluencerMap.Demo;

/// <summary>The internal social network: somebody posts, names a colleague at times, and colleagues react.</summary>
internal static class SocialFeed
{
    public static void Fill(Workday today)
    {
        foreach (var person in today.Company.People)
            if (IsReading(today, person.Index) && today.Dice.Chance(0.15 * today.Busyness))
                Post(today, person.Index);
    }

    private static void Post(Workday today, int author)
    {
        var at = today.At(today.Dice.Below(20));
        if (today.Dice.Chance(0.3) && Reader(today, author) is { } named)
            today.Day.Add(at, Channel.Mention, author, named);
        for (var reactions = (int)today.Dice.HeavyTailed(2.5, 40); reactions > 0; reactions--)
            if (Reader(today, author) is { } reader && today.Later(at, 10) is { } later)
                today.Day.Add(later, Channel.Reaction, reader, author);
    }

    /// <summary>Mostly someone who knows the author, at times anyone in the company.</summary>
    private static int? Reader(Workday today, int author)
    {
        var habits = today.Company.Habits[author];
        var reader = today.Dice.Chance(0.7) && habits.Team.Length > 0
            ? today.Dice.Pick(habits.Team)
            : today.Dice.Below(today.Company.People.Count);
        return reader != author && IsReading(today, reader) ? reader : null;
    }

    private static bool IsReading(Workday today, int person) =>
        today.IsAtWork[person] && today.Company.People[person].SocialHandle is not null;
}
