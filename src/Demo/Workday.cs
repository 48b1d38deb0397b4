using InfluencerMap.Graph.Company;

namespace InfluencerMap.Demo;

/// <summary>One day of one company while its events are being generated.</summary>
internal sealed class Workday
{
    private const int DayStartHour = 7;
    private const int DayEndHour = 20;

    private Workday(MadeCompany company, DateOnly date)
    {
        Company = company;
        Day = new(date);
        Dice = new(company.Options.Seed, Topic.Day, date.DayNumber);
        Busyness = Diary.Busyness(date);
        IsAtWork = [.. company.People.Select(p =>
            Diary.IsAtWork(p, company.Habits[p.Index], date, company.Options.Seed))];
        ProjectOf = new Project?[company.People.Count];
        foreach (var project in company.Projects)
            if (project.IsRunning(date))
                foreach (var member in project.Members)
                    ProjectOf[member] = project;
    }

    public MadeCompany Company { get; }
    public MadeDay Day { get; }
    public Dice Dice { get; }
    public double Busyness { get; }

    /// <summary>By index of the person.</summary>
    public bool[] IsAtWork { get; }

    /// <summary>The project that takes the person's time on this day, if any.</summary>
    public Project?[] ProjectOf { get; }

    /// <summary>The day's events; the same whichever days are generated before it or at the same time.</summary>
    public static MadeDay Live(MadeCompany company, DateOnly date)
    {
        var today = new Workday(company, date);
        Correspondence.Write(today);
        Meetings.Hold(today);
        Broadcasts.Send(today);
        SocialFeed.Fill(today);
        today.Day.Sort();
        return today.Day;
    }

    public bool IsEmployed(int person) => Company.People[person].IsEmployed(Day.Date);

    /// <summary>Those of the group who are employed, all addressed directly.</summary>
    public MadeRecipient[] Everyone(IEnumerable<int> group, int except) =>
        [.. group.Where(p => p != except && IsEmployed(p)).Select(p => new MadeRecipient(p, RecipientRole.To))];

    /// <summary>An instant in the given half hour of the working day, counted from 0.</summary>
    public DateTime At(int halfHour) => Day.Date.ToDateTime(new TimeOnly(DayStartHour, 0), DateTimeKind.Utc)
        .AddSeconds(halfHour * 1_800 + Dice.Below(1_800));

    /// <summary>Some minutes later, mostly soon; null when that is after work.</summary>
    public DateTime? Later(DateTime at, double minutesLeast)
    {
        var later = at.AddSeconds((int)(60 * Dice.HeavyTailed(minutesLeast, 300)));
        return later.Hour < DayEndHour && later.Day == at.Day ? later : null;
    }
}
