using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Tests;

public sealed class OrgChartTests
{
    [Fact]
    public void Depth_reports_and_subtree_are_counted_from_the_top()
    {
        var chart = Chart((1, 1), (2, 1), (3, 1), (4, 2), (5, 4));
        Assert.Equal(Numbered.People([1]), chart.Roots);
        Assert.Equal([1, 2, 2, 3, 4], Numbered.People(Enumerable.Range(1, 5)).Select(chart.LevelOf));
        Assert.Equal([2, 1, 0, 1, 0], Numbered.People(Enumerable.Range(1, 5)).Select(chart.DirectReportsOf));
        Assert.Equal([4, 2, 0, 1, 0], Numbered.People(Enumerable.Range(1, 5)).Select(chart.SubtreeSizeOf));
        Assert.Equal([1, 2, 3, 4, 5], Numbered.People(Enumerable.Range(1, 5)).Select(chart.PlaceOf));
    }

    [Fact]
    public void Nobody_above_oneself_or_an_outsider_above_means_the_top()
    {
        var chart = Chart((1, null), (2, 2), (3, 99), (4, 3));
        Assert.Equal(Numbered.People([1, 2, 3]), chart.Roots);
        Assert.Equal(Numbered.People([3, 1, 2, 4]), Numbered.People(Enumerable.Range(1, 4)).OrderBy(chart.PlaceOf));
    }

    [Fact]
    public void A_circle_is_cut_above_its_smallest_key_and_nobody_is_lost()
    {
        // 2 → 3 → 4 → 2 with 5 below 4 and 6 below 5.
        var chart = Chart((1, null), (2, 3), (3, 4), (4, 2), (5, 4), (6, 5));
        Assert.Equal(Numbered.People([1, 2]), chart.Roots);
        Assert.Equal(4, chart.SubtreeSizeOf(new(2)));
        Assert.Null(chart.ManagerOf(new(2)));
        Assert.Equal(4, chart.LevelOf(new(6)) - chart.LevelOf(new(2)) + 1);
    }

    [Fact]
    public void A_stated_level_goes_before_the_depth()
    {
        var chart = OrgChart.Build(
        [
            new() { Id = new(1), Key = "a", Level = 4 },
            new() { Id = new(2), Key = "b", ManagerId = new(1), Level = 2 },
            new() { Id = new(3), Key = "c", ManagerId = new(2) },
        ]);
        Assert.Equal([4, 2, 3], Numbered.People(Enumerable.Range(1, 3)).Select(chart.LevelOf));
        Assert.Equal(Numbered.People([2, 3, 1]), Numbered.People(Enumerable.Range(1, 3)).OrderBy(chart.PlaceOf));
    }

    [Fact]
    public void A_chart_without_managers_or_with_one_for_all_tells_nobody_apart()
    {
        Assert.False(Chart().TellsApart);
        Assert.False(Chart((1, null), (2, null), (3, null), (4, null)).TellsApart);
        Assert.False(Chart((1, null), (2, 1), (3, 1), (4, 1)).TellsApart);
        Assert.False(Chart((1, 97), (2, 98), (3, 99)).TellsApart);
    }

    [Fact]
    public void People_on_no_chart_are_no_group_of_their_own()
    {
        Assert.False(Chart((1, null), (2, 1), (3, 1), (4, null), (5, null)).TellsApart);
        Assert.True(Chart((1, null), (2, 1), (3, 2), (4, null)).TellsApart);
    }

    [Theory]
    [InlineData(false, 1, 1, 1, 1)]
    [InlineData(false, 1, 2, 2, 2)]
    [InlineData(true, 1, 2, 3, 3)]
    public void Stated_levels_tell_apart_without_any_manager(bool tellsApart, params int[] levels)
    {
        var chart = OrgChart.Build(
            [.. levels.Select((level, i) => new Person { Id = new(i + 1), Key = $"{i:x16}", Level = level })]);
        Assert.Equal(tellsApart, chart.TellsApart);
    }

    [Fact]
    public void The_order_of_the_people_says_nothing()
    {
        var random = new Random(3);
        for (var round = 0; round < 50; round++)
        {
            var people = Enumerable.Range(1, 30)
                .Select(id => new Person { Id = new(id), Key = MadeCompany.Key(random), ManagerId = new(
                    random.Next(0, 34)) })
                .ToArray();
            var before = OrgChart.Build(people);
            var shuffled = people.ToArray();
            random.Shuffle(shuffled);
            var after = OrgChart.Build(shuffled);
            Assert.All(people, p => Assert.Equal(
                (before.LevelOf(p.Id), before.SubtreeSizeOf(p.Id), before.PlaceOf(p.Id)),
                (after.LevelOf(p.Id), after.SubtreeSizeOf(p.Id), after.PlaceOf(p.Id))));
            Assert.Equal(30, before.Roots.Sum(root => before.SubtreeSizeOf(root) + 1));
        }
    }

    [Fact]
    public void Who_reported_to_a_leaver_reports_to_the_leavers_manager()
    {
        var left = DateOnly.FromDateTime(MadeCompany.End);
        var index = PersonIndex.AtEndOf(MadeCompany.Period,
        [
            new() { Id = new(1), Key = "a" },
            new() { Id = new(2), Key = "b", ManagerId = new(1), Leave = left },
            new() { Id = new(3), Key = "c", ManagerId = new(2), Leave = left.AddDays(-9) },
            new() { Id = new(4), Key = "d", ManagerId = new(3), Leave = left.AddDays(1) },
            new() { Id = new(5), Key = "e", ManagerId = new(4), Start = left },
        ]);
        Assert.Equal(Numbered.People([1, 4]), index.People.Select(person => person.Id));
        Assert.Equal(1, index.People[1].ManagerId?.Value);
    }

    private static OrgChart Chart(params (int Id, int? Manager)[] people) => OrgChart.Build(
        [.. people.Select(
            p => new Person { Id = new(p.Id), Key = $"{p.Id:000}", ManagerId = p.Manager is { } m ? new(m) : null })]);
}
