using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests.Sources;

/// <summary>Part time as companies write it: a share of full time, or the days that are worked.</summary>
public sealed class PeoplePartTime : IDisposable
{
    private const Weekdays MonToWed = Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday;
    private const Weekdays MonToFri = MonToWed | Weekdays.Thursday | Weekdays.Friday;
    private const Weekdays MonWedFri = Weekdays.Monday | Weekdays.Wednesday | Weekdays.Friday;

    private const string Share =
        "a share of full time such as 0.6, 60 % or 60, from 0.1 (10 %) to 1 (100 %); leave the cell empty where it is "
        + "not known";

    private const string DaysOfTheWeek =
        "the days of the week that are worked, such as mon tue wed or lun-mer; how many they are goes to fte, as 0.6 "
        + "for 3 of 5";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("0.6", 0.6)]
    [InlineData("0,6", 0.6)]
    [InlineData(".5", 0.5)]
    [InlineData("0.60", 0.6)]
    [InlineData("0.6000000000000001", 0.6)]
    [InlineData("60", 0.6)]
    [InlineData("60.0", 0.6)]
    [InlineData("62,5", 0.625)]
    [InlineData("60%", 0.6)]
    [InlineData("60 %", 0.6)]
    [InlineData("60,00\u00a0%", 0.6)]
    [InlineData("%60", 0.6)]
    [InlineData("0.8 FTE", 0.8)]
    [InlineData("1", 1)]
    [InlineData("1,0", 1)]
    [InlineData("100", 1)]
    [InlineData("100 %", 1)]
    [InlineData("10", 0.1)]
    [InlineData("0.1", 0.1)]
    public async Task A_share_of_full_time_is_read_as_a_part_or_as_per_cent(string cell, double fte) =>
        Assert.Equal(fte, (await EntryAsync("fte", cell)).Fte);

    [Theory]
    [InlineData("0")]
    [InlineData("0 %")]
    [InlineData("0.05")]
    [InlineData("1 %")]
    [InlineData("0.6 %")]
    [InlineData("1.5")]
    [InlineData("5")]
    [InlineData("101")]
    [InlineData("150 %")]
    [InlineData("-0.5")]
    [InlineData("1.234,5")]
    [InlineData("24/40")]
    [InlineData("24h")]
    [InlineData("canary")]
    [InlineData("NaN")]
    [InlineData("1e-1")]
    [InlineData("%")]
    [InlineData("%60%")]
    public async Task A_share_that_could_be_anything_is_one_error_with_its_place(string cell) =>
        await IsRefusedAsync("fte", cell, Share);

    [Theory]
    [InlineData("mon tue wed", MonToWed)]
    [InlineData("Mon, Tue, Wed", MonToWed)]
    [InlineData("MON;TUE;WED", MonToWed)]
    [InlineData("Lun/Mar/Mer", MonToWed)]
    [InlineData("Lun. Mar. Mer.", MonToWed)]
    [InlineData("lu ma me", MonToWed)]
    [InlineData("Mo+Tu+We", MonToWed)]
    [InlineData("Monday, Tuesday and Wednesday", MonToWed)]
    [InlineData("Mondays & Tuesdays & Wednesdays", MonToWed)]
    [InlineData("lunedì, martedì e mercoledì", MonToWed)]
    [InlineData("lunedi' martedi' mercoledi'", MonToWed)]
    [InlineData("lun-mer", MonToWed)]
    [InlineData("lun – mer", MonToWed)]
    [InlineData("Mon to Wed", MonToWed)]
    [InlineData("from Monday to Wednesday", MonToWed)]
    [InlineData("da lunedì a mercoledì", MonToWed)]
    [InlineData("dal lunedì al mercoledì", MonToWed)]
    [InlineData("mon-fri", MonToFri)]
    [InlineData("Lun-Mer, Ven", MonToWed | Weekdays.Friday)]
    [InlineData("Lun-Mar/Gio-Ven", MonToFri & ~Weekdays.Wednesday)]
    [InlineData("lun-mer-ven", MonWedFri)]
    [InlineData("Mon/Weds/Fri", MonWedFri)]
    [InlineData("tues thurs", Weekdays.Tuesday | Weekdays.Thursday)]
    [InlineData("gio", Weekdays.Thursday)]
    [InlineData("sab-lun", Weekdays.Saturday | Weekdays.Sunday | Weekdays.Monday)]
    [InlineData("sun-sat", Weekdays.All)]
    public async Task Days_are_read_in_two_languages_as_names_abbreviations_or_ranges(string cell, Weekdays days) =>
        Assert.Equal(days, (await EntryAsync("workingDays", cell)).WorkingDays);

    [Theory]
    [InlineData("3")]
    [InlineData("1-5")]
    [InlineData("canary")]
    [InlineData("mon canary")]
    [InlineData("monday?")]
    [InlineData("M T W")]
    [InlineData("LMMGV")]
    [InlineData("mon-")]
    [InlineData("-mon")]
    [InlineData("mon--fri")]
    [InlineData("-")]
    [InlineData("and")]
    [InlineData("lun 9-13")]
    public async Task Days_that_are_not_read_are_one_error_with_its_place(string cell) =>
        await IsRefusedAsync("workingDays", cell, DaysOfTheWeek);

    [Theory]
    [InlineData("FTE", "Working days")]
    [InlineData("F.T.E.", "Work days")]
    [InlineData("Full-time equivalent", "Days worked")]
    [InlineData("part time %", "giorni lavorativi")]
    [InlineData("Part-Time (%)", "Giorni di lavoro")]
    [InlineData("% part-time", "GIORNI LAVORATI")]
    [InlineData("percentuale part-time", "Giornate lavorative")]
    [InlineData("Percentuale part-time (%)", "Giorni lavorativi settimanali")]
    [InlineData("Perc. part time", "working_days")]
    [InlineData("Employment percentage", "WorkingDays")]
    public async Task Headings_of_part_time_are_known_without_a_map(string share, string days)
    {
        var read = await Scratch.PeopleAsync(_scratch.Write("people.csv", $"id;{share};{days}\n1;50;lun, mar\n"));

        var entry = Assert.Single(read.Entries);
        Assert.Equal((0.5, Weekdays.Monday | Weekdays.Tuesday), (entry.Fte, entry.WorkingDays));
    }

    [Fact]
    public async Task A_column_that_says_yes_or_no_to_part_time_is_not_taken_for_a_share() => Assert.StartsWith(
        "people.csv: columns not known: Part time.",
        await Scratch.PeopleRefusalAsync(_scratch.Write("people.csv", "id;Part time\n1;no\n")));

    [Theory]
    [InlineData("fte")]
    [InlineData("workingDays")]
    public async Task An_empty_cell_states_nothing_of_part_time(string key)
    {
        var entry = await EntryAsync(key, "");
        Assert.Equal((null, null), (entry.Fte, entry.WorkingDays));
    }

    private async Task<DirectoryEntry> EntryAsync(string key, string cell) =>
        Assert.Single((await Scratch.PeopleAsync(Write(key, cell))).Entries);

    private async Task IsRefusedAsync(string key, string cell, string expected) => Assert.Equal(
        $"people.csv, line 2, column 2 ({key}): expected {expected}. "
        + "Mend the row, or leave out up to N rows that cannot be read (--max-bad-rows N); nothing was stored.",
        await Scratch.PeopleRefusalAsync(Write(key, cell)));

    private string Write(string key, string cell) => _scratch.Write("people.csv", $"id\t{key}\n1\t\"{cell}\"\n");
}
