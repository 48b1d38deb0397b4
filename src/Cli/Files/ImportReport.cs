using InfluencerMap.Collectors;

namespace InfluencerMap.Cli;

/// <summary>The account of an import as JSON.</summary>
internal sealed record ImportLines(
    string File, string Format, ImportRowsLine Rows, ImportInteractionsLine Interactions,
    IReadOnlyDictionary<string, long> LeftOut, string? From, string? Until, IReadOnlyList<string> Notes);

/// <summary>Found = gave + all set aside + unreadable.</summary>
internal sealed record ImportRowsLine(
    long Found, long Gave, IReadOnlyDictionary<string, long> SetAside, long Unreadable);

/// <summary>Given = stored + already there + of erased people + outside the retention.</summary>
internal sealed record ImportInteractionsLine(
    long Given, long Stored, long AlreadyThere, long OfErased, long OutsideRetention);

/// <summary>Reports what became of everything that an import read.</summary>
internal static class ImportReport
{
    /// <summary>On standard error, for people.</summary>
    public static void Say(ImportAccount account)
    {
        var (report, appended) = (account.Report, account.Appended);
        SayRows(report, "interactions");
        SayIfAny(
            report.DelegatedRows, "was sent by somebody else for the one whom it is from",
            "were sent by somebody else for the one whom they are from");
        Progress.Say(Counted.Of(appended.Stored, "interaction", "interactions") + " stored"
            + (appended is { First: { } first, Last: { } last }
                ? $", {first:yyyy-MM-dd HH:mm} to {last:yyyy-MM-dd HH:mm} UTC."
                : "."));
        SayIfAny(appended.AlreadyThere, "was there already", "were there already");
        SayIfAny(
            appended.Erased, "row is of somebody who was erased: left out",
            "rows are of people who were erased: left out");
        SayIfAny(
            appended.OutsideRetention, "row is older than the retention profile allows: left out",
            "rows are older than the retention profile allows: left out");
        SayIfAny(report.SelfInteractions, "was to oneself: dropped", "were to oneself: dropped");
        SayIfAny(
            report.ClocksCorrected, "mail states no date or a wrong one: another time of its was taken",
            "mails state no date or a wrong one: another time of theirs was taken");
        SayIfAny(
            report.TimesWithoutOffset, $"time states no offset: read as {report.TimeZone}",
            $"times state no offset: read as {report.TimeZone}");
        if (report.UnreadColumns.Count > 0)
            Progress.Say($"Columns not read: {string.Join(", ", report.UnreadColumns)}.");
    }

    /// <summary>What became of each row: of any table.</summary>
    /// <param name="report">Complete.</param>
    /// <param name="what">What a row gives, in the plural.</param>
    public static void SayRows(CollectReport report, string what)
    {
        foreach (var message in report.BadRowMessages.Concat(report.Notes))
            Progress.Say(message);
        Progress.Say(Counted.Of(report.RowsRead, "row", "rows") + $" found: {report.RowsGiven:N0} gave {what}, "
            + $"{report.RowsSetAside.Values.Sum():N0} set aside, {report.RowsUnreadable:N0} could not be read.");
        foreach (var (reason, count) in report.RowsSetAside)
            Progress.Say($"  {count:N0} set aside: {reason}.");
        SayParts(report);
    }

    /// <summary>One object, for programs.</summary>
    public static void WriteJson(ImportAccount account, TextWriter output)
    {
        var (report, appended) = (account.Report, account.Appended);
        var lines = new ImportLines(
            account.File, account.Format,
            new(report.RowsRead, report.RowsGiven, report.RowsSetAside, report.RowsUnreadable),
            new(appended.Stored + appended.AlreadyThere + appended.Erased + appended.OutsideRetention,
                appended.Stored, appended.AlreadyThere, appended.Erased, appended.OutsideRetention),
            account.LeftOut, Instant(appended.First), Instant(appended.Last), report.Notes);
        JsonOutput.Write(output, lines);
    }

    /// <summary>Files and recipients that were left out, while their row or folder was not.</summary>
    private static void SayParts(CollectReport report)
    {
        foreach (var (reason, count) in report.Dropped)
            if (count - report.RowsSetAside.GetValueOrDefault(reason) is > 0 and var parts)
                Progress.Say($"  {parts:N0} left out: {reason}.");
    }

    private static string? Instant(DateTime? at) => at is { } known ? $"{known:yyyy-MM-ddTHH:mm:ssZ}" : null;

    private static void SayIfAny(long count, string one, string many)
    {
        if (count > 0)
            Progress.Say(Counted.Of(count, one, many) + ".");
    }
}
