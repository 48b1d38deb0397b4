using InfluencerMap.Graph.Company;

namespace InfluencerMap.Demo;

/// <summary>
/// Mail that many get and few answer: leads to their units, notices to a site, the newsletter, the ticket system,
/// and letters that reach a shared mailbox.
/// </summary>
internal static class Broadcasts
{
    /// <summary>Units up to this size hear from their lead weekly, larger ones on a month's first Monday.</summary>
    private const int WeeklyMax = 150;

    public static void Send(Workday today)
    {
        if (today.Busyness < 0.5)
            return;
        foreach (var person in today.Company.People)
            if (today.IsAtWork[person.Index])
                Address(today, person.Index, today.Company.Habits[person.Index]);
        if (today.Day.Date.Day <= 7 && today.Day.Date.DayOfWeek == DayOfWeek.Tuesday)
            ToAll(today, today.Company.Bots[0].Index, Enumerable.Range(0, today.Company.People.Count));
        SendTickets(today);
        AnswerLetters(today);
    }

    private static void Address(Workday today, int from, Habits habits)
    {
        var (date, weekday) = (today.Day.Date, today.Day.Date.DayOfWeek);
        var isTheDay = habits.IsLoud
            ? weekday is DayOfWeek.Tuesday or DayOfWeek.Thursday
            : weekday == DayOfWeek.Monday && (habits.Audience.Length <= WeeklyMax || date.Day <= 7);
        if (isTheDay && habits.Audience.Length > 0)
            ToAll(today, from, habits.Audience);
    }

    private static void ToAll(Workday today, int from, IEnumerable<int> audience) =>
        today.Day.Add(today.At(today.Dice.Below(18)), Channel.Mail, from, from, today.Everyone(audience, except: from));

    /// <summary>The ticket system writes all day, one mail a person, and nobody answers.</summary>
    private static void SendTickets(Workday today)
    {
        var system = today.Company.Bots[1].Index;
        for (var tickets = 40 + today.Company.People.Count / 20; tickets > 0; tickets--)
            if (today.Dice.Pick(today.Company.People) is { IsFrontLine: false, Index: var i } && today.IsEmployed(i))
                today.Day.Add(today.At(today.Dice.Below(20)), Channel.Mail, system, i);
    }

    /// <summary>A letter to a shared mailbox is answered in its name by somebody of Service or Finance.</summary>
    private static void AnswerLetters(Workday today)
    {
        var clerks = today.Company.People
            .Where(p => p.Department is "Service" or "Finance" && p.Level >= 5 && today.IsAtWork[p.Index]).ToArray();
        for (var letters = today.Company.People.Count / 15; letters > 0 && clerks.Length > 0; letters--)
        {
            var mailbox = today.Dice.Pick(today.Company.Shared).Index;
            var outsider = today.Dice.Pick(today.Company.Outsiders).Index;
            var at = today.At(today.Dice.Below(16));
            today.Day.Add(at, Channel.Mail, outsider, mailbox);
            if (today.Later(at, 20) is { } answered)
                today.Day.Add(answered, Channel.Mail, mailbox, today.Dice.Pick(clerks).Index,
                    [new(outsider, RecipientRole.To)]);
        }
    }
}
