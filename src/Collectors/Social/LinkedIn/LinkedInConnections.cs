using InfluencerMap.Collectors.Files;
using InfluencerMap.Collectors.Identities;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Social.LinkedIn;

/// <summary>The contacts that one person has on LinkedIn: of each, the company's domain and the day alone.</summary>
internal sealed class LinkedInConnections : IInteractionFormat
{
    private const int Address = 0, ConnectedOn = 1;

    private static readonly string[] Keys = ["Email Address", "Connected On"];

    public string Name => "linkedin";

    public string What => "Connections.csv of one person, who must have agreed (--owner)";

    public bool Matches(SourceFiles files) => Find(files) is not null;

    public IEnumerable<Interaction> Read(SourceFiles files, FormatRead read)
    {
        var file = Find(files)
            ?? throw new InputException($"{files.Name}: expected Connections.csv with a column First Name.");
        if (read.Options.Owner is not { } owner || Handle.Normalise(owner) is not { } handle)
            throw new InputException(
                $"{files.Name}: these are one person's contacts. Say whose (--owner PERSON), once consent is on "
                + "record: influencermap consent PERSON --external-contacts on");
        var source = read.Accounts.ResolveNormal(handle);
        var layout = new CsvFormat
        {
            Delimiter = ",",
            PreambleLines = LinesBeforeHeader(file.Head),
            MaxBadRows = read.Csv.MaxBadRows,
            Encoding = read.Csv.Encoding,
            Dates = read.Csv.Dates,
        };
        using var table = CsvTable.Open(file, layout, Keys, read.Report);
        if (!table.Has(Address) || !table.Has(ConnectedOn))
            throw table.Refuse("expected the columns Email Address and Connected On.");
        var dates = new Instants(table, ConnectedOn, TimeZoneInfo.Utc, read.Report);
        var seen = new Dictionary<(string Domain, DateTime Day), int>();
        var given = new ItemInteractions(read);
        while (table.Next())
        {
            if (!dates.TryReadDay(table[ConnectedOn], out var date) || date.Year < 1970)
                table.Bad(ConnectedOn, "a day, such as 12 Mar 2024");
            else if (DomainOf(table.Text(Address)) is not { } domain)
                read.Report.Drop("contacts without an address, of whom nothing is kept");
            else
                Give(domain, date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
            foreach (var interaction in given.Take())
                yield return interaction;
        }

        void Give(string domain, DateTime day) =>
            given.Give(IdOf(handle, domain, day), day, source, read.Accounts.ResolveNormal(domain), Channel.Social);

        // Contacts of one company on one day are told apart by their number alone.
        EventId IdOf(string handle, string domain, DateTime day)
        {
            var number = seen.GetValueOrDefault((domain, day));
            seen[(domain, day)] = number + 1;
            return new EventId().Add(handle).Add(domain).Add(day.Ticks).Add(number);
        }
    }

    private static SourceFile? Find(SourceFiles files) =>
        files.Files.FirstOrDefault(file => (files.IsOneFile || file.PlainName == "Connections.csv")
            && LinesBeforeHeader(file.Head) >= 0);

    /// <summary>Notes of some lines stand before the header; −1 where there is no header.</summary>
    private static int LinesBeforeHeader(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("First Name,Last Name"u8);
        return at < 0 ? -1 : head[..at].Count((byte)'\n');
    }

    /// <summary>Outsiders are one node a domain: whose address it is ends here.</summary>
    private static string? DomainOf(string? address) =>
        address?.LastIndexOf('@') is >= 0 and var at && at < address.Length - 1
            ? Handle.Normalise(address.AsSpan(at)) : null;
}
