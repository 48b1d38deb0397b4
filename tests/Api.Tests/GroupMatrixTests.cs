using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>What a matrix withholds cannot be had from what it shows.</summary>
public sealed class GroupMatrixTests
{
    private const int Each = 20;

    /// <summary>
    /// One tie between two groups is withheld. Were all other cells shown, the sum of everybody's ties would give it:
    /// so more are withheld, until what is withheld rests on enough people.
    /// </summary>
    [Fact]
    public async Task A_cell_of_few_takes_others_with_it_until_the_rest_is_of_many()
    {
        Person[] people =
        [
            .. Enumerable.Range(1, 3 * Each).Select(id => new Person
            {
                Id = new(id), Key = $"{id * 7919:x16}", Department = $"{"abc"[(id - 1) / Each]}", Site = "one",
            }),
        ];
        await using var company = new Company();
        await company.InitializeAsync(
            people, [.. Inside(), .. Between(0, 1), .. Between(1, 2), new(new(1), new(2 * Each + 1), 1)]);
        await using var callers = await KeyHolders.ServeAsync(company.Connection, 1);

        var matrix = await callers[Roles.HrRead].ReadAsync("/v1/groups/ties?by=department");

        var cells = matrix["cells"]!.AsArray().Select(cell => $"{cell!["from"]}{cell["to"]}").ToArray();
        Assert.DoesNotContain("ac", cells);
        Assert.DoesNotContain("ca", cells);
        // Besides the two of one tie.
        Assert.InRange(cells.Length, 1, 9 - 2 - 1);
        Assert.Equal(["one"], (await callers[Roles.HrRead].ReadAsync("/v1/groups/ties?by=site"))["groups"]!
            .AsArray().Select(name => (string?)name));
    }

    private static IEnumerable<PersonTie> Inside() =>
        from unit in Enumerable.Range(0, 3)
        from person in Enumerable.Range(1, Each - 1)
        select new PersonTie(new(unit * Each + person), new(unit * Each + person + 1), 9);

    private static IEnumerable<PersonTie> Between(int unit, int other) =>
        from person in Enumerable.Range(1, Each)
        select new PersonTie(new(unit * Each + person), new(other * Each + person), 3 + unit);
}
