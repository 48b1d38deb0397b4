namespace InfluencerMap.Collectors.Reading;

/// <summary>The wanted cells of one row after the other, whatever they are written in.</summary>
internal interface ICells : IDisposable
{
    /// <summary>How its dates are written, as far as somebody said.</summary>
    DateFormat Dates { get; }

    /// <summary>Names of the columns that can be mapped, for people.</summary>
    string Choices { get; }

    /// <summary>The cell of a key in the current row, empty where it has none; valid until the next row.</summary>
    ReadOnlySpan<byte> this[int key] { get; }

    /// <summary>Whether the file has a column for the key.</summary>
    bool Has(int key);

    /// <summary>Goes to the next wanted row.</summary>
    bool Next();

    /// <summary>All rows from the beginning, wanted or not, beside this reading and without counting them.</summary>
    ICells Again();

    /// <summary>Where the cell of a key stands in the current row, for messages.</summary>
    string PlaceOf(int key);

    /// <summary>Counts the current row as bad.</summary>
    void Bad(int key, string expected);

    /// <summary>Refuses the file for its columns.</summary>
    InputException Refuse(string reason);
}
