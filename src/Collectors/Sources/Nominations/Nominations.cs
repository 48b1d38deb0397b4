using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Answers to questions such as "whose advice do you trust": who named whom.</summary>
internal sealed class Nominations : IInteractionFormat
{
    private enum Column { Respondent, Question, Named, At }

    public string Name => "nominations";

    public string What => "answers to a survey with columns respondent, question, named and at";

    public Likeness LikenessOf(SourceFile file, CsvFormat csv) =>
        file.Head.IndexOf("respondent"u8) is >= 0 and < 80 && file.Head.IndexOf("named"u8) >= 0
            ? Likeness.Sure : Likeness.None;

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read)
    {
        var given = new ItemInteractions(read);
        foreach (var file in files.Files)
        {
            using var table = CsvTable<Column>.Open(file, read.Csv, read.Report);
            if (!table.Has(Column.Respondent) || !table.Has(Column.Named))
                throw table.Refuse("expected columns respondent and named; map them (--map respondent=…,named=…).");
            if (!table.Has(Column.At) && read.Options.At is null)
                throw table.Refuse("no column for at; map one (--map at=COLUMN), or say when (--at 2026-01-31).");
            var instants = new Instants(table.Of(Column.At), read.Options.TimeZone, read.Report);
            foreach (var interaction in given.Each(table, () => Give(table, instants, read, given)))
                yield return interaction;
        }
    }

    /// <summary>A question left unanswered is a row that names nobody.</summary>
    private static void Give(CsvTable<Column> table, Instants instants, FormatRead read, ItemInteractions given)
    {
        var at = read.Options.At ?? default;
        if (table.Has(Column.At) && !instants.TryRead(table[Column.At], out at))
            table.Bad(Column.At, instants.Expected);
        else if (RespondentOf(table, read) is var respondent && respondent == AccountId.None)
            table.Bad(Column.Respondent, Handle.Expected);
        else if (table[Column.Named].IsEmpty)
            read.Report.Drop(Outcome.Unanswered);
        else
            GiveNamed(table, new(0, at, respondent, default, Channel.Nomination, RecipientRole.To, 1), read, given);
    }

    private static AccountId RespondentOf(CsvTable<Column> table, FormatRead read) =>
        new AddressCell(table[Column.Respondent], isList: false).First is { IsEmpty: false } respondent
            ? read.Accounts.ResolveOrNobody(respondent) : AccountId.None;

    /// <summary>Naming somebody again for the same question is the same nomination, whenever it was said.</summary>
    private static void GiveNamed(
        CsvTable<Column> table, Interaction<AccountId> row, FormatRead read, ItemInteractions given)
    {
        Span<char> normal = stackalloc char[Handle.LengthMax];
        var respondent = table[Column.Respondent];
        var cell = new AddressCell(
            table[Column.Named], isList: true, idsHaveCommas: respondent.Contains((byte)','));
        while (cell.Next(out var part))
        {
            if (!Handle.TryNormalise(part, normal, out var length))
            {
                table.Bad(Column.Named, Handle.Expected + ", or several with ; between");
                continue;
            }
            var named = normal[..length];
            var id = new EventId().Add((long)row.Channel).Add(table[Column.Question]).Add(respondent).Add(named);
            var nomination = row with { EventId = id.Value, Target = read.Accounts.ResolveNormal(named) };
            given.Give(nomination);
        }
        if (cell.HasOthers)
            read.Report.DropUnreadable(Outcome.NoAddressInCell);
    }
}
