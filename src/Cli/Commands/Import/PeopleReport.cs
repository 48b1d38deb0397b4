namespace InfluencerMap.Cli;

/// <summary>The account of an import of people as JSON.</summary>
internal sealed record PeopleLines(
    string File, ImportRowsLine Rows, ImportPeopleLine People, ImportManagersLine Managers,
    IReadOnlyDictionary<string, long> LeftOut, IReadOnlyList<string> Notes);

/// <summary>
/// Rows that gave somebody = added + changed + unchanged + mailboxes + of erased people. Not in the file: of the store,
/// without a day of leaving.
/// </summary>
internal sealed record ImportPeopleLine(
    int Added, int Changed, int Unchanged, int Mailboxes, int OfErased, int NotInFile);

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
        Progress.Say(Counted.Of(saved.Added, "person", "people")
            + $" added, {saved.Changed:N0} changed, {saved.Unchanged:N0} as before."
            + LeftOut.Erased(saved.Erased));
        if (account.NotInFile > 0)
            Progress.Say(
                Counted.Of(account.NotInFile, "person of the store is not in this file and stays", "people of the "
                    + "store are not in this file and stay") + "; a leave date says that somebody left.");
        if (saved.NonPersonAccounts > 0)
            Progress.Say(Counted.Of(
                saved.NonPersonAccounts, "account is shared, a room or a bot", "accounts are shared, rooms or bots")
                + ": never ranked.");
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
            new(saved.Added, saved.Changed, saved.Unchanged, saved.NonPersonAccounts, saved.Erased,
                account.NotInFile),
            new(managers.StatedCount, [.. managers.Unfound.Select(manager => manager.Row)]),
            report.Dropped, report.Notes);
        JsonOutput.Write(output, lines);
    }
}
