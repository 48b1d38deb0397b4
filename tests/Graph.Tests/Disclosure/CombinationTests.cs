using InfluencerMap.Graph.Disclosure;

namespace InfluencerMap.Tests;

/// <summary>Figures of groups, added and subtracted in any way, tell of no few people.</summary>
public sealed class CombinationTests
{
    private const int Minimum = 4;

    /// <summary>Against an oracle that tries every set of few people, with another arithmetic.</summary>
    [Fact]
    public void Few_are_told_apart_exactly_when_leaving_them_out_loses_a_dimension()
    {
        var (found, none) = (0, 0);
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var sets = Draw(random, people: random.Next(8, 45), attributes: random.Next(2, 4));

            var told = Combinations.ToldApart(sets, All(sets), Minimum);

            var expected = SomeFewAreToldApart(sets);
            Assert.True(told is not null == expected, $"Seed {seed}: found {told is not null}, expected {expected}.");
            if (told is not null)
                Assert.True(Loses(sets, [.. told]) && told.Length < Minimum, $"Seed {seed}: it is other people.");
            _ = expected ? found++ : none++;
        }
        Assert.True(found > 30 && none > 30, $"{found} with, {none} without: the draws say little.");
    }

    [Fact]
    public void Two_departments_less_two_sites_tell_of_the_one_person_who_is_in_none_of_both()
    {
        // No department holds a site, so no pair of sets differs by few. Both departments together are both sites and
        // one person more.
        int[] departments = [.. Enumerable.Repeat(1, 20), .. Enumerable.Repeat(2, 21), .. Enumerable.Repeat(3, 30)];
        int[] sites = [.. Enumerable.Range(0, 71).Select(i => i < 40 ? 1 + i % 2 : 3)];

        Assert.Equal([40], Combinations.ToldApart([departments, sites], All([departments]), 10)!);
    }

    [Fact]
    public void Three_attributes_tell_what_no_two_of_them_do()
    {
        // Of two sets each, by 60 people: first + second + third is even for all of them but the last.
        (int, int, int)[] even = [(0, 0, 0), (0, 1, 1), (1, 2, 0), (1, 0, 2), (2, 2, 1), (2, 1, 2)];
        var people = Enumerable.Range(0, 60).Select(i => even[i % 6]).Append((2, 0, 0)).ToArray();
        int[] first = [.. people.Select(p => p.Item1)], second = [.. people.Select(p => p.Item2)];
        int[] third = [.. people.Select(p => p.Item3)];

        Assert.Null(Combinations.ToldApart([first, second], All([first]), 10));
        Assert.Null(Combinations.ToldApart([first, third], All([first]), 10));
        Assert.Null(Combinations.ToldApart([second, third], All([first]), 10));
        Assert.Equal([60], Combinations.ToldApart([first, second, third], All([first]), 10)!);
    }

    [Fact]
    public void Large_company_is_settled_in_a_moment()
    {
        var random = new Random(7);
        int[][] sets = [Numbers(300), Numbers(50), Numbers(100)];

        Assert.Null(Combinations.ToldApart(sets, All(sets), 10));

        int[] Numbers(int count) => [.. Enumerable.Range(0, 30_000).Select(_ => random.Next(count))];
    }

    private static bool[] All(int[][] sets) => [.. Enumerable.Repeat(true, sets[0].Length)];

    /// <summary>Groups that mostly agree between the attributes, but for a few people.</summary>
    private static int[][] Draw(Random random, int people, int attributes)
    {
        var groups = random.Next(2, 5);
        int[] first = [.. Enumerable.Range(0, people).Select(_ => random.Next(groups))];
        return
        [
            first,
            .. Enumerable.Range(1, attributes - 1).Select(_ =>
            {
                var (merged, strays) = (random.Next(groups), random.Next(1, 6));
                return first.Select(group => random.Next(strays * 4) == 0 ? random.Next(groups)
                    : group == merged ? 0 : group).ToArray();
            }),
        ];
    }

    private static bool SomeFewAreToldApart(int[][] sets)
    {
        // People in the same sets are told apart together or not at all.
        int[][] cells =
        [
            .. Enumerable.Range(0, sets[0].Length).GroupBy(person => string.Join(' ', sets.Select(set => set[person])))
                .Select(cell => cell.ToArray()),
        ];
        return Subsets([], 0).Any(few => Loses(sets, few));

        IEnumerable<HashSet<int>> Subsets(HashSet<int> chosen, int from)
        {
            if (chosen.Count > 0)
                yield return chosen;
            for (var next = from; next < cells.Length; next++)
                if (chosen.Count + cells[next].Length < Minimum)
                    foreach (var more in Subsets([.. chosen, .. cells[next]], next + 1))
                        yield return more;
        }
    }

    /// <summary>Whether the rows of the others span less than the rows of all.</summary>
    private static bool Loses(int[][] sets, HashSet<int> few)
    {
        var rows = Enumerable.Range(0, sets[0].Length).Select(person => (person, Row(sets, person))).ToArray();
        return Rank([.. rows.Where(row => !few.Contains(row.person)).Select(row => row.Item2)])
            < Rank([.. rows.Select(row => row.Item2)]);
    }

    private static double[] Row(int[][] sets, int person)
    {
        const int most = 8;
        var row = new double[most * sets.Length];
        for (var attribute = 0; attribute < sets.Length; attribute++)
            row[most * attribute + sets[attribute][person]] = 1;
        return row;
    }

    /// <summary>By elimination with the largest pivot, of distinct rows.</summary>
    private static int Rank(double[][] all)
    {
        var rows = all.DistinctBy(row => string.Join(' ', row)).Select(row => (double[])row.Clone()).ToList();
        var rank = 0;
        for (var column = 0; rows.Count > 0 && column < rows[0].Length; column++)
        {
            var pivot = rows.MaxBy(row => Math.Abs(row[column]))!;
            if (Math.Abs(pivot[column]) < 1e-9)
                continue;
            rank++;
            rows.Remove(pivot);
            foreach (var row in rows)
            {
                var factor = row[column] / pivot[column];
                for (var i = column; i < row.Length; i++)
                    row[i] -= factor * pivot[i];
            }
        }
        return rank;
    }
}
