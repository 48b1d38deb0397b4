using System.Globalization;
using System.Security;
using System.Text;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Cli;

/// <summary>
/// Draws a company's network as one SVG: units as discs, ties between units as curves, the top of the ranking numbered.
/// </summary>
/// <remarks>Holds unit names and ranks, but no name, key, id or address of a person.</remarks>
public static class NetworkPicture
{
    /// <summary>More curves than this would be one grey surface.</summary>
    public const int TiesMax = 4_000;

    /// <summary>How much of the way to the middle a curve is pulled.</summary>
    private const double Pull = 0.75;

    private const string Style = """
        text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:#22303c}
        .title{font-size:30px;font-weight:700}.sub{font-size:17px;fill:#51606d}
        .unit{font-size:17px;font-weight:600}.heads,.key{font-size:14px;fill:#51606d}
        .disc{fill:#e9edf0;stroke:#cdd5db}.dots{stroke:#8b9cab;stroke-linecap:round;fill:none}
        .pale{stroke:#c6d0d8}.tie{stroke:#3f5b74;fill:none}.carry{stroke:#d9571b;fill:none;stroke-width:1.2;opacity:.42}
        .lead.carry{stroke:#2b6cb0}.rank{fill:#d9571b}.lead.rank{fill:#2b6cb0}.rank{stroke:#fff;stroke-width:1.6}
        .number{font-size:12px;font-weight:700;fill:#fff;text-anchor:middle}
        """;

    /// <param name="network">What was ranked; the chart gives the units where departments are unknown.</param>
    /// <param name="ranking">Ranked people in any order; people without a rank are drawn pale.</param>
    /// <param name="topCount">How many of the ranking carry their number.</param>
    public static string Draw(Network network, IReadOnlyList<RankedPerson> ranking, int topCount = 20)
    {
        var (graph, people) = (network.Graph, network.People);
        var ranked = ranking.Where(r => r.Rank is not null && people.NodeOf(r.PersonId) is not null).ToArray();
        var top = ranked.Where(r => r.Rank <= topCount).OrderBy(r => r.Rank).ToArray();
        Node[] topNodes = [.. top.Select(r => people.KnownNodeOf(r.PersonId))];
        var isTop = new bool[people.Count];
        foreach (var node in topNodes)
            isTop[node] = true;

        var units = Units.Find(people, network.Chart);
        var layout = PictureLayout.Of(units, PictureTies.CountByNode(graph, units), topNodes);
        var ties = PictureTies.Between(graph, units, isTop);
        var drawn = ties.AsSpan(0, Math.Min(ties.Length, TiesMax));

        var svg = new Svg();
        var leadsNobody = top.Count(r => r.DirectReports == 0);
        Open(svg, top.Length, leadsNobody, people.Count, units);
        DrawDiscs(svg, layout);
        DrawOrdinaryTies(svg, layout, drawn);
        DrawTopTies(svg, layout, drawn, topNodes, top);
        DrawPeople(svg, layout, isTop, [.. ranked.Select(r => people.KnownNodeOf(r.PersonId))]);
        DrawTop(svg, layout, topNodes, top);
        DrawLabels(svg, layout);
        DrawKey(svg, ties.Length, drawn.Length, top.Length);
        return svg.Close();
    }

    private static void Open(Svg svg, int topCount, int leadsNobody, int peopleCount, Units units)
    {
        var lead = leadsNobody == 1 ? "leads" : "lead";
        var title = topCount == 0
            ? "Nobody could be ranked"
            : $"Of the {topCount} people who best connect the company, {leadsNobody} {lead} nobody";
        var sub = $"{Count(peopleCount, "person", "people")} in {units.All.Count} {units.Plural}. "
            + "Lines join people of different units who keep in touch.";
        svg.Line($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1400 1130" role="img" aria-labelledby="title desc">
            <title id="title">{title}</title>
            <desc id="desc">{sub} Numbers are places in the ranking; the person at 1 connects best.</desc>
            <style>{Style}</style>
            <rect width="1400" height="1130" rx="18" fill="#fbfcfd"/>
            <text class="title" x="44" y="62">{title}</text>
            <text class="sub" x="44" y="92">{sub}</text>
            """);
    }

    private static void DrawDiscs(Svg svg, PictureLayout layout)
    {
        foreach (var unit in layout.Discs)
            svg.Line($"<circle class=\"disc\" cx=\"{Svg.N(unit.Centre.X)}\" cy=\"{Svg.N(unit.Centre.Y)}\" "
                + $"r=\"{Svg.N(unit.Radius + 4)}\"/>");
    }

    /// <summary>Four shades by strength, the strongest last and on top; paler where there are many.</summary>
    private static void DrawOrdinaryTies(Svg svg, PictureLayout layout, ReadOnlySpan<PictureTie> ties)
    {
        PictureTie[] ordinary = [.. ties.ToArray().Where(t => !t.TouchesTop)];
        var calm = Math.Min(1, Math.Sqrt(1_000.0 / Math.Max(1, ordinary.Length)));
        for (var shade = 3; shade >= 0; shade--)
        {
            var (width, opacity) = (Svg.N(1.3 - 0.2 * shade), Svg.N(calm * (0.3 - 0.06 * shade)));
            svg.Line($"<g class=\"tie\" stroke-width=\"{width}\" opacity=\"{opacity}\">");
            var (first, last) = (ordinary.Length * shade / 4, ordinary.Length * (shade + 1) / 4);
            foreach (var tie in ordinary[first..last])
                svg.Line($"<path d=\"{Curve(layout, tie)}\"/>");
            svg.Line("</g>");
        }
    }

    private static void DrawTopTies(
        Svg svg, PictureLayout layout, ReadOnlySpan<PictureTie> ties, Node[] topNodes, RankedPerson[] top)
    {
        var leads = topNodes.Where((_, i) => top[i].DirectReports > 0).ToHashSet();
        foreach (var tie in ties)
            if (tie.TouchesTop)
            {
                var ofLead = !topNodes.Contains(tie.Node) || leads.Contains(tie.Node);
                var ofOtherLead = !topNodes.Contains(tie.Other) || leads.Contains(tie.Other);
                var style = ofLead && ofOtherLead ? "lead carry" : "carry";
                svg.Line($"<path class=\"{style}\" d=\"{Curve(layout, tie)}\"/>");
            }
    }

    private static string Curve(PictureLayout layout, PictureTie tie)
    {
        var (from, to) = (layout.Spots[tie.Node], layout.Spots[tie.Other]);
        var bend = from.Towards(to, 0.5).Towards(PictureLayout.Middle, Pull);
        return $"M{Svg.N(from.X)} {Svg.N(from.Y)}Q{Svg.N(bend.X)} {Svg.N(bend.Y)} {Svg.N(to.X)} {Svg.N(to.Y)}";
    }

    /// <summary>A dot is a line of no length with a round end: a few bytes each, one path for a unit.</summary>
    private static void DrawPeople(Svg svg, PictureLayout layout, bool[] isTop, HashSet<Node> measured)
    {
        foreach (var unit in layout.Discs)
            foreach (var kind in unit.Nodes.Where(n => !isTop[n]).GroupBy(measured.Contains).OrderBy(g => g.Key))
            {
                var path = string.Concat(kind.Select(n => $"M{Svg.N(layout.Spots[n].X)} {Svg.N(layout.Spots[n].Y)}h0"));
                svg.Line($"<path class=\"{(kind.Key ? "dots" : "dots pale")}\" "
                    + $"stroke-width=\"{Svg.N(Math.Min(9, layout.DotPitch * 0.68))}\" d=\"{path}\"/>");
            }
    }

    private static void DrawTop(Svg svg, PictureLayout layout, Node[] topNodes, RankedPerson[] top)
    {
        for (var i = top.Length - 1; i >= 0; i--)
            svg.Rank(layout.Spots[topNodes[i]], top[i].Rank.ToString()!, top[i].DirectReports > 0);
    }

    private static void DrawLabels(Svg svg, PictureLayout layout)
    {
        foreach (var unit in layout.Discs)
        {
            var spot = Spot.Around(unit.Centre, unit.Radius + 18, unit.Angle);
            var cosine = Math.Cos(unit.Angle);
            var anchor = cosine > 0.25 ? "start" : cosine < -0.25 ? "end" : "middle";
            var lift = 12 * Math.Sin(unit.Angle) - 2;
            svg.Text("unit", spot.X, spot.Y + lift, char.ToUpperInvariant(unit.Name[0]) + unit.Name[1..], anchor);
            svg.Text("heads", spot.X, spot.Y + lift + 17, Count(unit.Nodes.Length, "person", "people"), anchor);
        }
    }

    private static void DrawKey(Svg svg, int tieCount, int drawnCount, int topCount)
    {
        svg.Rank(new(56, 1018), "1", leads: false);
        svg.Text("key", 76, 1023, $"top {topCount}, leads nobody");
        svg.Rank(new(56, 1046), "2", leads: true);
        svg.Text("key", 76, 1051, $"top {topCount}, leads a team");
        svg.Line("<path class=\"dots\" stroke-width=\"8\" d=\"M56 1073h0\"/>");
        svg.Text("key", 76, 1078, "everyone else; the more ties to other units, the further inwards");
        svg.Line("<path class=\"dots pale\" stroke-width=\"8\" d=\"M56 1099h0\"/>");
        svg.Text("key", 76, 1104, "cannot be measured by these sources");

        var ties = Count(tieCount, "tie", "ties");
        svg.Text("key", 1356, 1051, $"Numbers are ranks; coloured lines are ties of the top {topCount}", "end");
        svg.Text("key", 1356, 1078, drawnCount == tieCount
            ? $"All {ties} between units are drawn, darker where stronger"
            : $"Drawn: the strongest {drawnCount:N0} of {ties} between units; those of the top come first", "end");
        svg.Text("key", 1356, 1104, "Ties inside a unit are not drawn", "end");
    }

    private static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    /// <summary>The text being written.</summary>
    private sealed class Svg
    {
        private readonly StringBuilder _text = new();

        public static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

        public void Line(string line) => _text.Append(line).Append('\n');

        public void Text(string style, double x, double y, string text, string anchor = "start") =>
            Line($"<text class=\"{style}\" x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{anchor}\">"
                + $"{SecurityElement.Escape(text)}</text>");

        public void Rank(Spot at, string number, bool leads)
        {
            Line($"<circle class=\"{(leads ? "lead rank" : "rank")}\" cx=\"{N(at.X)}\" cy=\"{N(at.Y)}\" r=\"11.5\"/>");
            Line($"<text class=\"number\" x=\"{N(at.X)}\" y=\"{N(at.Y + 4.3)}\">{number}</text>");
        }

        public string Close() => _text.Append("</svg>\n").ToString();
    }
}
