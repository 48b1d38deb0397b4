using InfluencerMap.Graph.Company;

namespace InfluencerMap.Cli;

/// <summary>A point of the picture, in its units, y downwards.</summary>
internal readonly record struct Spot(double X, double Y)
{
    public static Spot Around(Spot centre, double radius, double angle) =>
        new(centre.X + radius * Math.Cos(angle), centre.Y + radius * Math.Sin(angle));

    public Spot Towards(Spot other, double share) => new(X + (other.X - X) * share, Y + (other.Y - Y) * share);
}

/// <summary>A unit in the picture: a disc on the ring with its people inside.</summary>
/// <param name="Name">What the label says.</param>
/// <param name="Nodes">Its people.</param>
/// <param name="Centre">Middle of the disc.</param>
/// <param name="Radius">Radius of the disc: its area is in proportion to the people.</param>
/// <param name="Angle">Direction from the middle of the ring, in radians.</param>
internal sealed record UnitDisc(string Name, Node[] Nodes, Spot Centre, double Radius, double Angle);

/// <summary>
/// Places people in discs, one per unit, on a ring: people with many ties to other units lie towards the middle, and
/// the top of the ranking steps out of its disc altogether.
/// </summary>
/// <remarks>Nothing is drawn by lot and nothing moves: the same people and ties give the same places.</remarks>
/// <param name="Discs">In their order on the ring.</param>
/// <param name="Spots">By node.</param>
/// <param name="DotPitch">Distance between the middles of neighbouring dots.</param>
internal sealed record PictureLayout(UnitDisc[] Discs, Spot[] Spots, double DotPitch)
{
    private const double RingRadius = 350;
    private const double DiscRadiusMax = 165;
    private const double StepOut = 15;
    private const double StepAside = 25;

    /// <summary>Seeds of a sunflower stand this far apart in angle: the golden angle.</summary>
    private static readonly double GoldenAngle = Math.PI * (3 - Math.Sqrt(5));

    public static Spot Middle { get; } = new(700, 580);

    /// <param name="units">Unit of each node.</param>
    /// <param name="outside">Ties to other units of each node.</param>
    /// <param name="top">Nodes that step out of their discs, best first.</param>
    public static PictureLayout Of(Units units, int[] outside, IReadOnlyList<Node> top)
    {
        var nodes = Node.Each(outside.Length).ToLookup(units.Of);
        var ordered = LargeBesideSmall([.. units.All.Select((unit, i) => (unit.Name, nodes[i].ToArray()))]);
        var gap = Math.Min(30, 2 * Math.PI * RingRadius / (3 * Math.Max(1, ordered.Length)));
        var perDot = FitOnRing([.. ordered.Select(u => u.Nodes.Length)], gap);

        var discs = new UnitDisc[ordered.Length];
        var spots = new Spot[outside.Length];
        var angle = 0.0;
        var slack = 2 * Math.PI - ordered.Sum(u => Extent(u.Nodes.Length, perDot, gap));
        for (var i = 0; i < discs.Length; i++)
        {
            var half = (Extent(ordered[i].Nodes.Length, perDot, gap) + slack / discs.Length) / 2;
            angle += i == 0 ? 0 : half;
            var centre = discs.Length == 1 ? Middle : Spot.Around(Middle, RingRadius, angle);
            var radius = Math.Max(perDot * Math.Sqrt(ordered[i].Nodes.Length), 10);
            discs[i] = new(ordered[i].Name, ordered[i].Nodes, centre, radius, angle);
            PlacePeople(discs[i], perDot, outside, top, spots);
            angle += half;
        }
        return new(discs, spots, perDot * 1.7);
    }

    /// <summary>Large and small units take turns, so that the ring has no heavy side.</summary>
    private static (string Name, Node[] Nodes)[] LargeBesideSmall((string Name, Node[] Nodes)[] bySize) =>
        [.. Enumerable.Range(0, bySize.Length).Select(i => bySize[i % 2 == 0 ? i / 2 : bySize.Length - 1 - i / 2])];

    /// <summary>Angle that a disc takes up on the ring.</summary>
    private static double Extent(int headcount, double perDot, double gap) =>
        2 * Math.Asin(Math.Min(1, (perDot * Math.Sqrt(headcount) + gap / 2) / RingRadius));

    /// <summary>The largest dots with which all discs find room, by halving the interval.</summary>
    private static double FitOnRing(int[] headcounts, double gap)
    {
        if (headcounts.Length == 0)
            return 1;
        var (fits, tooLarge) = (0.0, Math.Min(12, DiscRadiusMax / Math.Sqrt(headcounts.Max())));
        for (var step = 0; step < 40; step++)
        {
            var tried = (fits + tooLarge) / 2;
            if (headcounts.Sum(n => Extent(n, tried, gap)) <= 2 * Math.PI)
                fits = tried;
            else
                tooLarge = tried;
        }
        return fits;
    }

    private static void PlacePeople(UnitDisc unit, double perDot, int[] outside, IReadOnlyList<Node> top, Spot[] spots)
    {
        var stepping = top.Where(unit.Nodes.Contains).ToArray();
        var inwards = unit.Angle + Math.PI;
        var aside = Math.Min(StepAside / (unit.Radius + StepOut), 2 * Math.PI / Math.Max(1, stepping.Length));
        for (var i = 0; i < stepping.Length; i++)
            spots[stepping[i]] = Spot.Around(
                unit.Centre, unit.Radius + StepOut, inwards + (i - (stepping.Length - 1) / 2.0) * aside);

        Node[] staying = [.. unit.Nodes.Except(stepping).OrderByDescending(node => outside[node]).ThenBy(node => node)];
        var seeds = Enumerable.Range(0, staying.Length)
            .Select(k => Spot.Around(unit.Centre, perDot * 0.95 * Math.Sqrt(k + 0.5), k * GoldenAngle))
            .OrderBy(spot => Math.Round(Distance(spot, Middle), 6)).ToArray();
        for (var i = 0; i < staying.Length; i++)
            spots[staying[i]] = seeds[i];
    }

    private static double Distance(Spot one, Spot other) =>
        Math.Sqrt((one.X - other.X) * (one.X - other.X) + (one.Y - other.Y) * (one.Y - other.Y));
}
