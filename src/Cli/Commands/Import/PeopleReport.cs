namespace InfluencerMap.Cli;

/// <summary>The account of an import of people as JSON.</summary>
internal sealed record PeopleLines(
    string File, ImportRowsLine Rows, ImportPeopleLine People, ImportManagersLine Managers,
    IReadOnlyDictionary<string, long> LeftOut, IReadOnlyList<string> Notes);

/// <summary>Rows that gave somebody = added + changed + unchanged + mailboxes + of erased people.</summary>
internal sealed record ImportPeopleLine(int Added, int Changed, int Unchanged, int Mailboxes, int OfErased);

/// <summary>Rows whose manager was not found, by number.</summary>
internal sealed record ImportManagersLine(int Stated, IReadOnlyList<long> NotFound);

/// <summary>Reports what became of everything that an import of people read.</summary>
internal static class PeopleReport
{
    /// <summary>On standard error, for people.</summary>
    public static void Say(PeopleAccount account)
    {
        var (report, saved) = (account.Read.Report, account.Saved);
        ImportReport.SayRows(report, "people or mailboxes");
        Progress.Say($"{saved.Added:N0} people added, {saved.Changed:N0} changed, {saved.Unchanged:N0} as before."
            + LeftOut.Erased(saved.Erased));
        if (saved.NonPersonAccounts > 0)
            Progress.Say($"{saved.NonPersonAccounts:N0} accounts are shared, rooms or bots: never ranked.");
        if (saved.UnknownManagers > 0)
            Progress.Say(saved.UnknownManagers == 1
                ? "1 person reports to someone whom no file has named yet, and stands at the top until one does."
                : $"{saved.UnknownManagers:N0} people report to someone whom no file has named yet, and stand at the "
                    + "top until one does.");
        LeftOut.SayWithheld(saved.Withheld);
    }

    /// <summary>One object, for programs.</summary>
    public static void WriteJson(PeopleAccount account, TextWriter output)
    {
        var (report, saved, managers) = (account.Read.Report, account.Saved, account.Read.Managers);
        var lines = new PeopleLines(
            account.File, new(report.RowsRead, report.RowsGiven, report.RowsSetAside, report.RowsUnreadable),
            new(saved.Added, saved.Changed, saved.Unchanged, saved.NonPersonAccounts, saved.Erased),
            new(managers.StatedCount, [.. managers.Unfound.Select(manager => manager.Row)]),
            report.Dropped, report.Notes);
        JsonOutput.Write(output, lines);
    }
}
