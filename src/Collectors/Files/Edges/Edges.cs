using System.Globalization;
using System.Text;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Files;

/// <summary>
/// Plain edge lists as SNAP and KONECT publish them: source, target, and a weight or a time or both.
/// </summary>
internal sealed class Edges : IInteractionFormat
{
    private const int ColumnsMin = 2;

    private static readonly string[] Endings = [".edgelist", ".edges"];

    public string Name => "edges";

    public string What => "plain edge lists: from, to, then a time, or a weight with --at, or weight and time";

    /// <summary>By name alone: rows of numbers may be anything.</summary>
    public Likeness LikenessOf(SourceFile file, CsvFormat csv) => file.PlainName is var name
        && (Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || (name.StartsWith("out.", StringComparison.Ordinal) && file.Head is [(byte)'%', ..]))
        ? Likeness.Sure : Likeness.None;

    public IEnumerable<Interaction> Read(SourceFiles files, FormatRead read)
    {
        var given = new List<Interaction>();
        foreach (var file in files.Files)
        {
            using var table = CsvTable.Open(file, LayoutOf(file, read), CsvInteractions.Keys, read.Report);
            var rows = new InteractionRows(table, read);
            if (BeginsWithSize(file))
                table.Next();
            while (table.Next())
            {
                rows.Read(given);
                foreach (var interaction in given)
                    yield return interaction;
                given.Clear();
            }
        }
    }

    /// <summary>What the first row shows; a mapping that was given holds over it.</summary>
    private static CsvFormat LayoutOf(SourceFile file, FormatRead read)
    {
        var (first, mark) = FirstRow(file.Head);
        var delimiter = Array.IndexOf(first, (byte)',') >= 0 ? ","
            : Array.IndexOf(first, (byte)';') >= 0 ? ";"
            : CsvFormat.Whitespace;
        var columns = CountColumns(first, delimiter);
        if (columns < ColumnsMin)
            throw new InputException($"{file.Name}: expected rows of from and to; it does not begin with one.");
        var map = (columns, read.Options.At is null) switch
        {
            (2, _) => "from=1,to=2",
            (3, true) => "from=1,to=2,at=3",
            (3, false) => "from=1,to=2,weight=3",
            (_, true) => "from=1,to=2,weight=3,at=4",
            (_, false) => "from=1,to=2,weight=3",
        };
        return read.Csv with
        {
            Delimiter = delimiter,
            HasHeader = false,
            Comment = mark,
            Map = read.Csv.Map.ColumnByKey.Count > 0 ? read.Csv.Map : ColumnMap.Parse(map),
        };
    }

    /// <summary>The first row that is no comment, and the mark with which comments begin.</summary>
    private static (byte[] Row, char Mark) FirstRow(ReadOnlySpan<byte> head)
    {
        var mark = '#';
        foreach (var range in head.Split((byte)'\n'))
        {
            var line = head[range].Trim(" \t\r\uFEFF"u8);
            if (line is [(byte)'%' or (byte)'#', ..])
                mark = (char)line[0];
            else if (!line.IsEmpty)
                return (line.ToArray(), mark);
        }
        return ([], mark);
    }

    private static int CountColumns(ReadOnlySpan<byte> row, string delimiter)
    {
        var count = 0;
        var isInside = false;
        foreach (var c in row)
        {
            var separates = delimiter == CsvFormat.Whitespace ? c is (byte)' ' or (byte)'\t' : c == delimiter[0];
            count += !separates && !isInside ? 1 : 0;
            isInside = !separates;
        }
        return count;
    }

    /// <summary>
    /// Some SNAP lists state nodes and edges in a first row, which shows in the number of rows that follow.
    /// </summary>
    private static bool BeginsWithSize(SourceFile file) =>
        SizeStated(FirstRow(file.Head).Row) is { } edges && CountRows(file) == edges + 1;

    /// <summary>The second of two numbers.</summary>
    private static long? SizeStated(ReadOnlySpan<byte> row)
    {
        Span<Range> cells = stackalloc Range[3];
        var text = Encoding.UTF8.GetString(row).AsSpan();
        return text.SplitAny(cells, " \t", StringSplitOptions.RemoveEmptyEntries) == 2
            && long.TryParse(text[cells[1]], CultureInfo.InvariantCulture, out var edges) ? edges : null;
    }

    /// <summary>Rows that are neither empty nor comments.</summary>
    private static long CountRows(SourceFile file)
    {
        using var stream = file.Open();
        var block = new byte[1 << 16];
        var count = 0L;
        var isBegin = true;
        while (stream.Read(block) is > 0 and var length)
            foreach (var c in block.AsSpan(0, length))
            {
                if (isBegin && c is not ((byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t'))
                {
                    isBegin = false;
                    count += c is (byte)'#' or (byte)'%' ? 0 : 1;
                }
                isBegin |= c == (byte)'\n';
            }
        return count;
    }
}
