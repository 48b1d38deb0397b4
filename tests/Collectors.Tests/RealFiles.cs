using InfluencerMap.Collectors;

namespace InfluencerMap.Tests;

/// <summary>Counts that data/README.md states of the real data sets.</summary>
public class RealFiles
{
    private static readonly InteractionsCsvOptions Someday = new() { At = new(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc) };

    [Fact]
    public async Task Manufacturing_mail_has_82927_rows_of_which_51_are_to_oneself()
    {
        var path = SharedData.Require("data/manufacturing-email/communication.csv");
        var mail = await Scratch.CollectAsync(path, new()
        {
            Delimiter = ";",
            Map = ColumnMap.Parse("from=Sender,to=Recipient,at=EventDate"),
        });
        Assert.Equal(82_927, mail.Report.RowsRead);
        Assert.Equal(51, mail.Report.SelfInteractions);
        Assert.Equal(82_876, mail.Interactions.Length);
        Assert.Equal(82_876, mail.Report.InteractionsGiven);
        Assert.Equal(167, mail.Accounts.Added.Count);
        Assert.Equal(new(2010, 1, 2, 17, 40, 10, DateTimeKind.Utc), mail.First);
        Assert.Equal(new(2010, 9, 30, 22, 8, 12, DateTimeKind.Utc), mail.Last);
        Assert.Empty(mail.Report.UnreadColumns);
        Assert.Equal(82_927, mail.Report.TimesWithoutOffset);
    }

    [Fact]
    public async Task Manufacturing_mail_of_one_sender_and_second_is_one_event()
    {
        var path = SharedData.Require("data/manufacturing-email/communication.csv");
        var format = new CsvFormat { Map = ColumnMap.Parse("from=Sender,to=Recipient,at=EventDate") };
        var mail = await Scratch.CollectAsync(path, format);
        var senderSeconds = mail.Interactions.Select(i => (i.Source, i.At)).Distinct().Count();
        Assert.Equal(senderSeconds, mail.Interactions.Select(i => i.EventId).Distinct().Count());
        Assert.Equal(82_876 - 313, mail.Interactions.Distinct().Count());
    }

    [Fact]
    public async Task Manufacturing_people_are_154_and_86_reports_to_himself()
    {
        var path = SharedData.Require("data/manufacturing-email/reportsto.csv");
        var format = new CsvFormat { Map = ColumnMap.Parse("id=ID,manager=ReportsToID") };
        var people = await Scratch.PeopleAsync(path, format);
        Assert.Equal(154, people.Entries.Count);
        Assert.Equal(["86"], people.Entries.Where(p => p.SourceId == p.ManagerSourceId).Select(p => p.SourceId));
        Assert.Equal(11, people.Entries.Count(p => p.ManagerSourceId == "86" && p.SourceId != "86"));
    }

    [Theory]
    [InlineData("Advice", 190)]
    [InlineData("Friendship", 102)]
    [InlineData("ReportsTo", 20)]
    public async Task Krackhardt_arcs_are_the_rows_marked_1(string relation, int arcs)
    {
        var path = SharedData.Require($"data/krackhardt-hightech/Krack-High-Tec-edgelist-{relation}.txt");
        var format = new CsvFormat
        {
            Delimiter = CsvFormat.Whitespace,
            HasHeader = false,
            Map = ColumnMap.Parse("from=1,to=2"),
            Where = [CellFilter.Parse("3=1")],
        };
        var ties = await Scratch.CollectAsync(path, format, Someday);
        Assert.Equal(441, ties.Report.RowsRead);
        Assert.Equal(441 - arcs, ties.Report.RowsFilteredOut);
        Assert.Equal(arcs, ties.Interactions.Length);
        Assert.Equal(arcs, ties.Interactions.Select(i => i.EventId).Distinct().Count());
        Assert.Equal(21, ties.Accounts.Added.Count);
        Assert.Equal(Someday.At, ties.First);
    }

    [Fact]
    public async Task Krackhardt_attributes_need_age_and_tenure_to_be_left_out()
    {
        var path = SharedData.Require("data/krackhardt-hightech/Krack-High-Tec-Attributes.csv");
        var format = new CsvFormat { Map = ColumnMap.Parse("department=DEPT"), Ignore = ["AGE", "TENURE"] };
        var people = await Scratch.PeopleAsync(path, format);
        Assert.Equal(21, people.Entries.Count);
        Assert.Equal(["7"], people.Entries.Where(p => p.Level == 1).Select(p => p.SourceId));
        Assert.Equal(["2", "14", "18", "21"], people.Entries.Where(p => p.Level == 2).Select(p => p.SourceId));
    }

    [Fact]
    public async Task Email_eu_core_has_642_self_arcs_in_spite_of_its_line_ends()
    {
        var path = SharedData.Require("data/email-eu-core/email-Eu-core.txt");
        var format = new CsvFormat
        {
            Delimiter = CsvFormat.Whitespace,
            HasHeader = false,
            Map = ColumnMap.Parse("from=1,to=2"),
        };
        var mail = await Scratch.CollectAsync(path, format, Someday);
        Assert.Equal(25_571, mail.Report.RowsRead);
        Assert.Equal(642, mail.Report.SelfInteractions);
        Assert.Equal(25_571 - 642, mail.Interactions.Length);
    }

    [Fact]
    public async Task Email_eu_core_temporal_is_read_packed_with_seconds_from_0()
    {
        var path = SharedData.Require("data/email-eu-core/email-Eu-core-temporal.txt.gz");
        var format = new CsvFormat
        {
            Delimiter = CsvFormat.Whitespace,
            HasHeader = false,
            Map = ColumnMap.Parse("from=1,to=2,at=3"),
        };
        var mail = await Scratch.CollectAsync(path, format);
        Assert.Equal(332_334, mail.Report.RowsRead);
        Assert.Equal(986, mail.Accounts.Added.Count);
        Assert.Equal(DateTime.UnixEpoch, mail.First);
        Assert.Equal(803.9, (mail.Last!.Value - DateTime.UnixEpoch).TotalDays, 0.05);
    }
}
