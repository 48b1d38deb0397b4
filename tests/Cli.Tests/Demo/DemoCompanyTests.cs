using InfluencerMap.Demo;

namespace InfluencerMap.Tests.Demo;

public sealed class DemoCompanyTests
{
    private static readonly Lazy<MadeCompany> Default = new(() => new MadeCompany(new()));
    private static readonly Lazy<Observed> DefaultObserved = new(() => Observe(Default.Value));

    [Theory]
    [InlineData(60)]
    [InlineData(300)]
    [InlineData(1_200)]
    [InlineData(20_000)]
    public void Company_has_the_people_asked_for_in_one_tree(int people)
    {
        var company = new MadeCompany(new() { People = people });

        Assert.Equal(people, company.People.Count);
        Assert.Equal(people, company.People.Select(p => p.SourceId).Distinct().Count());
        var top = Assert.Single(company.People, p => p.Manager is null);
        Assert.Equal(1, top.Level);
        Assert.Equal(12, company.People.Select(p => p.Department).Distinct().Count());
        Assert.All(company.People, p => Assert.InRange(p.Level, p.Manager?.Level ?? 1, 6));
        // A manager stands before the reports, so there is no circle.
        Assert.All(company.People, p => Assert.True(p.Manager is null || p.Manager.Index < p.Index));
        Assert.Equal(Math.Max(3, people / 80), company.HiddenInfluencers.Count);
    }

    [Fact]
    public void Company_has_the_people_and_mailboxes_that_break_naive_rankings()
    {
        var company = Default.Value;

        Assert.Contains(company.People, p => p.Start > company.Options.From);
        Assert.Contains(company.People, p => p.Leave is not null);
        Assert.Contains(company.People, p => p.AbsentFrom is not null);
        Assert.Contains(company.People, p => p.FormerAddress is not null);
        Assert.Contains(company.People, p => p.IsFrontLine);
        Assert.Equal(
            ["Bot", "Room", "Shared", "Unknown"],
            company.OtherAccounts.Select(a => a.Kind.ToString()).Distinct().Order());
        var delegated = Days(company).SelectMany(d => d.Events).Where(e => e.Sender != e.From).ToArray();
        Assert.Contains(delegated, e => e.From < company.People.Count && company.People[e.From].Level <= 2);
        Assert.Contains(delegated, e => e.From >= company.People.Count);
    }

    [Fact]
    public void Nobody_writes_before_joining_or_after_leaving()
    {
        var company = Default.Value;
        var people = company.People;

        foreach (var day in Days(company))
            foreach (var made in day.Events)
                if (made.From < people.Count)
                    Assert.True(people[made.From].IsEmployed(day.Date), "Written by someone not employed that day.");
    }

    [Fact]
    public void Day_is_the_same_whichever_days_are_made_before_it()
    {
        var date = new DateOnly(2026, 3, 3);
        var alone = new MadeCompany(new()).Day(date);
        var later = Default.Value.Day(date);

        Assert.Equal(alone.Events, later.Events);
        Assert.All(alone.Events, e => Assert.True(alone.RecipientsOf(e).SequenceEqual(later.RecipientsOf(e))));
    }

    [Fact]
    public void Event_numbers_are_unique_over_days_and_channels()
    {
        var numbers = Days(Default.Value).SelectMany(d => d.Events).Select(e => e.Number).ToArray();

        Assert.Equal(numbers.Length, numbers.ToHashSet().Count);
    }

    [Fact]
    public void Hidden_influencers_lead_nobody_and_stand_at_the_bottom_of_the_chart()
    {
        var company = Default.Value;
        var leads = company.People.Select(p => p.Manager?.SourceId).ToHashSet();

        Assert.Equal(15, company.HiddenInfluencers.Count);
        foreach (var hidden in Hidden(company))
        {
            Assert.DoesNotContain(hidden.SourceId, leads);
            Assert.InRange(hidden.Level, 5, 6);
        }
    }

    [Fact]
    public void Hidden_influencers_have_no_more_interactions_than_ordinary_busy_colleagues()
    {
        var volume = DefaultObserved.Value.Volume;
        var ninetieth = volume.Order().ElementAt(volume.Length * 9 / 10);

        Assert.All(Hidden(Default.Value), p => Assert.True(volume[p.Index] <= ninetieth, "Above the 90th percentile."));
    }

    [Fact]
    public void Hidden_influencers_answer_and_are_answered_across_more_departments_than_others()
    {
        var company = Default.Value;
        var hidden = Hidden(company).Select(p => p.Index).ToHashSet();
        var departments = DefaultObserved.Value.DepartmentsBothWays;
        var others = departments.Where((_, i) => !hidden.Contains(i)).Order().ToArray();
        var ninetieth = others[others.Length * 9 / 10];

        var median = hidden.Select(i => departments[i]).Order().ElementAt(hidden.Count / 2);
        Assert.True(
            median > ninetieth, $"Median of the hidden {median}, ninetieth percentile of the others {ninetieth}.");
        // Not absurdly easy: some who were not planted reach as many departments.
        Assert.Contains(others, count => count >= median);
    }

    [Theory]
    [InlineData(8, 1_200)]
    [InlineData(12, 300)]
    [InlineData(16, 1_200)]
    [InlineData(24, 100)]
    public void Hidden_influencers_know_as_many_people_of_other_departments_as_was_said(int ties, int people)
    {
        var company = new MadeCompany(new() { People = people, CrossTies = ties });
        var usual = new MadeCompany(new() { People = people });

        Assert.Equal(usual.HiddenInfluencers, company.HiddenInfluencers);
        foreach (var hidden in Hidden(company))
        {
            var partners = company.Habits[hidden.Index].Across;
            Assert.Equal(ties, partners.Distinct().Count());
            Assert.All(partners, one => Assert.NotEqual(hidden.Department, company.People[one].Department));
            Assert.All(partners, one => Assert.Contains(hidden.Index, company.Habits[one].Across));
        }
        // Whoever nobody hidden knows lives as in the usual company.
        var known = Hidden(company).Concat(Hidden(usual)).Select(p => p.Index).ToHashSet();
        known.UnionWith(Hidden(company).SelectMany(p => company.Habits[p.Index].Across));
        known.UnionWith(Hidden(usual).SelectMany(p => usual.Habits[p.Index].Across));
        Assert.All(company.People.Where(p => !known.Contains(p.Index)), p =>
            Assert.Equal(usual.Habits[p.Index].Across, company.Habits[p.Index].Across));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    public void Impossible_numbers_of_ties_are_refused_with_the_bounds(int ties) => Assert.Contains(
        "1 … 24",
        Assert.Throws<ArgumentOutOfRangeException>(() => new DemoOptions { CrossTies = ties }).Message);

    [Theory]
    [InlineData(59)]
    [InlineData(200_001)]
    public void Company_of_impossible_size_is_refused_with_the_bounds(int people)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new DemoOptions { People = people });

        Assert.Contains("60 … 200,000", error.Message);
    }

    private static IEnumerable<MadePerson> Hidden(MadeCompany company) =>
        company.People.Where(p => company.HiddenInfluencers.Contains(p.SourceId));

    private static IEnumerable<MadeDay> Days(MadeCompany company)
    {
        for (var date = company.Options.From; date < company.Options.AsOf; date = date.AddDays(1))
            yield return company.Day(date);
    }

    private static Observed Observe(MadeCompany company)
    {
        var people = company.People;
        var volume = new int[people.Count];
        var contacts = new HashSet<(int From, int To)>();
        foreach (var day in Days(company))
        {
            foreach (var made in day.Events)
            {
                foreach (var recipient in day.RecipientsOf(made))
                {
                    if (made.From < people.Count)
                        volume[made.From]++;
                    if (recipient.Account < people.Count)
                        volume[recipient.Account]++;
                    if (made.From < people.Count && recipient.Account < people.Count && made.RecipientCount <= 10)
                        contacts.Add((made.From, recipient.Account));
                }
            }
        }
        var departments = people.Select(_ => new HashSet<string>()).ToArray();
        foreach (var (from, to) in contacts)
            if (contacts.Contains((to, from)))
                departments[from].Add(people[to].Department);
        return new(volume, [.. departments.Select(d => d.Count)]);
    }

    private sealed record Observed(int[] Volume, int[] DepartmentsBothWays);
}
