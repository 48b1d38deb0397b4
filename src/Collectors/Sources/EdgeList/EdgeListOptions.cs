namespace InfluencerMap.Collectors;

/// <summary>How a file is read as a network.</summary>
public sealed record EdgeListOptions
{
    /// <summary>Whether the weights are read; else every tie has strength 1.</summary>
    /// <value>False.</value>
    public bool Weighted { get; init; }

    /// <summary>
    /// Whether ties without direction (Pajek's edges, symmetric matrices) become two, one in each direction.
    /// </summary>
    /// <value>False: one tie stands for both.</value>
    public bool Directed { get; init; }

    /// <summary>What the first row is.</summary>
    /// <value><see cref="FirstRow.Auto"/>.</value>
    public FirstRow First { get; init; }

    /// <summary>What a comma or a point in a weight means.</summary>
    /// <value><see cref="DecimalMark.Auto"/>.</value>
    public DecimalMark Decimal { get; init; }

    /// <summary>How the file is laid out.</summary>
    /// <value><see cref="NetworkLayout.Auto"/>.</value>
    public NetworkLayout Layout { get; init; }
}

/// <summary>What the first row of an edge list is, comments apart.</summary>
public enum FirstRow
{
    /// <summary>A heading where its words, or the numbers below them, say so; else an edge.</summary>
    Auto,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>An edge.</summary>
    Edge,

    /// <summary>The numbers of nodes and of edges. It is never guessed.</summary>
    Size,
}

/// <summary>What separates the whole part of a number from its fraction.</summary>
public enum DecimalMark
{
    /// <summary>What all numbers of the column show together.</summary>
    Auto,

    /// <summary>A point; commas part thousands.</summary>
    Point,

    /// <summary>A comma; points part thousands.</summary>
    Comma,
}

/// <summary>How a file lays out a network.</summary>
public enum NetworkLayout
{
    /// <summary>As its first rows show.</summary>
    Auto,

    /// <summary>A row for each edge.</summary>
    Edges,

    /// <summary>A row and a column for each node.</summary>
    Matrix,
}
