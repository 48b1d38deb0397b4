using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests.Reading;

/// <summary>What programs put into cells that should hold an address.</summary>
public sealed class AddressCellTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("ben@x.example", "ben@x.example")]
    [InlineData("Ben B <ben@x.example>", "ben@x.example")]
    [InlineData("\"Bianchi, Ben\" <ben@x.example>", "ben@x.example")]
    [InlineData("Bianchi, Ben - Bonn, NW <ben@x.example>, Cleo <cleo@x.example>", "ben@x.example", "cleo@x.example")]
    [InlineData("ben@x.example (Ben B)", "ben@x.example")]
    [InlineData("Ben B (ben@x.example)", "ben@x.example")]
    [InlineData("Ben ben@x.example", "ben@x.example")]
    [InlineData("'ben@x.example'", "ben@x.example")]
    [InlineData("<ben@x.example>", "ben@x.example")]
    [InlineData("ben@x.example>", "ben@x.example")]
    [InlineData("ben@x.example.", "ben@x.example")]
    [InlineData("SMTP:ben@x.example", "ben@x.example")]
    [InlineData("mailto:ben@x.example", "ben@x.example")]
    [InlineData("ben@x.example, cleo@x.example", "ben@x.example", "cleo@x.example")]
    [InlineData("ben@x.example;cleo@x.example;", "ben@x.example", "cleo@x.example")]
    [InlineData("ben@x.example;;cleo@x.example", "ben@x.example", "cleo@x.example")]
    [InlineData("ben@x.example cleo@x.example", "ben@x.example", "cleo@x.example")]
    [InlineData("ben@x.example|cleo@x.example", "ben@x.example", "cleo@x.example")]
    [InlineData("ben@x.example\ncleo@x.example", "ben@x.example", "cleo@x.example")]
    [InlineData("{ben@x.example, cleo@x.example}", "ben@x.example", "cleo@x.example")]
    [InlineData("[\"ben@x.example\",\"cleo@x.example\"]", "ben@x.example", "cleo@x.example")]
    [InlineData("[{\"name\":\"Ben\",\"address\":\"ben@x.example\"}]", "ben@x.example")]
    [InlineData("ben@x.example; undisclosed-recipients:", "ben@x.example")]
    [InlineData("E1,E2", "e1", "e2")]
    [InlineData("anna, ben", "anna", "ben")]
    [InlineData("Bianchi, Ben; Verdi, Cleo", "bianchi, ben", "verdi, cleo")]
    [InlineData("Ben Bianchi", "ben bianchi")]
    [InlineData("@ben@social.example", "@ben@social.example")]
    [InlineData("https://host.example/users/ben", "https://host.example/users/ben")]
    public async Task A_cell_gives_the_addresses_and_ids_in_it(string cell, params string[] expected) =>
        Assert.Equal(expected.Select(to => $"a@x.example>{to}"), (await ReadAsync("a@x.example", cell)).Pairs());

    [Theory]
    [InlineData("System.String[]")]
    [InlineData("System.Object[]")]
    [InlineData("@{emailAddress=@{name=Ben; address=ben@x.example}}")]
    [InlineData("Microsoft.Exchange.Data.MultiValuedProperty`1[System.String]")]
    [InlineData("ben@cleo@x.example")]
    [InlineData("ben@")]
    [InlineData("null")]
    [InlineData("N/A")]
    [InlineData("undisclosed-recipients:")]
    public async Task A_cell_that_is_no_address_and_no_id_is_set_aside_and_counted_and_never_an_account(string cell)
    {
        var to = await ReadAsync("a@x.example", cell);
        Assert.Empty(to.Interactions);
        Assert.Equal(1, to.Report.Dropped["cells that hold no address or id"]);
        Assert.Equal((1, 1), (to.Report.RowsRead, to.Report.RowsUnreadable));
        var from = await ReadAsync(cell, "b@x.example");
        Assert.Empty(from.Accounts.Added);
        Assert.Equal(1, from.Report.RowsUnreadable);
    }

    [Fact]
    public async Task Of_a_cell_with_several_the_readable_ones_are_given_and_the_others_counted()
    {
        var read = await ReadAsync("a@x.example", "ben@x.example; ben@cleo@x; cleo@x.example");
        Assert.Equal(["a@x.example>ben@x.example", "a@x.example>cleo@x.example"], read.Pairs());
        Assert.Equal(1, read.Report.Dropped["cells that hold no address or id"]);
        Assert.Equal(1, read.Report.RowsGiven);
    }

    [Fact]
    public async Task A_sender_is_one_and_an_id_may_hold_a_comma()
    {
        Assert.Equal(["bianchi, ben>verdi, cleo"], (await ReadAsync("Bianchi, Ben", "Verdi, Cleo")).Pairs());
        Assert.Contains(
            "column 1 (from): expected one address or id", await Scratch.RefusalAsync(
                _scratch.Write("a.csv", "from|to|at\na@x.example;b@x.example|c@x.example|2026-11-02\n")));
    }

    [Fact]
    public async Task Copies_have_columns_of_their_own_and_are_of_the_same_event()
    {
        var read = await Scratch.CollectAsync(_scratch.Write(
            "a.csv", "from;to;cc;bcc;at\na;b,c;d;e;2026-11-02\na;;f;;2026-11-03\n"));
        Assert.Equal(["a>b", "a>c", "a>d", "a>e", "a>f"], read.Pairs());
        Assert.Equal(
            [RecipientRole.To, RecipientRole.To, RecipientRole.Cc, RecipientRole.Bcc, RecipientRole.Cc],
            read.Interactions.Select(i => i.Role));
        Assert.Equal(2, read.Interactions.Select(i => i.EventId).Distinct().Count());
    }

    [Fact]
    public void Traces_and_answers_name_people_in_the_same_ways()
    {
        var trace = Samples.Read(_scratch.Write(
            "trace.csv", "Received,SenderAddress,RecipientAddress,MessageId,Status\n"
            + "2026-11-02,Ada <a@x.example>,\"b@x.example, c@x.example\",<1@x>,Delivered\n"
            + "2026-11-02,a@x.example,System.String[],<2@x>,Delivered\n"));
        Assert.Equal(["a@x.example>b@x.example", "a@x.example>c@x.example"], trace.Pairs());
        Assert.Equal(1, trace.Report.RowsUnreadable);
        var answers = Samples.Read(_scratch.Write(
            "answers.csv", "respondent,question,named,at\nE1,q,\"E2,E3\",2026-11-02\n"
            + "E1,q,Ben <ben@x.example>,2026-11-02\n"));
        Assert.Equal(["e1>e2", "e1>e3", "e1>ben@x.example"], answers.Pairs());
    }

    private Task<Collected> ReadAsync(string from, string to)
    {
        static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"")}\"";
        return Scratch.CollectAsync(
            _scratch.Write("a.csv", $"from,to,at\n{Quoted(from)},{Quoted(to)},2026-11-02T10:00:00Z\n"));
    }
}
