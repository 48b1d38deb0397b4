using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace InfluencerMap.Graph.Tests;

public sealed class SurpriseTests
{
    [Fact]
    public void Surprise_is_told_from_50_people_and_56_days_on()
    {
        Assert.All(SurpriseOf(49, dayCount: 365, new Random(1)), value => Assert.Null(value));
        Assert.All(SurpriseOf(50, dayCount: 55, new Random(1)), value => Assert.Null(value));
        Assert.All(SurpriseOf(50, dayCount: 56, new Random(1)), value => Assert.NotNull(value));
    }

    [Fact]
    public void One_in_twenty_lies_beyond_two_by_chance()
    {
        var surprise = SurpriseOf(2000, dayCount: 90, new Random(2)).OfType<double>().ToArray();
        Assert.InRange(surprise.Count(value => Math.Abs(value) > 2) / 2000.0, 0.02, 0.08);
        Assert.Equal(0, surprise.Average(), 0.01);
    }

    [Fact]
    public void Who_scores_far_above_peers_of_the_same_place_and_volume_surprises_most()
    {
        var surprise = SurpriseOf(200, dayCount: 90, new Random(3), planted: 137);
        Assert.Equal(surprise.Max(), surprise[137]);
        // The first of 200 cannot be further out than the largest of 200 quantiles, 2.8.
        Assert.True(surprise[137] > 2.4);
    }

    [Fact]
    public void First_of_a_company_without_structure_is_as_far_out_as_chance_puts_the_first_of_a_thousand()
    {
        var firsts = Enumerable.Range(10, 20).Select(seed => SurpriseOf(1000, 90, new Random(seed)).Max()!.Value);
        // The mean of the largest of a thousand normal numbers is 3.24.
        Assert.InRange(firsts.Average(), 2.9, 3.6);
    }

    [Fact]
    public void Surprise_is_that_of_fits_which_leave_the_own_department_out()
    {
        const int Count = 60;
        var (people, chart, activity, scores) = Company(Count, 90, new Random(4));
        var actual = Surprise.Of(
            Numbered.Nodes(Enumerable.Range(0, Count)), scores, people, chart, activity, daysMin: 56);

        var x = Matrix<double>.Build.Dense(Count, 5, (row, column) => column switch
        {
            0 => 1,
            1 => chart.LevelOf(people.People[row].Id),
            2 => Math.Log(1 + chart.DirectReportsOf(people.People[row].Id)),
            3 => Math.Log(1 + chart.SubtreeSizeOf(people.People[row].Id)),
            _ => Math.Log(1 + activity.InteractionCountByNode[row]),
        });
        for (var column = 1; column <= 4; column++)
        {
            var values = x.Column(column);
            var mean = values.Average();
            var deviation = Math.Sqrt(values.Select(value => (value - mean) * (value - mean)).Average());
            x.SetColumn(column, values.Map(value => (value - mean) / deviation, Zeros.Include));
        }
        var y = Vector<double>.Build.Dense(Count, i =>
            Normal.InvCDF(0, 1, (scores.Count(score => score < scores[i]) + 0.5) / Count));
        var ridge = Matrix<double>.Build.DenseDiagonal(5, 5, i => i == 0 ? 0 : 1);
        var residuals = Vector<double>.Build.Dense(Count, i =>
        {
            int[] others = [.. Enumerable.Range(0, Count).Where(other => PartOf(other) != PartOf(i))];
            var rows = Matrix<double>.Build.DenseOfRows(others.Select(other => x.Row(other)));
            var fit = (rows.TransposeThisAndMultiply(rows) + ridge).Inverse()
                * rows.TransposeThisAndMultiply(Vector<double>.Build.DenseOfEnumerable(others.Select(o => y[o])));
            return y[i] - x.Row(i) * fit;
        });
        var levels = people.People.Select(person => chart.LevelOf(person.Id)).ToArray();
        for (var i = 0; i < Count; i++)
        {
            var others = Enumerable.Range(0, Count).Where(o => o != i && GroupOf(o) == GroupOf(i))
                .Select(o => residuals[o]).ToArray();
            var deviation = Math.Sqrt(others.Sum(r => Math.Pow(r - others.Average(), 2)) / (others.Length - 1));
            Assert.Equal(
                (residuals[i] - others.Average()) / (deviation * Math.Sqrt(1 + 1.0 / others.Length)),
                actual[i]!.Value, 1e-9);
        }

        string PartOf(int i) => people.People.Count(p => p.Department == people.People[i].Department) >= 10
            ? people.People[i].Department!
            : $"part {i % 10}";

        // Levels of 20 people and more: the last two of the three; the first joins the second.
        int GroupOf(int i) => levels.Count(level => level == levels[i]) >= 20 ? levels[i] : levels.GroupBy(l => l)
            .Where(l => l.Count() >= 20).Select(l => l.Key).Where(l => l > levels[i]).DefaultIfEmpty(
                levels.GroupBy(l => l).Where(l => l.Count() >= 20).Max(l => l.Key)).Min();
    }

    private static double?[] SurpriseOf(int personCount, int dayCount, Random random, int planted = -1)
    {
        var (people, chart, activity, scores) = Company(personCount, dayCount, random);
        if (planted >= 0)
            scores[planted] = 0.999;
        return Surprise.Of(
            Numbered.Nodes(Enumerable.Range(0, personCount)), scores, people, chart, activity, daysMin: 56);
    }

    /// <summary>Three departments of ten or more, the rest too small; scores by chance around 0.5.</summary>
    private static (PersonIndex People, OrgChart Chart, Activity Activity, double[] Scores) Company(
        int personCount, int dayCount, Random random)
    {
        var people = new PersonIndex(Enumerable.Range(1, personCount).Select(id => new Person
        {
            Id = new(id),
            Key = $"{id:0000}",
            ManagerId = new(id / 6),
            Department = $"Department {(id % 5 < 3 ? id % 5 : id + 10)}",
        }));
        var activity = new Activity(
            [.. people.People.Select(_ => random.Next(10, 500))], dayCount, new int[personCount]);
        var scores = people.People
            .Select(_ => Enumerable.Range(0, 6).Average(_ => random.NextDouble())).ToArray();
        return (people, OrgChart.Build(people.People), activity, scores);
    }
}
