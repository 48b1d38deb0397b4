using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
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
        Assert.True(surprise[137] > 3);
    }

    [Fact]
    public void Surprise_is_the_closed_form_of_ridge_on_small_data()
    {
        var random = new Random(4);
        var (people, chart, activity, scores) = Company(60, 90, random);
        var actual = Surprise.Of(Numbered.Nodes(Enumerable.Range(0, 60)), scores, people, chart, activity, daysMin: 56);

        var x = Matrix<double>.Build.Dense(60, 8, (row, column) =>
        {
            var person = people.People[row];
            return column switch
            {
                0 => 1,
                1 => chart.LevelOf(person.Id),
                2 => Math.Log(1 + chart.DirectReportsOf(person.Id)),
                3 => Math.Log(1 + chart.SubtreeSizeOf(person.Id)),
                4 => Math.Log(1 + activity.InteractionCountByNode[row]),
                _ => person.Department == $"Department {column - 5}" ? 1 : 0,
            };
        });
        for (var column = 1; column <= 4; column++)
        {
            var values = x.Column(column);
            var mean = values.Average();
            var deviation = Math.Sqrt(values.Select(value => (value - mean) * (value - mean)).Average());
            x.SetColumn(column, values.Map(value => (value - mean) / deviation, Zeros.Include));
        }
        var y = Vector<double>.Build.Dense(60, i => Math.Log((scores[i] * 59 + 0.5) / ((1 - scores[i]) * 59 + 0.5)));
        var ridge = Matrix<double>.Build.DenseDiagonal(8, 8, i => i == 0 ? 0 : 1);
        var hat = x * (x.Transpose() * x + ridge).Inverse() * x.Transpose();
        var residuals = y - hat * y;
        for (var i = 0; i < 60; i++)
        {
            var free = 1 - hat[i, i];
            var spread = Math.Sqrt(
                (residuals * residuals - residuals[i] * residuals[i] / free) / (60 - hat.Trace() - 1));
            Assert.Equal(residuals[i] / (spread * Math.Sqrt(free)), actual[i]!.Value, 1e-9);
        }
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
