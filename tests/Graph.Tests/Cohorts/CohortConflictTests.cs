using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Tests;

public sealed class CohortConflictTests
{
    [Fact]
    public void The_wishes_named_conflict_and_without_any_one_of_them_do_not()
    {
        var refusals = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var company = new RandomCompany(seed, personCountMax: 14);
            var options = company.RandomOptions(sizeMax: 4);
            if (Refusal(company, options) is not { } conflict)
                continue;
            refusals++;
            string[] all = [.. conflict.Wishes, .. conflict.Conditions];
            Assert.False(ExistsWith(company, options, all));
            Assert.All(all, wish =>
                Assert.True(ExistsWith(company, options, [.. all.Where(other => other != wish)]),
                    $"seed {seed}: {string.Join("; ", conflict.Wishes)} / {string.Join("; ", options.Quotas)}"));
        }
        Assert.InRange(refusals, 50, 350);
    }

    [Fact]
    public void More_departments_than_members_is_named_with_the_size()
    {
        var company = new RandomCompany(5, personCountMax: 40, personCountMin: 40);
        var options = new CohortOptions
        {
            Size = 3,
            Quotas = [new(CohortTrait.Department, Min: 1), new(CohortTrait.Managers, Max: 3)],
        };

        var conflict = Refusal(company, options);

        Assert.Equal(["size 3 of 40 people", "department:min=1 in 4 groups"], conflict!.Wishes);
    }

    [Fact]
    public void A_group_too_small_for_its_own_bound_is_named_with_what_there_is()
    {
        var company = new RandomCompany(5, personCountMax: 40, personCountMin: 40);
        var options = new CohortOptions { Size = 10, Quotas = [new(CohortTrait.Site, "Atlantis", Min: 1)] };

        var conflict = Refusal(company, options);

        Assert.Equal(["site=Atlantis:min=1"], conflict!.Wishes);
        Assert.Equal(["site=Atlantis has 0 to choose from, 1 are asked for"], conflict.Detail);
    }

    private static CohortConflict? Refusal(RandomCompany company, CohortOptions options)
    {
        try
        {
            company.Choose(options);
            return null;
        }
        catch (InfeasibleCohortException refusal)
        {
            return refusal.Conflict;
        }
    }

    /// <summary>By trying all sets of every size: keeps only the wishes named, as the messages write them.</summary>
    private static bool ExistsWith(RandomCompany company, CohortOptions options, IReadOnlyCollection<string> wishes)
    {
        bool IsNamed(string end) => wishes.Any(wish => wish.EndsWith(end, StringComparison.Ordinal));
        PersonId[] everybody = [.. company.People.People.Select(person => person.Id)];
        var unknown = everybody.Where(id => !NaiveCohorts.MayBeChosen(
            company, options with { Excluded = [], ChosenFrom = null }, company.People.NodeOf(new(id.Value))!.Value));
        var volunteers = IsNamed("volunteers to choose from") ? options.From : null;
        var isKnownAsked = options.From is null && IsNamed("not to choose from");
        var kept = options with
        {
            Included = IsNamed("included") ? options.Included : [],
            Excluded = [.. IsNamed("excluded") ? options.Excluded : [], .. isKnownAsked ? unknown : []],
            ChosenFrom = IsNamed("people to choose from") ? options.ChosenFrom : null,
            From = volunteers ?? everybody,
            Quotas =
            [
                .. options.Quotas.Select(quota => quota with
                {
                    Min = wishes.Any(w => w.StartsWith($"{Name(quota)}:min={quota.Min}", StringComparison.Ordinal))
                        ? quota.Min : 0,
                    Max = wishes.Any(w => w.StartsWith($"{Name(quota)}:max={quota.Max}", StringComparison.Ordinal))
                        ? quota.Max : null,
                }),
            ],
        };
        return wishes.Any(w => w.StartsWith("size", StringComparison.Ordinal))
            ? NaiveCohorts.Exists(company, kept)
            : Enumerable.Range(0, company.People.Count + 1)
                .Any(size => size == 0
                    ? kept.Included.Count == 0 && kept.Quotas.All(quota => quota.Min == 0)
                    : NaiveCohorts.Exists(company, kept with { Size = size }));
    }

    private static string Name(CohortQuota quota) =>
        (quota.Trait == CohortTrait.JobFamily ? "jobFamily" : quota.Trait.ToString().ToLowerInvariant())
        + (quota.Value is null ? "" : "=" + quota.Value);
}
