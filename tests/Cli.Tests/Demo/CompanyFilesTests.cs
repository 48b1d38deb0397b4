using System.Globalization;
using System.Security.Cryptography;
using InfluencerMap.Collectors;
using InfluencerMap.Demo;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests.Demo;

public sealed class CompanyFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("made-company-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Same_seed_writes_the_same_bytes()
    {
        Assert.Equal(HashOfFiles(seed: 7, "one"), HashOfFiles(seed: 7, "two"));
    }

    [Fact]
    public void Bytes_are_the_same_on_every_machine()
    {
        // Made on one machine, compared on all others. Changes with the generator only.
        Assert.Equal(ApprovedHash, HashOfFiles(seed: 7, "one"));
    }

    private const string ApprovedHash = "13b9ac446c96ccdd47d4b92abe9fed389a4fe25788a9e2f9e5876d7be465bdb2";

    [Fact]
    public void Without_ties_to_other_units_said_the_files_are_those_of_before()
    {
        // Of half a year of 300 people, made before that could be said.
        Assert.Equal(
            "d41fb16002e215a9fb64c597ce530f3ab3594dfbe7462599e6628a61020b568d",
            HashOfFiles(new DemoOptions { People = 300 }, "usual"));
        Assert.NotEqual(
            HashOfFiles(Small(seed: 7), "usual"), HashOfFiles(Small(seed: 7) with { CrossTies = 12 }, "said"));
    }

    [Fact]
    public void Another_seed_writes_another_company()
    {
        Assert.NotEqual(HashOfFiles(seed: 7, "one"), HashOfFiles(seed: 8, "two"));
    }

    [Fact]
    public void Rows_have_the_columns_of_their_header_and_name_known_accounts()
    {
        var company = new MadeCompany(Small(seed: 7));
        var files = Write(company);
        var handles = company.People
            .SelectMany(p => new[] { p.Address, p.FormerAddress, p.SocialHandle })
            .Concat(company.OtherAccounts.Select(a => a.Address)).ToHashSet();

        var rowCount = 0;
        foreach (var path in files.Interactions)
        {
            var lines = File.ReadAllLines(path);
            Assert.Equal("from,to,at,role,channel,audience,message,sender", lines[0]);
            foreach (var fields in lines.Skip(1).Select(line => line.Split(',')))
            {
                rowCount++;
                Assert.Equal(8, fields.Length);
                Assert.Contains(fields[0], handles);
                Assert.Contains(fields[1], handles);
                var at = DateTime.ParseExact(fields[2], "yyyy-MM-ddTHH:mm:ssZ", null, DateTimeStyles.AdjustToUniversal);
                Assert.InRange(DateOnly.FromDateTime(at), company.Options.From, company.Options.AsOf.AddDays(-1));
                Assert.Contains(fields[3], (string[])["to", "cc", "bcc"]);
                Assert.Contains(fields[4], (string[])["mail", "chat", "call", "meeting", "mention", "reaction"]);
                Assert.True(int.Parse(fields[5]) >= 1);
                Assert.True(fields[7].Length == 0 || handles.Contains(fields[7]));
            }
        }
        Assert.Equal(files.RowCount, rowCount);
    }

    [Fact]
    public async Task Collectors_read_every_row_back()
    {
        var company = new MadeCompany(Small(seed: 7));
        var files = Write(company);
        var cancellation = TestContext.Current.CancellationToken;

        var read = await PeopleCsv.ReadAsync(files.People, CsvFormat.Default, new byte[32], null, cancellation);
        Assert.Equal(0, read.Report.BadRows);
        Assert.Equal(company.People.Count, read.Entries.Count(e => e.Kind == AccountKind.Person));

        var interactions = 0L;
        foreach (var path in files.Interactions)
        {
            var collector = new InteractionFiles(path, "csv");
            interactions += await collector.CollectAsync(new([]), cancellation)
                .CountAsync(interaction => interaction.Role != RecipientRole.SentFor, cancellation);
            Assert.Equal(0, collector.Report.BadRows);
            Assert.Empty(collector.Report.UnreadColumns);
        }
        Assert.Equal(files.RowCount, interactions);
    }

    [Fact]
    public void Rows_of_one_message_are_as_many_as_its_audience()
    {
        var files = Write(new MadeCompany(Small(seed: 7)));

        foreach (var path in files.Interactions)
            foreach (var message in File.ReadLines(path).Skip(1).Select(line => line.Split(',')).GroupBy(f => f[6]))
                Assert.All(message, fields => Assert.Equal(message.Count(), int.Parse(fields[5])));
    }

    [Fact]
    public void People_file_tells_hidden_influencers_from_nobody()
    {
        var company = new MadeCompany(new());
        var files = Write(company);
        var lines = File.ReadAllLines(files.People).Select(line => line.Split(',')).ToArray();
        var header = lines[0];
        var people = lines.Skip(1).Where(f => f[4] == "person").ToArray();

        Assert.Equal(company.People.Count, people.Length);
        Assert.All(people, fields => Assert.Equal(header.Length, fields.Length));
        string[] columns = ["kind", "department", "site", "jobFamily", "level", "leave", "absentFrom", "absentTo"];
        foreach (var column in columns)
        {
            var place = Array.IndexOf(header, column);
            var others = people.Where(f => !company.HiddenInfluencers.Contains(f[0])).Select(f => f[place]).ToHashSet();
            Assert.All(people, fields => Assert.Contains(fields[place], others));
        }
        // Neither their numbers nor their places in the file lie together.
        var numbers = company.HiddenInfluencers.Select(id => int.Parse(id[1..])).ToArray();
        Assert.InRange(numbers.Average(), 300, 900);
    }

    private static DemoOptions Small(long seed) => new() { People = 200, Months = 1, Seed = seed };

    private CompanyFiles Write(MadeCompany company, string name = "") =>
        company.WriteTo(Path.Combine(_folder.FullName, name), cancellation: TestContext.Current.CancellationToken);

    private string HashOfFiles(long seed, string name) => HashOfFiles(Small(seed), name);

    private string HashOfFiles(DemoOptions options, string name)
    {
        var files = Write(new MadeCompany(options), name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in (string[])[files.People, .. files.Interactions])
            hash.AppendData(File.ReadAllBytes(path));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
