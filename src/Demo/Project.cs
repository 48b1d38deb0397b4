namespace InfluencerMap.Demo;

/// <summary>Some people of two or three departments who work together for a while.</summary>
internal sealed record Project(int[] Members, DateOnly From, DateOnly To)
{
    public bool IsRunning(DateOnly day) => From <= day && day < To;

    public static Project[] Plan(MadePerson[] people, DemoOptions options)
    {
        var dice = new Dice(options.Seed, Topic.Projects);
        var byDepartment = people.Where(p => !p.IsFrontLine).GroupBy(p => p.Department)
            .Select(g => g.Select(p => p.Index).ToArray()).ToArray();
        return [.. Enumerable.Range(0, options.People / 40).Select(_ => Staff(byDepartment, options, dice))];
    }

    private static Project Staff(int[][] byDepartment, DemoOptions options, Dice dice)
    {
        var members = new SortedSet<int>();
        for (var departments = 2 + dice.Below(2); departments > 0; departments--)
        {
            // One stretch of the tree's order: people who sit near each other.
            var department = dice.Pick(byDepartment);
            var start = dice.Below(Math.Max(1, department.Length - 25));
            for (var wanted = 2 + dice.Below(3); wanted > 0; wanted--)
                members.Add(department[start + dice.Below(Math.Min(25, department.Length))]);
        }
        var days = options.AsOf.DayNumber - options.From.DayNumber;
        var from = options.From.AddDays(dice.Below(days) - 30);
        return new([.. members], from, from.AddDays(50 + dice.Below(70)));
    }
}
