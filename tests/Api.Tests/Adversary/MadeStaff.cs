using InfluencerMap.Storage;

namespace InfluencerMap.Tests.Adversary;

/// <summary>What anybody in the company has in hand: the staff list, with a number in place of the name.</summary>
internal sealed record StaffMember(
    int Number, string Department, string Site, string JobFamily, int Level, int? Manager, int DirectReports);

/// <summary>Draws a company: a chart, and ties that are dense in a team, less so in a department.</summary>
internal static class MadeStaff
{
    /// <summary>Departments with their people; three are smaller than a group that may be shown.</summary>
    private static readonly (string Name, int Count, int TeamSize)[] Departments =
    [
        ("Board", 1, 0), ("Production", 72, 13), ("Sales", 57, 10), ("Engineering", 48, 8), ("Logistics", 40, 12),
        ("Finance", 30, 9), ("Service", 27, 8), ("Quality", 24, 11), ("Marketing", 20, 9), ("Legal", 13, 20),
        ("Secret Unit", 6, 20), ("Ethics Hotline", 4, 20),
    ];

    private static readonly string[] Sites = ["Milan", "Milan", "Milan", "Bangalore", "Bangalore", "Leeds", "Leeds"];
    private static readonly string[] Families = ["office", "plant", "field", "expert"];
    private const double TeamTie = 0.35, DepartmentTie = 0.07, OtherTie = 0.006;

    public static StaffMember[] Draw(int seed)
    {
        var random = new Random(seed);
        var staff = new List<StaffMember>();
        foreach (var (name, count, teamSize) in Departments)
        {
            var head = staff.Count + 1;
            var lead = head;
            for (var i = 0; i < count; i++)
            {
                var isLead = i > 0 && count > teamSize + 2 && (i - 1) % (teamSize + 1) == 0;
                var number = staff.Count + 1;
                lead = isLead ? number : lead;
                staff.Add(new(
                    number, name, random.Next(60) == 0 ? "Oslo" : Sites[random.Next(Sites.Length)],
                    random.Next(70) == 0 ? "interpreter" : Families[random.Next(Families.Length)],
                    Level: number == 1 ? 1 : i == 0 ? 2 : isLead || lead == head ? 3 : 4,
                    Manager: number == 1 ? null : i == 0 ? 1 : isLead ? head : lead, DirectReports: 0));
            }
        }
        var reports = staff.Where(one => one.Manager is not null).CountBy(one => one.Manager!.Value).ToDictionary();
        return [.. staff.Select(one => one with { DirectReports = reports.GetValueOrDefault(one.Number) })];
    }

    /// <summary>Strengths have digits, as sums of weighed events have. Some people have one tie or two.</summary>
    public static PersonTie[] DrawTies(StaffMember[] staff, int seed)
    {
        var random = new Random(seed);
        var quiet = staff.Where(one => one.DirectReports == 0).Select(one => one.Number).ToArray();
        random.Shuffle(quiet);
        var limits = quiet.Take(60).Index().ToDictionary(one => one.Item, one => one.Index < 40 ? 1 : 2);
        var activity = staff.ToDictionary(one => one.Number, _ => Math.Exp(0.5 * Normal(random)));
        var ties = new List<PersonTie>();
        var counts = new Dictionary<int, int>();
        var pairs = (from a in staff from b in staff where a.Number < b.Number select (a, b)).ToArray();
        random.Shuffle(pairs);
        foreach (var (a, b) in pairs)
        {
            var isTeam = a.Manager == b.Manager || a.Manager == b.Number || b.Manager == a.Number;
            var near = isTeam ? TeamTie : a.Department == b.Department ? DepartmentTie : OtherTie;
            var chance = near * activity[a.Number] * activity[b.Number];
            if (random.NextDouble() >= chance || IsFull(a.Number) || IsFull(b.Number))
                continue;
            counts[a.Number] = counts.GetValueOrDefault(a.Number) + 1;
            counts[b.Number] = counts.GetValueOrDefault(b.Number) + 1;
            ties.Add(new(new(a.Number), new(b.Number), 1 + 8 * random.NextDouble()));
        }
        return [.. ties];

        bool IsFull(int number) => counts.GetValueOrDefault(number) >= limits.GetValueOrDefault(number, int.MaxValue);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
