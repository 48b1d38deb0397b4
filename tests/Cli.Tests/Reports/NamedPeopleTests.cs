namespace InfluencerMap.Cli.Tests.Reports;

/// <summary>Whom the operator reads by name can be typed by name.</summary>
public sealed class NamedPeopleTests(SmallFirm firm) : IClassFixture<SmallFirm>
{
    private CliProcess Cli => firm.Cli;

    [Theory]
    [InlineData("Niccolò D'Amico 03")]
    [InlineData("d'amico niccolo 03")]
    public async Task Somebody_is_explained_by_name_in_any_order_and_case(string name) =>
        Assert.Equal((await ShowAsync("explain", "p03")).Output, (await ShowAsync("explain", name)).Output);

    [Fact]
    public async Task Members_of_a_cohort_are_asked_for_and_left_out_by_name()
    {
        var byId = await ShowAsync("cohort", "--size", "3", "--include", "p03", "--exclude", "p00,p01");
        var byName = await ShowAsync("cohort", "--size", "3",
            "--include", "Niccolò D'Amico 03", "--exclude", "D'Amico 00 Niccolò,p01");
        Assert.Equal(byId.Output, byName.Output);
    }

    [Fact]
    public async Task A_name_that_two_people_have_names_nobody()
    {
        using var own = new CliProcess();
        foreach (var file in Directory.GetFiles(Cli.Folder, "company.*"))
            File.Copy(file, Path.Combine(own.Folder, Path.GetFileName(file)));
        await own.RunAsync("import", "people", own.Write("more.csv", "id,name\nq1,Ada Example\nq2,Example Ada\n"),
            "--store", own.StorePath);

        var refused = await own.TryAsync("explain", "Ada Example", "--store", own.StorePath);

        Assert.Equal(
            (1, "2 people have this name: give an id or an address."),
            (refused.ExitCode, Assert.Single(refused.ErrorLines)));
    }

    [Fact]
    public async Task All_of_a_small_firm_are_ranked_without_being_asked_for()
    {
        var all = Csv.Read((await ShowAsync("rank", "--top", "100", "--format", "csv")).Output);
        Assert.InRange(all.Count, 21, 30);
        Assert.Equal(all.Count, Csv.Read((await ShowAsync("rank", "--format", "csv")).Output).Count);
        Assert.Equal(20, Csv.Read((await ShowAsync("rank", "--top", "20", "--format", "csv")).Output).Count);
    }

    private Task<CliResult> ShowAsync(params string[] args) => Cli.RunAsync([.. args, "--store", Cli.StorePath]);
}
