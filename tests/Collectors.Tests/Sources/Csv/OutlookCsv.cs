namespace InfluencerMap.Tests.Sources;

/// <summary>Mails that Outlook saved as CSV: three columns for each field, and no dates.</summary>
public sealed class OutlookCsv : IDisposable
{
    private const string English = "\"Subject\",\"Body\",\"From: (Name)\",\"From: (Address)\",\"From: (Type)\","
        + "\"To: (Name)\",\"To: (Address)\",\"To: (Type)\",\"CC: (Name)\",\"CC: (Address)\",\"CC: (Type)\"";

    private const string Italian = "\"Oggetto\",\"Corpo\",\"Da: (Nome)\",\"Da: (Indirizzo)\",\"Da: (Tipo)\","
        + "\"A: (Nome)\",\"A: (Indirizzo)\",\"A: (Tipo)\",\"CC: (Nome)\",\"CC: (Indirizzo)\",\"CC: (Tipo)\"";

    private const string Row = "\"x\",\"y\",\"Example Ada\",\"ada@made.example\",\"SMTP\",\"Example Ben;Example Cleo\","
        + "\"ben@made.example;cleo@made.example\",\"SMTP\",\"Example Dan\",\"dan@made.example\",\"SMTP\"";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(English)]
    [InlineData(Italian)]
    public async Task Addresses_are_read_and_not_the_names_and_types_beside_them(string heading)
    {
        var read = await Scratch.CollectAsync(
            _scratch.Write("mail.csv", $"{heading}\r\n{Row}\r\n"),
            options: new() { At = new(2026, 10, 31, 0, 0, 0, DateTimeKind.Utc) });
        Assert.Equal(3, read.Interactions.Length);
        Assert.Equal(0, read.Report.RowsUnreadable);
    }

    [Theory]
    [InlineData(English)]
    [InlineData(Italian)]
    public async Task That_such_a_file_has_no_dates_is_said_with_what_to_do(string heading)
    {
        var message = await Scratch.RefusalAsync(_scratch.Write("mail.csv", $"{heading}\r\n{Row}\r\n"));
        Assert.Contains("no column for at", message);
        Assert.Contains("Outlook writes no dates into such a file", message);
    }

    [Fact]
    public async Task Two_columns_of_addresses_are_still_refused()
    {
        var message = await Scratch.RefusalAsync(_scratch.Write(
            "mail.csv", "from (address),from (e-mail),to,at\r\na,b,c,2026-01-02\r\n"));
        Assert.Contains("both stand for from", message);
    }
}
