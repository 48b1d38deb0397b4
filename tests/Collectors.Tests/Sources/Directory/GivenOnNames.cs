using System.Text;
using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests.Sources;

/// <summary>Names and addresses of leavers that a tenant gives to new accounts.</summary>
public sealed class GivenOnNames
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("0123456789abcdef");

    private static readonly DateTime Today = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    private readonly KnownPerson _leaver = new("desk@example.org", "desk@example.org", new DateOnly(2026, 2, 1));

    private readonly KnownPerson _present = new("ana@example.org", "ana@example.org", null);

    [Fact]
    public void New_account_with_a_leavers_name_is_another_person_who_gets_the_address()
    {
        var entry = Read(new DirectoryUser { ObjectId = "new-1", Principal = "Desk@example.org", Enabled = true });

        Assert.Equal("new-1", entry.SourceId);
        Assert.Equal(["desk@example.org"], entry.Handles);
    }

    [Fact]
    public void Same_account_that_comes_back_is_the_same_person()
    {
        var entry = Read(new DirectoryUser { ObjectId = "old-1", Principal = "desk@example.org", Enabled = true });

        Assert.Equal("desk@example.org", entry.SourceId);
    }

    [Fact]
    public void Closed_account_of_a_leaver_whom_a_file_named_is_the_leavers()
    {
        var entry = Read(new DirectoryUser { ObjectId = "late-1", Principal = "desk@example.org", Enabled = false });

        Assert.Equal("desk@example.org", entry.SourceId);
        Assert.Equal(["late-1"], entry.Handles);
    }

    [Fact]
    public void Address_of_somebody_present_stays_theirs()
    {
        var entry = Read(new DirectoryUser
        {
            ObjectId = "new-1",
            Principal = "bo@example.org",
            Enabled = true,
            Proxies = ["SMTP:ana@example.org", "smtp:desk@example.org"],
        });

        Assert.Equal(["new-1", "desk@example.org"], entry.Handles);
    }

    private DirectoryEntry Read(DirectoryUser user)
    {
        var round = new DirectoryRound(
            new()
            {
                Accounts = new([]),
                People = new([
                    ("desk@example.org", _leaver), ("old-1", _leaver), ("ana@example.org", _present),
                ]),
                Cursors = new Dictionary<string, string>(),
                Since = Today.AddDays(-30),
                Until = Today,
            },
            new(), Key, new HashSet<string>());
        round.Add(user, AccountKind.Person);
        return Assert.Single(round.Entries);
    }
}
