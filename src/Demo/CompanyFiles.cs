using System.Text;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Demo;

/// <summary>Paths of a synthetic company's files, and how many interactions they hold.</summary>
/// <param name="People">Directory with the reports-to tree.</param>
/// <param name="Interactions">Mail, chat and calls, meetings, social, in this order: a row for each recipient.</param>
/// <param name="RowCount">Rows of all of <paramref name="Interactions"/>, without headers.</param>
public sealed record CompanyFiles(string People, IReadOnlyList<string> Interactions, long RowCount)
{
    private const string PeopleHeader =
        "id,name,email,aliases,kind,manager,department,site,jobFamily,level,start,leave,absentFrom,absentTo";

    private const string InteractionsHeader = "from,to,at,role,channel,audience,message,sender";

    internal static CompanyFiles Write(
        MadeCompany company, string folder, IProgress<double>? progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var people = Path.Combine(folder, "people.csv");
        WritePeople(company, people);

        string[] names = ["mail", "chat", "meetings", "social"];
        string[] paths = [.. names.Select(name => Path.Combine(folder, $"{name}.csv"))];
        StreamWriter[] writers = [.. paths.Select(Open)];
        try
        {
            return new(people, paths, WriteDays(company, writers, progress, cancellation));
        }
        finally
        {
            foreach (var writer in writers)
                writer.Dispose();
        }
    }

    private static long WriteDays(
        MadeCompany company, StreamWriter[] writers, IProgress<double>? progress, CancellationToken cancellation)
    {
        var (from, asOf) = (company.Options.From, company.Options.AsOf);
        var names = new AccountNames(company);
        foreach (var writer in writers)
            writer.WriteLine(InteractionsHeader);
        var rowCount = 0L;
        for (var date = from; date < asOf; date = date.AddDays(1))
        {
            cancellation.ThrowIfCancellationRequested();
            var day = company.Day(date);
            foreach (var made in day.Events)
            {
                WriteEvent(writers[FileOf(made.Channel)], made, day.RecipientsOf(made), names);
                rowCount += made.RecipientCount;
            }
            progress?.Report((date.DayNumber - from.DayNumber + 1.0) / (asOf.DayNumber - from.DayNumber));
        }
        return rowCount;
    }

    private static int FileOf(Channel channel) => channel switch
    {
        Channel.Mail => 0,
        Channel.Chat or Channel.Call => 1,
        Channel.Meeting => 2,
        _ => 3,
    };

    private static void WriteEvent(
        StreamWriter writer, in MadeEvent made, ReadOnlySpan<MadeRecipient> recipients, AccountNames names)
    {
        var from = names.Of(made.From, made);
        var sender = made.Sender == made.From ? "" : names.Of(made.Sender, made);
        var at = $"{made.At:yyyy-MM-ddTHH:mm:ssZ}";
        var tail = $"{Lower(made.Channel)},{recipients.Length},{made.Number},{sender}";
        foreach (var (account, role) in recipients)
            writer.WriteLine($"{from},{names.Of(account, made)},{at},{Lower(role)},{tail}");
    }

    internal static void WritePeople(MadeCompany company, string path)
    {
        using var writer = Open(path);
        writer.WriteLine(PeopleHeader);
        // By number, so that the file's order says nothing about the tree.
        foreach (var person in company.People.OrderBy(p => p.SourceId, StringComparer.Ordinal))
        {
            string?[] handles = [person.FormerAddress, person.SocialHandle];
            var aliases = string.Join(';', handles.Where(h => h is not null));
            string?[] fields =
            [
                person.SourceId, person.Name, person.Address, aliases, "person", person.Manager?.SourceId,
                person.Department, person.Site, person.JobFamily, person.Level.ToString(),
                Text(person.Start), Text(person.Leave), Text(person.AbsentFrom), Text(person.AbsentTo),
            ];
            writer.WriteLine(string.Join(',', fields));
        }
        foreach (var account in company.OtherAccounts.Where(a => a.Kind != AccountKind.Unknown))
            writer.WriteLine($"{account.Address},,{account.Address},,{Lower(account.Kind)},,,,,,,,,");

        static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd");
    }

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();

    private static StreamWriter Open(string path) =>
        new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16)
        {
            NewLine = "\n",
        };
}
