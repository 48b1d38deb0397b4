using InfluencerMap.Graph.Disclosure;

namespace InfluencerMap.Graph.Tests;

/// <summary>From a cohort's bounds nobody's group follows.</summary>
public sealed class SeatSharesTests
{
    /// <summary>One group of 100 in 1,000 has 3 of 30 seats by headcount.</summary>
    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    [InlineData(30, false)]
    public void Lower_bound_may_double_a_share_of_the_seats(int min, bool may) =>
        Assert.Equal(may, Shares(1_000, 30, (min, 30, 100)).TellLittle(needsHalf: true));

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    [InlineData(0, false)]
    public void Upper_bound_may_halve_it(int max, bool may) =>
        Assert.Equal(may, Shares(1_000, 30, (0, max, 100)).TellLittle(needsHalf: true));

    /// <summary>All others are free, so that nothing else follows.</summary>
    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void Upper_bound_on_one_of_many_groups_may_halve_its_share(int max, bool may) =>
        Assert.Equal(
            may,
            Shares(1_000, 30, [(0, max, 100), .. Enumerable.Repeat((0, 30, 100), 9)]).TellLittle(needsHalf: true));

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void Teams_may_be_bounded_to_one_and_not_to_nobody(int max, bool may) =>
        Assert.Equal(may, Shares(1_000, 30, (0, max, 100)).TellLittle(needsHalf: false));

    [Fact]
    public void Group_of_less_than_half_makes_no_more_than_half_of_the_members()
    {
        Assert.True(Shares(100, 10, (5, 10, 40)).TellLittle(needsHalf: true));
        Assert.False(Shares(100, 10, (6, 10, 40)).TellLittle(needsHalf: true));
        // A larger one leaves the others half of theirs.
        Assert.True(Shares(100, 10, (9, 10, 80)).TellLittle(needsHalf: true));
        Assert.False(Shares(100, 10, (10, 10, 80)).TellLittle(needsHalf: true));
    }

    [Fact]
    public void Bounds_on_all_others_are_a_bound_on_the_one_that_is_left()
    {
        // Each upper bound leaves half of the share, and 15 of 30 would have to come from the group of 100.
        (int, int, int)[] others = [.. Enumerable.Repeat((0, 5, 300), 3)];

        Assert.False(Shares(1_000, 30, [.. others, (0, 30, 100)]).TellLittle(needsHalf: true));
        // The same where that group is withheld.
        Assert.False(Shares(1_000, 30, others).TellLittle(needsHalf: true));
        (int, int, int)[] wider = [.. Enumerable.Repeat((0, 8, 300), 3), (0, 30, 100)];
        Assert.True(Shares(1_000, 30, wider).TellLittle(needsHalf: true));
    }

    [Theory]
    [InlineData(3, 12, 12, true)]
    [InlineData(3, 12, 8, false)]
    [InlineData(0, 2, 6, true)]
    [InlineData(0, 2, 7, false)]
    public void Seats_hold_the_lower_bounds_and_upper_ones_leave_as_many(int min, int max, int seats, bool fit) =>
        Assert.Equal(fit, Shares(60, 12, [.. Enumerable.Repeat((min, max, 20), 3)]).FitIn(seats));

    [Theory]
    [InlineData(4, 4, true)]
    [InlineData(5, 4, false)]
    public void Bounds_of_one_group_that_exclude_each_other_fit_in_no_seats(int min, int max, bool fit) =>
        Assert.Equal(fit, Shares(60, 12, (min, max, 20)).FitIn(12));

    private static SeatShares Shares(int people, int size, params (int Min, int Max, int People)[] groups) =>
        new(people, size, groups.Select(group => (new SeatBounds(group.Min, group.Max), group.People)));
}
