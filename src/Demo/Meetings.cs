using InfluencerMap.Graph.Company;

namespace InfluencerMap.Demo;

/// <summary>Team meetings every week, talks of two every second week, project meetings, calls.</summary>
internal static class Meetings
{
    private const int HalfHours = 18;

    public static void Hold(Workday today)
    {
        if (today.Busyness < 0.5)
            return;
        foreach (var person in today.Company.People)
            if (today.IsAtWork[person.Index] && today.Company.Habits[person.Index].Reports is { Length: > 0 } reports)
                MeetReports(today, person.Index, reports);
        foreach (var project in today.Company.Projects)
            if (project.IsRunning(today.Day.Date) && project.Members[0] % 5 == Weekday(today))
                Meet(today, today.Dice.Pick(project.Members), project.Members);
    }

    /// <summary>A call at once, without a calendar.</summary>
    public static void Call(Workday today, int from, int to, DateTime at)
    {
        if (today.IsAtWork[to])
            today.Day.Add(at, Channel.Call, from, to);
    }

    private static void MeetReports(Workday today, int lead, int[] reports)
    {
        if (lead % 5 == Weekday(today))
            Meet(today, lead, reports);
        var workday = today.Day.Date.DayNumber / 7 * 5 + Weekday(today);
        foreach (var report in reports)
            if (report % 10 == workday % 10 && !today.Company.People[report].IsFrontLine)
                Meet(today, today.Dice.Chance(0.5) ? lead : report, [lead, report]);
    }

    private static void Meet(Workday today, int organiser, int[] invited)
    {
        var present = invited
            .Where(person => person != organiser && today.IsAtWork[person] && !today.Company.People[person].IsFrontLine)
            .Select(person => new MadeRecipient(person, RecipientRole.To)).ToList();
        if (present.Count == 0 || !today.IsAtWork[organiser])
            return;
        if (today.Dice.Chance(0.4))
            present.Add(new(today.Dice.Pick(today.Company.Rooms).Index, RecipientRole.To));
        var instant = today.At(today.Dice.Below(HalfHours));
        var onTheHalfHour = instant.AddSeconds(-(instant.Minute % 30 * 60 + instant.Second));
        today.Day.Add(onTheHalfHour, Channel.Meeting, organiser, organiser, [.. present]);
    }

    private static int Weekday(Workday today) => ((int)today.Day.Date.DayOfWeek + 6) % 7;
}
