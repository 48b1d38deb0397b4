using System.Globalization;
using System.Text;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>Part time from the people file to the ties of a night.</summary>
public sealed class PartTimeTests : IDisposable
{
    private const int WeekCount = 26, OthersCount = 30;

    private static readonly DateOnly Monday = new(2025, 9, 1);

    private readonly CliProcess _cli = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _cli.Dispose();

    /// <summary>
    /// One writes enough on three days a week for them to show; the other writes on Mondays alone, which shows nothing.
    /// Towards their friends both do the same.
    /// </summary>
    [Fact]
    public async Task A_part_timer_stated_by_the_file_gets_the_same_ties_as_one_whose_days_are_learnt()
    {
        var night = await NightAsync("stated.db", "id,Giorni lavorativi", "lun-mer");
        var silent = await NightAsync("silent.db", "id,Giorni lavorativi", "");

        Assert.Equal(night.Ties["learnt"], night.Ties["stated"], 1e-9);
        Assert.Equal(silent.Ties["learnt"], night.Ties["learnt"], 1e-9);
        Assert.True(silent.Ties["stated"] < 0.9 * night.Ties["stated"]);
    }

    [Fact]
    public async Task A_stated_share_of_full_time_strengthens_ties_as_days_of_that_share_do()
    {
        var days = await NightAsync("days.db", "id,workingDays", "mon tue wed");
        var share = await NightAsync("share.db", "id,% part-time", "60");

        // Every day of the week weighs nearly the same here.
        Assert.Equal(days.Ties["stated"], share.Ties["stated"], 0.05);
    }

    [Fact]
    public async Task Stated_part_time_is_part_of_what_a_run_rests_on_and_silence_is_not()
    {
        // Else each store makes a key of its own, and people have other keys in each.
        _cli.Variables["INFLUENCERMAP_KEY"] = new('k', 32);
        var none = await NightAsync("none.db", "id", null);
        var silent = await NightAsync("silent.db", "id,fte", "");
        var half = await NightAsync("half.db", "id,fte", "0.5");
        var days = await NightAsync("days.db", "id,workingDays", "mon");

        Assert.Equal(none.InputHash, silent.InputHash);
        Assert.Equal(3, new[] { none.InputHash, half.InputHash, days.InputHash }.Distinct().Count());
    }

    /// <summary>Strengths of the ties of the two part-timers to their friends, and what the run rests on.</summary>
    private async Task<(Dictionary<string, double> Ties, string InputHash)> NightAsync(
        string store, string heading, string? cell)
    {
        var people = new StringBuilder($"{heading}\n");
        foreach (var id in (string[])["learnt", "learnt-friend", "stated", "stated-friend", .. Others()])
            people.Append(id).Append(cell is null ? "" : "," + (id == "stated" ? cell : "")).Append('\n');
        await _cli.RunAsync("import", "people", _cli.Write("people.csv", people.ToString()), "--store", store);
        await _cli.RunAsync("import", "interactions", _cli.Write("mail.csv", Mail()), "--store", store);
        var asOf = Monday.AddDays(7 * WeekCount).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await _cli.RunAsync(
            "nightly", "--as-of", asOf, "--window-days", $"{7 * WeekCount}", "--rule-effects", "off",
            "--rank-intervals", "off", "--store", store);

        await using var opened = await Store.OpenExistingAsync(Path.Combine(_cli.Folder, store), Cancellation);
        var run = (await opened.Rankings.LatestAsync(Cancellation))!;
        var ids = (await opened.People.NamesAsync(Cancellation))
            .ToDictionary(one => one.Value.SourceId, one => one.Key);
        var ties = await opened.Rankings.TiesAsync(run.Id, Cancellation);
        return (
            new[] { "learnt", "stated" }.ToDictionary(id => id, id => StrengthOf(ties, ids[id], ids[id + "-friend"])),
            run.InputHash);
    }

    private static double StrengthOf(IEnumerable<PersonTie> ties, PersonId one, PersonId other) => ties.Single(tie =>
        (tie.Source, tie.Target) == (one, other) || (tie.Source, tie.Target) == (other, one)).Strength;

    private static IEnumerable<string> Others() => Enumerable.Range(0, OthersCount).Select(i => $"p{i}");

    private static string Mail()
    {
        var mail = new StringBuilder("from,to,at\n");
        for (var day = 0; day < 7 * WeekCount; day++)
        {
            if (day % 7 < 5)
                for (var i = 0; i < OthersCount; i++)
                    Exchange($"p{i}", $"p{(i + 1 + day % 3) % OthersCount}");
            if (day % 7 == 0)
            {
                Exchange("learnt", "learnt-friend");
                Exchange("stated", "stated-friend");
            }
            if (day % 7 is 1 or 2)
                Exchange("learnt", $"p{day % OthersCount}");

            void Exchange(string one, string other)
            {
                var date = Monday.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                mail.Append($"{one},{other},{date}T09:00:00Z\n{other},{one},{date}T15:00:00Z\n");
            }
        }
        return mail.ToString();
    }
}
