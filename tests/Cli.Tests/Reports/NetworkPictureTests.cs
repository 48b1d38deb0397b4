using System.Xml.Linq;
using InfluencerMap.Cli;
using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Tests.Reports;

public sealed class NetworkPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(40, 100)]
    [InlineData(1_200, 6_000)]
    public void Picture_is_well_formed_and_says_what_it_shows(int people, int ties)
    {
        var root = XDocument.Parse(Draw(people, ties)).Root!;

        Assert.Equal(Svg + "svg", root.Name);
        Assert.NotEmpty(root.Element(Svg + "title")!.Value);
        Assert.NotEmpty(root.Element(Svg + "desc")!.Value);
    }

    [Fact]
    public void Picture_numbers_the_top_twenty_each_once()
    {
        var numbers = Texts(Draw(1_200, 6_000), "number");

        // The key shows 1 and 2 again.
        Assert.Equal(Enumerable.Range(1, 20).Concat([1, 2]).Order(), numbers.Select(int.Parse).Order());
    }

    [Fact]
    public void Picture_draws_no_more_ties_than_a_reader_can_tell_apart_and_says_so()
    {
        var text = Draw(1_200, 12_000);

        Assert.Equal(NetworkPicture.TiesMax, Curves(text));
        Assert.Contains(Texts(text, "key"), line => line.Contains("the strongest 4,000 of "));
        Assert.True(text.Length < 1_000_000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Picture_draws_one_curve_for_a_pair_of_two_units_and_none_inside_a_unit(bool directed)
    {
        // Every third person is of the same department.
        Tie[] ties = [new(0, 1), new(1, 0), new(0, 2), new(0, 3)];

        Assert.Equal(2, Curves(Draw(People(60), GraphBuilder.Build(60, ties, directed))));
    }

    [Fact]
    public void Picture_holds_nothing_that_tells_who_someone_is()
    {
        var text = Draw(300, 1_000);

        Assert.DoesNotContain("@", text);
        Assert.All(People(300).People, p => Assert.DoesNotContain(p.Key, text));
    }

    [Fact]
    public void Picture_is_the_same_text_for_the_same_network() => Assert.Equal(Draw(300, 1_000), Draw(300, 1_000));

    [Fact]
    public void Unit_names_are_escaped() => Assert.Contains("Research &amp; &lt;Labs&gt;", Draw(40, 100));

    [Fact]
    public void Branches_of_the_chart_stand_in_where_departments_are_unknown()
    {
        var people = new PersonIndex(People(60).People.Select(p => p with { Department = null }));
        var text = Draw(people, GraphBuilder.Build(60, [new(0, 59)], directed: false));

        Assert.Contains(Texts(text, "unit"), name => name == "Branch 1");
        Assert.Contains("branches of the org chart", text);
    }

    private static string Draw(int people, int ties)
    {
        var draw = new Random(people + ties);
        var drawn = new Tie[ties];
        for (var i = 0; i < ties; i++)
            drawn[i] = new(draw.Next(people), draw.Next(people), 1 - draw.NextDouble());
        return Draw(People(people), GraphBuilder.Build(people, drawn, directed: false));
    }

    /// <summary>Everyone but the last tenth has a rank, in the order of the nodes.</summary>
    private static string Draw(PersonIndex people, InteractionGraph graph)
    {
        var chart = OrgChart.Build(people.People);
        var rankedCount = people.Count * 9 / 10;
        var ranking = people.People.Select((p, node) => Ranked(p, node < rankedCount ? node + 1 : null, chart));
        return NetworkPicture.Draw(new(graph, people, chart), [.. ranking]);
    }

    private static PersonIndex People(int count) => new(Enumerable.Range(1, count).Select(id => new Person
    {
        Id = new(id),
        Key = $"key{id:D6}",
        ManagerId = id == 1 ? null : new(id / 5 + (id < 5 ? 1 : 0)),
        Department = (id % 3) switch { 0 => "Sales", 1 => "Research & <Labs>", _ => "Finance" },
    }));

    private static RankedPerson Ranked(Person person, int? rank, OrgChart chart) => new()
    {
        PersonId = person.Id,
        Rank = rank,
        Score = 0,
        BetweennessShare = 0,
        ReachShare = 0,
        PageRankShare = 0,
        Betweenness = 0,
        BetweennessPercentile = 0,
        ReachTwoSteps = 0,
        ReachTwoStepsShare = 0,
        HarmonicCloseness = 0,
        PageRank = 0,
        Degree = 0,
        Strength = 0,
        Level = 1,
        DirectReports = chart.DirectReportsOf(person.Id),
        ChartPlace = 1,
    };

    private static IEnumerable<string> Texts(string svg, string style) =>
        XDocument.Parse(svg).Descendants(Svg + "text")
            .Where(t => (string?)t.Attribute("class") == style).Select(t => t.Value);

    private static int Curves(string svg) =>
        XDocument.Parse(svg).Descendants(Svg + "path").Count(p => ((string)p.Attribute("d")!).Contains('Q'));
}
