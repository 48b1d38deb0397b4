using System.Runtime.CompilerServices;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>The wanted cells of one row after the other, in whatever format they are written.</summary>
/// <param name="file">What messages call the file.</param>
internal abstract class Cells(string file) : IDisposable
{
    /// <summary>How its dates are written, as far as somebody said.</summary>
    public abstract DateFormat Dates { get; }

    /// <summary>Names of the columns that can be mapped, for people.</summary>
    public abstract string Choices { get; }

    /// <summary>The cell of a key in the current row, empty where it has none; valid until the next row.</summary>
    public abstract ReadOnlySpan<byte> this[int key] { get; }

    /// <summary>Whether the file has a column for the key.</summary>
    public abstract bool Has(int key);

    /// <summary>Goes to the next wanted row.</summary>
    public abstract bool Next();

    /// <summary>A second reading of all rows, wanted or not, which counts none of them.</summary>
    public abstract Cells Again();

    /// <summary>Where the cell of a key is in the current row, for messages.</summary>
    public abstract string PlaceOf(int key);

    /// <summary>Counts the current row as bad.</summary>
    public abstract void Bad(int key, string expected);

    /// <summary>Refuses the file for its columns.</summary>
    public InputException Refuse(string reason) => new($"{file}: {reason}");

    public abstract void Dispose();
}

/// <summary>Cells whose columns are the members of an enum.</summary>
internal abstract class Cells<TColumn>(string file) : Cells(file) where TColumn : struct, Enum
{
    public ReadOnlySpan<byte> this[TColumn column] => this[Key(column)];

    /// <summary>The cell as text, null where it is empty.</summary>
    public string? Text(TColumn column) =>
        this[column] is { IsEmpty: false } cell ? Encoding.UTF8.GetString(cell) : null;

    public bool Has(TColumn column) => Has(Key(column));

    public void Bad(TColumn column, string expected) => Bad(Key(column), expected);

    public CellColumn Of(TColumn column) => new(this, Key(column));

    private static int Key(TColumn column) => Unsafe.BitCast<TColumn, int>(column);
}

/// <summary>One column of the cells, for what has to look through all of its rows.</summary>
internal readonly record struct CellColumn(Cells Cells, int Key)
{
    public bool Exists => Cells.Has(Key);

    public ReadOnlySpan<byte> Cell => Cells[Key];
}
