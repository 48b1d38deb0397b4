namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// Somebody with a staff list, callers of all roles and 2,000 requests against the product. What they hold in the end
/// about ties, attributes, managers, consent, exclusion and ranks is no better than a guess from the staff list, to 99
/// in 100. <see cref="HoleTests"/> shows that the same code finds what there is to find.
/// </summary>
/// <remarks>
/// The worst case: the adversary knows every key from the start, and comes back under a new API key for each attack, so
/// that the limits of one caller bind each attack by itself.
/// </remarks>
[Collection(Attacked.Name)]
public sealed class AdversaryTests(Attacked attacked, Assault assault) : IClassFixture<Assault>, IDisposable
{
    private readonly List<string> _leaks = [];

    private MadeCompany Company => attacked.Company;

    [Fact]
    public void Adversary_stays_within_the_requests_it_has() =>
        Assert.InRange(assault.Budget!.Left, 0, AttackedApi.RequestsMost);

    [Fact]
    public void Program_lead_learns_no_tie() =>
        IsGuess(Questions.Ties(Company, assault.Ties.Focus, assault.Ties.Scores));

    [Fact]
    public void Program_lead_learns_no_attribute_from_refusals()
    {
        IsGuess(Judged.Departments(Company, assault.Refusals));
        IsGuess(Judged.Teams(Company, assault.Refusals));
        Assert.Equal(0, Judged.WithheldKnown(Company, assault.Refusals));
    }

    [Fact]
    public void Program_lead_learns_no_attribute_from_bounds()
    {
        // Whoever joins as a group is to have more seats is of that group: that was asked for. Of everybody it says
        // little, as bounds may be far from a group's share neither in size nor in number.
        IsGuess(Questions.Values(Company, Company.Keys, one => one.Department, assault.Bounds.Scores));
        IsGuess(Questions.Values(Company, assault.Verdicts.Focus, one => one.Department, assault.Verdicts.Scores));
    }

    [Fact]
    public void Program_lead_learns_no_attribute_from_figures()
    {
        IsGuess(Questions.Values(Company, assault.Coverage.Focus, one => one.Department, assault.Coverage.Scores));
        IsGuess(Questions.Values(Company, assault.Leaving.Focus, one => one.Department, assault.Leaving.Scores));
    }

    [Fact]
    public void Program_lead_learns_of_no_key_whether_it_is_a_manager() => IsGuess(Questions.Of(
        [.. assault.TeamKeys.Where(key => Company[key].DirectReports > 0)],
        [.. assault.TeamKeys.Where(key => Company[key].DirectReports == 0)], assault.Teams));

    [Fact]
    public void Program_lead_learns_no_rank()
    {
        foreach (var found in new[] { assault.Top, assault.Including })
        {
            var signatures = Scores.SignaturesOf(found.Lists, Company.Keys);
            IsGuess(Questions.Ranks(Company, found.Targets, found.Scores, key => signatures[key]));
        }
    }

    [Fact]
    public void Program_lead_learns_no_consent()
    {
        IsGuess(Questions.Of(
            [.. assault.Agreeing.Focus.Where(key => Company.Nameable.Contains(Company[key].Number))],
            [.. assault.Agreeing.Focus.Where(key => !Company.Nameable.Contains(Company[key].Number))],
            assault.Agreeing.Scores));
        IsGuess(Judged.Agreed(Company, assault.Agreed, key => $"{assault.Agreed.Listed.Contains(key)}"));
        Assert.NotEqual(Company.Nameable.Count, assault.Agreed.Count);
        TestContext.Current.SendDiagnosticMessage(
            $"not counted, as asked for: {Judged.Agreed(Company, assault.Agreed)}, {assault.Agreed.Count} held");
    }

    [Fact]
    public void Entity_tags_tell_of_nothing_that_was_said()
    {
        Assert.Null(assault.Tag);
        IsGuess(assault.Spoken);
    }

    [Fact]
    public void Hr_learns_of_no_place_that_somebody_is_missing_from()
    {
        IsGuess(Judged.Gaps(Company, assault.View, assault.History));
        IsGuess(Judged.Gaps(Company, assault.View, assault.Moves, top: 20));
        IsGuess(Judged.Gaps(Company, assault.View, assault.ScoreOrder));
        IsGuess(Judged.BetweennessGaps(Company, assault.View, assault.BetweennessPlaces));
    }

    [Fact]
    public void Hr_learns_of_no_number_that_somebody_is_missing() => Assert.All(
        assault.Missing, figure => Assert.True(
            figure.Value < 1 || figure.Value > 2 * MadeCompany.MissingCount,
            $"{figure.Key}: {figure.Value} are missing."));

    [Fact]
    public void Hr_learns_of_nobody_on_the_staff_list_that_they_are_excluded() =>
        IsGuess(Judged.Excluded(Company, assault.Deficits));

    [Fact]
    public void Hr_learns_nothing_of_what_rules_touched_of_few_people() =>
        Assert.Empty(AttackHygiene.Judge(assault.Hygiene).Known);

    [Fact]
    public void Hr_finds_nobody_of_the_staff_list_in_the_ranking() =>
        IsGuess(Judged.Identities(Company, assault.Identities));

    [Fact]
    public void Hr_learns_of_no_key_whether_it_is_a_manager_where_that_is_not_said()
    {
        var unsaid = assault.View.Rows.Where(row => row["isManager"] is null).Select(HrView.KeyOf).ToArray();
        IsGuess(Questions.Of(
            [.. unsaid.Where(key => Company[key].DirectReports > 0)],
            [.. unsaid.Where(key => Company[key].DirectReports == 0)], assault.Surprises));
    }

    [Fact]
    public void Hr_learns_no_tie_from_measures() =>
        IsGuess(Questions.Ties(Company, assault.Measures.Focus, assault.Measures.Scores));

    [Fact]
    public void Data_protection_officer_learns_no_tie_and_no_rank()
    {
        IsGuess(Questions.Ties(Company, assault.Exports.Focus, assault.Exports.Scores));
        IsGuess(Questions.Ranks(Company, Company.Keys, assault.AuditRanks));
    }

    [Fact]
    public void Keys_of_people_excluded_are_answered_like_keys_of_people_gone() => Assert.All(assault.Tried, tried =>
    {
        IsGuess(Questions.Of(assault.ExcludedKeys, assault.GoneKeys, tried.Value.ByWords), tried.Key);
        TestContext.Current.SendDiagnosticMessage(
            $"{tried.Key}: {AttackKeys.Apart(tried.Value.TookExcluded, tried.Value.TookOthers):0.0} apart");
        // Once in 15,000 times by chance; a machine that stalls moves single answers, not their order.
        Assert.InRange(AttackKeys.Apart(tried.Value.TookExcluded, tried.Value.TookOthers), -4, 4);
    });

    [Fact]
    public void Nobody_is_shown_to_roles_that_may_see_nobody() => Assert.Empty(assault.Slips);

    private void IsGuess(
        Judge judge, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(judge))] string what = "")
    {
        TestContext.Current.SendDiagnosticMessage($"{(judge.IsGuess ? "guess" : "LEAK")} {what}: {judge}");
        if (!judge.IsGuess)
            _leaks.Add($"{what}: {judge}");
    }

    /// <summary>All that a test asks is told before it fails.</summary>
    public void Dispose() => Assert.True(_leaks.Count == 0, string.Join('\n', _leaks));
}
