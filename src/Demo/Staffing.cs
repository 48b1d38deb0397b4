namespace InfluencerMap.Demo;

/// <summary>Fills a company with people: departments, sites, families, levels and who reports to whom.</summary>
internal sealed class Staffing(DemoOptions options)
{
    /// <summary>Largest team without a lead of its own inside.</summary>
    private const int TeamMax = 9;

    /// <summary>Most units that one person leads.</summary>
    private const int UnitsMax = 8;

    private const int LevelMax = 6;

    private static readonly string[] Sites = ["Head Office", "North Works", "South Works", "Harbour", "Lakeside"];

    /// <summary>Shares are percent of headcount; Management comes first, led by the head of the company.</summary>
    private static readonly Department[] Departments =
    [
        new("Management", 1, "Office", 0, "Office"),
        new("Production", 27, "Operators", 0.7, "Process Engineering", "Planning"),
        new("Sales", 14, "", 0, "Sales", "Sales", "Office"),
        new("Logistics", 12, "Drivers", 0.6, "Planning", "Warehouse"),
        new("Service", 10, "", 0, "Customer Service", "Field Technicians"),
        new("Research", 9, "", 0, "Science", "Laboratory"),
        new("Information Technology", 7, "", 0, "Software", "Systems"),
        new("Quality", 6, "", 0, "Laboratory", "Process Engineering"),
        new("Finance", 5, "", 0, "Accounting", "Controlling"),
        new("Purchasing", 4, "", 0, "Buying"),
        new("Marketing", 3, "", 0, "Marketing", "Design"),
        new("People", 2, "", 0, "Human Resources"),
    ];

    private readonly Dice _dice = new(options.Seed, Topic.Staffing);
    private readonly Dice _dates = new(options.Seed, Topic.Dates);
    private readonly int[] _numbers = Shuffled(options);
    private readonly List<MadePerson> _people = new(options.People);

    /// <summary>The people in the order of the tree: every unit is one stretch of the list, its lead first.</summary>
    public static MadePerson[] Fill(DemoOptions options)
    {
        var staffing = new Staffing(options);
        staffing.AddCompany();
        return [.. staffing._people];
    }

    private void AddCompany()
    {
        var total = Departments.Sum(d => d.SharePercent);
        var sharesSoFar = 0;
        MadePerson? head = null;
        foreach (var department in Departments)
        {
            sharesSoFar += department.SharePercent;
            var headcount = Math.Max(1, (int)((long)options.People * sharesSoFar / total) - _people.Count);
            var site = head is null ? Sites[0] : _dice.Pick(Sites);
            var lead = AddUnit(department, head, headcount, site, head is null ? 1 : 2);
            head ??= lead;
        }
    }

    private MadePerson AddUnit(Department department, MadePerson? manager, int headcount, string site, int depth)
    {
        var lead = Add(department, manager, site, depth, Duty.Lead);
        var rest = headcount - 1;
        if (rest <= TeamMax)
        {
            for (var i = 0; i < rest; i++)
                AddMember(department, lead, site, depth);
            return lead;
        }
        var units = Math.Min(UnitsMax, (rest + TeamMax - 1) / TeamMax);
        for (var unit = 0; unit < units; unit++)
        {
            var size = (int)((long)rest * (unit + 1) / units - (long)rest * unit / units);
            var place = depth <= 3 && _dice.Chance(0.5) ? _dice.Pick(Sites) : site;
            AddUnit(department, lead, size, place, depth + 1);
        }
        return lead;
    }

    private void AddMember(Department department, MadePerson lead, string site, int depth)
    {
        var level = Math.Min(LevelMax, Math.Max(depth + 1, _dice.Chance(0.4) ? 5 : 6));
        var place = _dice.Chance(0.1) ? _dice.Pick(Sites) : site;
        Add(department, lead, place, level, _dice.Chance(department.FrontLineShare) ? Duty.FrontLine : Duty.Desk);
    }

    private MadePerson Add(Department department, MadePerson? manager, string site, int level, Duty duty)
    {
        var number = _numbers[_people.Count].ToString($"D{Math.Max(4, options.People.ToString().Length)}");
        var (start, leave) = Employment(duty);
        var absentFrom = leave is null && _dates.Chance(0.03) ? DayOfActivity() : (DateOnly?)null;
        var person = new MadePerson
        {
            Index = _people.Count,
            SourceId = $"E{number}",
            Name = $"Person {number}",
            Address = $"p{number}@demo.invalid",
            FormerAddress = _dates.Chance(0.06) ? $"p{number}@former.invalid" : null,
            SocialHandle = duty != Duty.FrontLine && _dates.Chance(0.6) ? $"p{number}.social" : null,
            Manager = manager,
            Department = department.Name,
            Site = site,
            JobFamily = duty == Duty.FrontLine ? department.FrontLineFamily : _dice.Pick(department.Families),
            Level = Math.Min(LevelMax, level),
            Start = start,
            Leave = leave,
            AbsentFrom = absentFrom,
            AbsentTo = _dates.Chance(0.7) ? absentFrom?.AddDays(30 + _dates.Below(90)) : null,
            IsFrontLine = duty == Duty.FrontLine,
        };
        _people.Add(person);
        return person;
    }

    /// <summary>Some join during the activity and some leave; people with a unit of their own stay.</summary>
    private (DateOnly Start, DateOnly? Leave) Employment(Duty duty)
    {
        var longAgo = options.From.AddDays(-30 - _dates.Below(15 * 365));
        if (duty == Duty.Lead)
            return (longAgo, null);
        return _dates.Next() switch
        {
            < 0.04 => (DayOfActivity(), null),
            < 0.07 => (longAgo, DayOfActivity()),
            _ => (longAgo, null),
        };
    }

    /// <summary>Numbers say nothing about the place in the tree.</summary>
    private static int[] Shuffled(DemoOptions options)
    {
        int[] numbers = [.. Enumerable.Range(1, options.People)];
        new Dice(options.Seed, Topic.Numbering).Shuffle(numbers.AsSpan());
        return numbers;
    }

    private DateOnly DayOfActivity() =>
        options.From.AddDays(_dates.Below(options.AsOf.DayNumber - options.From.DayNumber));

    private enum Duty { Lead, Desk, FrontLine }

    private sealed record Department(
        string Name, int SharePercent, string FrontLineFamily, double FrontLineShare, params string[] Families);
}
