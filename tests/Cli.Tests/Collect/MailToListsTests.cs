using InfluencerMap.Tenant;

namespace InfluencerMap.Cli.Tests.Collect;

/// <summary>Whether people write to each other or to their list, they rank the same once lists are known.</summary>
public sealed class MailToListsTests
{
    /// <summary>Members, the sender among them, up to whom a list is expanded; from 11 recipients it is mass.</summary>
    private const int SmallMax = 8;

    private const int MassMin = 12;

    [Fact]
    public async Task Company_that_writes_to_lists_ranks_as_one_that_names_everyone()
    {
        await using var named = await CollectedTenant.StartAsync(people: 150, "sent-items");
        await using var listed = await CollectedTenant.StartAsync(people: 150, "groups", "sent-items");
        AddLists(listed);

        await named.CollectAsync("tenant.db");
        await listed.CollectAsync("tenant.db");
        await listed.CollectAsync("tenant.db");

        var expected = await named.RankAsync("tenant.db");
        Assert.True(expected.Count(c => c == '\n') > 10, expected);
        Assert.Equal(expected, await listed.RankAsync("tenant.db"));
        var hygiene = (await listed.Cli.RunAsync("hygiene", "--store", "tenant.db", "--format", "csv")).Output;
        Assert.Contains("(list)", hygiene);
    }

    /// <summary>One for each set of people who are written to together often.</summary>
    private static void AddLists(CollectedTenant collected)
    {
        var company = collected.Company;
        var sets = Enumerable.Range(company.Options.From.DayNumber, WindowDays(company.Options))
            .SelectMany(day => Audiences(company.Day(DateOnly.FromDayNumber(day))))
            .GroupBy(people => string.Join(' ', people)).OrderByDescending(set => set.Count())
            .Where(set => set.First().Length is <= SmallMax or >= MassMin).Take(40).ToArray();
        Assert.Contains(sets, set => set.First().Length >= MassMin);
        foreach (var (number, set) in sets.Index())
            collected.Tenant.Directory.AddGroup(new()
            {
                Id = $"c0000000-0000-4000-8000-{number:x12}",
                DisplayName = $"List {number}",
                Mail = $"list-{number}@demo.invalid",
                IsWrittenTo = true,
                Members = [.. set.First().Select(TenantDirectory.IdOf)],
            });
    }

    private static int WindowDays(InfluencerMap.Demo.DemoOptions options) =>
        options.AsOf.DayNumber - options.From.DayNumber;

    /// <summary>The people whom each mail names, sender included.</summary>
    private static IEnumerable<int[]> Audiences(InfluencerMap.Demo.MadeDay day)
    {
        foreach (var made in day.Events.Where(e => e.Channel == Graph.Company.Channel.Mail && e.Sender == e.From))
        {
            var people = new SortedSet<int> { made.Sender };
            foreach (var recipient in day.RecipientsOf(made))
                people.Add(recipient.Account);
            if (people.Count > 3)
                yield return [.. people];
        }
    }
}
