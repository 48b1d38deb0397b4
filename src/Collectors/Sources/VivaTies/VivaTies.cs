using System.Buffers.Text;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// Ready ties of a person-to-person query of Viva Insights: a score becomes days on which the two were in touch.
/// </summary>
internal sealed class VivaTies : IInteractionFormat
{
    /// <summary>Days that a score of 1 stands for: the four weeks in which Viva looks for ties.</summary>
    private const int DaysMax = 28;

    private const int HeaderLengthMax = 400;

    private static readonly TimeOnly Noon = new(12, 0);

    private enum Column
    {
        [Named("primarycollaboratorpersonid")] One,
        [Named("secondarycollaboratorpersonid")] Other,
        [Named("metricdate")] Date,
        [Named("strongtiescore")] Score,
    }

    private static string[] Columns => EnumNames<Column>.All;

    public string Name => "viva-p2p";

    public string What => "ready ties of a person-to-person query of Viva Insights";

    public Likeness LikenessOf(SourceFile file, CsvFormat csv) =>
        file.HeadText is var head && Letters(head[..Math.Min(head.Length, HeaderLengthMax)])
            .Contains("primarycollaborator", StringComparison.Ordinal) ? Likeness.Sure : Likeness.None;

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read)
    {
        var given = new ItemInteractions(read);
        foreach (var file in files.Files)
        {
            using var table = CsvTable<Column>.Open(file, Layout(file, read), read.Report);
            foreach (var column in Enum.GetValues<Column>())
                if (!table.Has(column))
                    throw table.Refuse(
                        $"expected columns of a person-to-person query; there is no {Columns[(int)column]}.");
            var dates = new Instants(table.Of(Column.Date), TimeZoneInfo.Utc, read.Report);
            foreach (var interaction in given.Each(table, () => Give(table, dates, read, given)))
                yield return interaction;
        }
    }

    /// <summary>Exports differ in blanks, underscores and letter case.</summary>
    private static CsvFormat Layout(SourceFile file, FormatRead read)
    {
        var plain = read.Csv with { MaxBadRows = int.MaxValue, Map = ColumnMap.Empty, Where = [] };
        using var probe = CsvTable<Column>.Open(file, plain, new());
        var map = new List<string>();
        for (var i = 0; i < probe.Columns.Count; i++)
            if (Letters(probe.Columns.Show(i)) is var name && Columns.Contains(name))
                map.Add($"{name}={i + 1}");
        return read.Csv with { Map = ColumnMap.Parse(string.Join(',', map)) };
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();

    private static void Give(CsvTable<Column> table, Instants dates, FormatRead read, ItemInteractions given)
    {
        var one = read.Accounts.ResolveOrNobody(table[Column.One]);
        var other = read.Accounts.ResolveOrNobody(table[Column.Other]);
        if (one == AccountId.None || other == AccountId.None)
            table.Bad(one == AccountId.None ? Column.One : Column.Other, "the id of a person");
        else if (!dates.TryReadDay(table[Column.Date], out var last) || last.Year < 1970)
            table.Bad(Column.Date, "a date, such as 2026-11-29, of the years 1970 … 2099");
        else if (!Utf8Parser.TryParse(table[Column.Score], out double score, out var length)
            || length != table[Column.Score].Length
            || score is not (>= 0 and <= 1))
            table.Bad(Column.Score, "a score from 0 to 1");
        else if (score == 0)
            read.Report.WeighZero();
        else if (one == other)
            read.Report.DropToOneself();
        else
            for (var day = 0; day < Math.Max(1, (int)Math.Round(score * DaysMax)); day++)
            {
                GiveDay(one, other, table[Column.One], table[Column.Other]);
                GiveDay(other, one, table[Column.Other], table[Column.One]);

                void GiveDay(AccountId source, AccountId target, ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
                {
                    var at = last.AddDays(-day).ToDateTime(Noon, DateTimeKind.Utc);
                    var id = new EventId().Add(at.Ticks).Add(from).Add(to);
                    var tie = new Interaction<AccountId>(
                        id.Value, at, source, target, read.Options.Channel, RecipientRole.To, 1);
                    given.Give(tie);
                }
            }
    }
}
