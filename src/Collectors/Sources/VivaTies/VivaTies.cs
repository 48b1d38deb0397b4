using System.Buffers.Text;
using InfluencerMap.Collectors.Reading;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors.Sources;

/// <summary>
/// Ready ties of a person-to-person query of Viva Insights: a score becomes days on which the two were in touch.
/// </summary>
internal sealed class VivaTies : IInteractionFormat
{
    /// <summary>Days that a score of 1 stands for: the four weeks in which Viva looks for ties.</summary>
    private const int DaysMax = 28;

    private const int HeaderLengthMax = 400;

    private const int One = 0, Other = 1, Date = 2, Score = 3;

    private static readonly TimeOnly Noon = new(12, 0);

    private static readonly string[] Columns =
        ["primarycollaboratorpersonid", "secondarycollaboratorpersonid", "metricdate", "strongtiescore"];

    public string Name => "viva-p2p";

    public string What => "ready ties of a person-to-person query of Viva Insights";

    public Likeness LikenessOf(SourceFile file, CsvFormat csv) =>
        file.HeadText is var head && Letters(head[..Math.Min(head.Length, HeaderLengthMax)])
            .Contains("primarycollaborator", StringComparison.Ordinal) ? Likeness.Sure : Likeness.None;

    public IEnumerable<Interaction> Read(SourceFiles files, FormatRead read)
    {
        var given = new List<Interaction>();
        foreach (var file in files.Files)
        {
            using var table = CsvTable.Open(file, Layout(file, read), Columns, read.Report);
            for (var key = One; key <= Score; key++)
                if (!table.Has(key))
                    throw table.Refuse($"expected columns of a person-to-person query; there is no {Columns[key]}.");
            var dates = new Instants(table, Date, TimeZoneInfo.Utc, read.Report);
            while (table.Next())
            {
                Give(table, dates, read, given);
                foreach (var interaction in given)
                    yield return interaction;
                given.Clear();
            }
        }
    }

    /// <summary>Exports differ in blanks, underscores and letter case.</summary>
    private static CsvFormat Layout(SourceFile file, FormatRead read)
    {
        var plain = read.Csv with { MaxBadRows = int.MaxValue, Map = ColumnMap.Empty, Where = [] };
        using var probe = CsvTable.Open(file, plain, [], new());
        var map = new List<string>();
        for (var i = 0; i < probe.Columns.Count; i++)
            if (Letters(probe.Columns.Show(i)) is var name && Columns.Contains(name))
                map.Add($"{name}={i + 1}");
        return read.Csv with { Map = ColumnMap.Parse(string.Join(',', map)) };
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();

    private static void Give(CsvTable table, Instants dates, FormatRead read, List<Interaction> given)
    {
        var one = read.Accounts.ResolveOrNobody(table[One]);
        var other = read.Accounts.ResolveOrNobody(table[Other]);
        if (one == Interaction.Nobody || other == Interaction.Nobody)
            table.Bad(one == Interaction.Nobody ? One : Other, "the id of a person");
        else if (!dates.TryReadDay(table[Date], out var last) || last.Year < 1970)
            table.Bad(Date, "a date, such as 2026-11-29, of the years 1970 … 2099");
        else if (!Utf8Parser.TryParse(table[Score], out double score, out var length) || length != table[Score].Length
            || score is not (>= 0 and <= 1))
            table.Bad(Score, "a score from 0 to 1");
        else if (score == 0)
            read.Report.WeighZero();
        else if (one == other)
            read.Report.DropToOneself();
        else
            for (var day = 0; day < Math.Max(1, (int)Math.Round(score * DaysMax)); day++)
            {
                GiveDay(one, other, table[One], table[Other]);
                GiveDay(other, one, table[Other], table[One]);

                void GiveDay(int source, int target, ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
                {
                    var at = last.AddDays(-day).ToDateTime(Noon, DateTimeKind.Utc);
                    var id = new EventId().Add(at.Ticks).Add(from).Add(to);
                    var tie = new Interaction(id.Value, at, source, target, read.Options.Channel, RecipientRole.To, 1);
                    if (read.Gives(tie))
                        given.Add(tie);
                }
            }
    }
}
