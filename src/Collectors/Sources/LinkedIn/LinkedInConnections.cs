using System.Text;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>The contacts that one person has on LinkedIn: of each, the company's domain and the day alone.</summary>
internal sealed class LinkedInConnections : IInteractionFormat
{
    private enum Column
    {
        [Named("Email Address")] Address,
        [Named("Connected On")] ConnectedOn,
    }

    public string Name => "linkedin";

    public string What => "Connections.csv of one person, who must have agreed (--owner)";

    /// <summary>The copy of somebody's data is one thing: messages and all else in it are not read.</summary>
    public IReadOnlyList<SourceFile> Claim(SourceFiles files) =>
        Find(files) is { } file ? files.Under(file.Folder) : [];

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read)
    {
        var file = Find(files)
            ?? throw new InputException(
                $"{files.Name}: expected Connections.csv with columns First Name and Email Address.");
        if (read.Options.Owner is not { } owner || Handle.Normalise(owner) is not { } handle)
            throw new InputException(
                $"{files.Name}: these are one person's contacts. Say whose (--owner PERSON), once consent is on "
                + "record: influencermap consent PERSON --external-contacts on");
        var source = read.Accounts.ResolveNormal(handle);
        var header = ConnectionsHeader.Find(file.Head)!;
        var layout = new CsvFormat
        {
            Delimiter = header.Delimiter.ToString(),
            PreambleLines = header.LinesBefore,
            Map = ColumnMap.Parse($"Email Address={header.Address},Connected On={header.ConnectedOn}"),
            MaxBadRows = read.Csv.MaxBadRows,
            Encoding = read.Csv.Encoding,
        };
        using var table = CsvTable<Column>.Open(file, layout, read.Report);
        var seen = new Dictionary<(string Domain, DateTime Day), int>();
        var given = new ItemInteractions(read);
        foreach (var interaction in given.Each(table, ReadRow))
            yield return interaction;
        read.LeaveOutUnread(files);

        void ReadRow()
        {
            if (!TryReadDay(table.Text(Column.ConnectedOn), header.IsMonthFirst, out var day))
                table.Bad(Column.ConnectedOn, "a day, such as 12 Mar 2024");
            else if (DomainOf(table.Text(Column.Address)) is not { } domain)
                read.Report.Drop(Outcome.NoAddressOfContact);
            else
                Give(domain, day);
        }

        // Contacts of one company on one day are distinguished by their number alone.
        void Give(string domain, DateTime day)
        {
            var number = seen.GetValueOrDefault((domain, day));
            seen[(domain, day)] = number + 1;
            given.Give(
                new EventId().Add(handle).Add(domain).Add(day.Ticks).Add(number), day, source,
                read.Accounts.ResolveNormal(domain), Channel.Social);
        }
    }

    private static SourceFile? Find(SourceFiles files) =>
        files.Files.FirstOrDefault(file =>
            (files.IsOneFile || file.PlainName.EndsWith("Connections.csv", StringComparison.OrdinalIgnoreCase))
            && ConnectionsHeader.Find(file.Head) is not null);

    /// <summary>As <c>12 Mar 2024</c>, in the language of the headings; in figures only with all of the year.</summary>
    private static bool TryReadDay(string? cell, bool isMonthFirst, out DateTime day)
    {
        day = default;
        var text = Encoding.UTF8.GetBytes((cell ?? "").Replace(" de ", " ", StringComparison.OrdinalIgnoreCase));
        if (!WrittenDate.TryRead(text, out var date) || date is { IsOpen: true, HasShortYear: true })
            return false;
        var order = isMonthFirst && date.Mark == '/' ? DateOrder.MonthFirst : DateOrder.DayFirst;
        if (!date.TryOrder(order, out var read))
            return false;
        day = read.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return day.Year is >= 1970 and <= 2099;
    }

    /// <summary>Outsiders are one node a domain: whose address it is ends here.</summary>
    private static string? DomainOf(string? address) =>
        address?.LastIndexOf('@') is >= 0 and var at && at < address.Length - 1
            ? Handle.Normalise(address.AsSpan(at)) : null;
}
