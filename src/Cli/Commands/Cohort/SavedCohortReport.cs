using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>A saved cohort in a list.</summary>
/// <param name="Number">By which it is shown.</param>
/// <param name="SavedAt">When, UTC.</param>
/// <param name="SavedBy">operator, or a keyed hash of the caller; null where an older program saved it.</param>
/// <param name="Run">Id of the run that it was chosen on.</param>
/// <param name="Members">Members that it had when it was saved.</param>
/// <param name="Wishes">What was asked, as the command line writes it.</param>
/// <param name="Covered">Share reached.</param>
/// <param name="Certificate">It reached at least this share of the best possible.</param>
internal sealed record SavedCohortLine(
    [Shown("cohort", Format = "0", Side = Side.Left)] long Number,
    [Shown("saved (UTC)", 4, Format = "yyyy-MM-dd HH:mm")] DateTime SavedAt, string? SavedBy,
    [Shown("run", 1)] string Run, int Members, [Shown("asked")] string Wishes,
    [Shown("covered", 5, Format = "0.0 %")] double Covered,
    [Shown("certificate", 3, Format = "0.0 %")] double Certificate)
{
    [Shown("by", 2, After = nameof(SavedBy))]
    public string? By => SavedBy switch { null => null, CohortStore.Operator => "operator", _ => "over HTTP" };

    public static SavedCohortLine Of(SavedCohort saved) => new(
        saved.Number, saved.SavedAt, saved.SavedBy, saved.RunId, saved.Wishes.Size, WishesOf(saved.Wishes),
        saved.Certificate.Share, saved.Certificate.Ratio);

    private static string WishesOf(SavedWishes wishes) => string.Join(
        ' ',
        [
            $"--size {wishes.Size}", $"--reach {wishes.Reach}",
            .. wishes.Quotas.Select(quota => $"--quota {QuotaText.Write(quota)}"),
            .. wishes.Voice > 0 ? [$"--voice {wishes.Voice}"] : Array.Empty<string>(),
            .. wishes.IncludedCount > 0 ? [$"--include ({wishes.IncludedCount})"] : Array.Empty<string>(),
            .. wishes.ExcludedCount > 0 ? [$"--exclude ({wishes.ExcludedCount})"] : Array.Empty<string>(),
            .. wishes.WaitListSize > 0 ? [$"--wait-list {wishes.WaitListSize}"] : Array.Empty<string>(),
            .. wishes.IsFromList ? ["--from"] : Array.Empty<string>(),
            .. wishes.IsNameableOnly ? ["--consent nameable"] : Array.Empty<string>(),
        ]);
}

/// <summary>A saved cohort with its people.</summary>
/// <param name="Cohort">What was saved.</param>
/// <param name="LeftOut">Members erased, excluded by their own word or gone since: never distinguished.</param>
/// <param name="With">Number of the cohort that it is compared with; null without one.</param>
/// <param name="InCommon">Members of both.</param>
/// <param name="People">Members, then who waits.</param>
internal sealed record SavedCohortLines(
    SavedCohortLine Cohort, int LeftOut, long? With, int? InCommon, SavedPersonLine[] People);

/// <summary>Somebody of a saved cohort.</summary>
/// <param name="Place">1-based, members first.</param>
/// <param name="Role">member or waiting.</param>
/// <param name="Person">The id that the people file gave.</param>
/// <param name="Name">The name that it gave; null where it gave none.</param>
/// <param name="Key">The pseudonymous key that the API uses.</param>
/// <param name="Department">Unit, where known.</param>
/// <param name="JobFamily">Professional family, where known.</param>
/// <param name="Added">People whom the person added to those before.</param>
/// <param name="InOther">Whether the cohort that it is compared with has the person as a member; null without
/// one.</param>
internal sealed record SavedPersonLine(
    int Place, string Role, [Shown("person")] string Person, [Shown("name")] string? Name, [Shown("key", 1)] string Key,
    [Shown("department", 3)] string? Department, [Shown("family", 2)] string? JobFamily,
    [Shown("adds", 4, Format = "N0")] double Added, [Shown("in {0}")] bool? InOther)
{
    [Shown("", After = nameof(Role))]
    public string Seat => Role == "member" ? $"{Place}" : "waits";
}

/// <summary>A saved cohort, for people or for programs.</summary>
internal sealed class SavedCohortReport(Run run, SavedCohortLines lines)
{
    /// <summary>Reads a cohort, and how much of it another has in common.</summary>
    public static async Task<SavedCohortReport> ReadAsync(
        Store store, long number, long? with, CancellationToken cancellation)
    {
        var saved = await RequireAsync(store, number, cancellation);
        var run = (await store.Rankings.FindAsync(saved.RunId, cancellation))!;
        var ranked = await RankedRun.ReadAsync(store, run, cancellation);
        var names = await PeopleNames.ReadAsync(store, cancellation);
        var other = with is { } beside ? await MembersAsync(store, beside, cancellation) : null;
        SavedMember[] shown = [.. (await store.Cohorts.MembersAsync(number, cancellation))
            .Where(one => ranked.People.NodeOf(one.PersonId) is not null)];
        SavedPersonLine[] people =
        [
            .. from one in shown.Index()
               let person = ranked.People[one.Item.PersonId]
               select new SavedPersonLine(
                   one.Index + 1, one.Item.IsWaiting ? "waiting" : "member", names.IdOf(person.Id),
                       names.NameOf(person.Id),
                   person.Key, person.Department, person.JobFamily, one.Item.Gain, other?.Contains(person.Id)),
        ];
        var members = shown.Where(one => !one.IsWaiting).ToArray();
        return new(run, new(
            SavedCohortLine.Of(saved), saved.Wishes.Size - members.Length, with,
            other is null ? null : members.Count(one => other.Contains(one.PersonId)), people));
    }

    public void Write(Output output) => output.Write(
        lines.People, lines, output.Format == OutputFormat.Csv ? [Sentence] : [], WriteTable);

    private string Sentence => $"Cohort {lines.Cohort.Number}, saved {lines.Cohort.SavedAt:yyyy-MM-dd HH:mm} UTC on "
        + $"run {run.Id}: {lines.Cohort.Wishes}. It covered {100 * lines.Cohort.Covered:0.0} %, at least "
        + $"{100 * lines.Cohort.Certificate:0.0} % of the best possible."
        + (lines.LeftOut > 0
            ? $" {lines.LeftOut:N0} of {lines.Cohort.Members:N0} members are left out: erased, excluded or gone since."
            : "")
        + (lines.With is { } with ? $" {lines.InCommon:N0} members are in cohort {with} too." : "");

    private void WriteTable(IAnsiConsole console)
    {
        console.WriteLine(Sentence);
        ShownTable.Write(console, lines.People, word: $"{lines.With}");
        console.WriteLine(CohortReport.Purpose);
    }

    private static async Task<HashSet<PersonId>> MembersAsync(Store store, long number, CancellationToken cancellation)
    {
        await RequireAsync(store, number, cancellation);
        return [.. (await store.Cohorts.MembersAsync(number, cancellation))
            .Where(one => !one.IsWaiting).Select(one => one.PersonId)];
    }

    private static async Task<SavedCohort> RequireAsync(Store store, long number, CancellationToken cancellation) =>
        await store.Cohorts.FindAsync(number, cancellation)
            ?? throw new FailedException(
                $"There is no cohort {number}. See which there are: influencermap cohort list");
}
