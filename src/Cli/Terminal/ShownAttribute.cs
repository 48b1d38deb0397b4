namespace InfluencerMap.Cli;

/// <summary>
/// A column of the screen, where the row declares what it holds. CSV and JSON have all that a row is made of, shown or
/// not; a property apart from that is a column of the screen alone.
/// </summary>
/// <param name="header">What is written above it; {0} is the word that the table is given.</param>
/// <param name="leftOut">
/// When a narrow terminal leaves it out: 1 before all others, 2 next and so on; 0 never.
/// </param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
internal sealed class ShownAttribute(string header, int leftOut = 0) : Attribute
{
    public string Header => header;

    public int LeftOut => leftOut;

    /// <summary>Of numbers, shares (which end in %) and instants; 1,234 for whole numbers when left out.</summary>
    public string? Format { get; init; }

    /// <summary>What stands where there is no value; null where nothing is known then.</summary>
    public string? Missing { get; init; }

    /// <summary>On which side the cells stand; numbers stand on the right when left out.</summary>
    public Side Side { get; init; }

    /// <summary>Sentences, which are broken into lines where they do not fit.</summary>
    public bool Wraps { get; init; }

    /// <summary>The property that it follows on the screen; where it is declared when left out.</summary>
    public string? After { get; init; }

    /// <summary>
    /// The property with the name of the same person: only where all names are known and distinct may it be
    /// left out.
    /// </summary>
    public string? UnlessNamedBy { get; init; }
}

/// <summary>A side of a column.</summary>
internal enum Side { OfType, Left, Right }
