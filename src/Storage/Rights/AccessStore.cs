using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>Everything that the store holds of one person, for that person: article 15 of the GDPR.</summary>
public sealed class AccessStore
{
    /// <summary>What is read of each table, and its explanation for the reader. Only the audit is elsewhere.</summary>
    private static readonly (Query Query, string Table, string About)[] Tables =
    [
        (Query.AccessPerson, "people", "What the directory says of you. Your reports are counted, not named."),
        (Query.ReadFormerKeys, "former_keys", "Keys that stood for you earlier; none of them is answered any more."),
        (Query.AccessName, "person_names", "Your id and name as the directory writes them."),
        (Query.AccessAccounts, "accounts", "Accounts that are yours, by kind."),
        (Query.AccessHandles, "account_handles", "Their addresses and handles."),
        (Query.AccessClaims, "account_claims", "Who says that an account is yours, and for which days."),
        (Query.AccessTenures, "account_tenures", "From when an account that had several owners was yours."),
        (Query.AccessDecisions, "identity_log", "Decisions that an account or a record of the directory is yours."),
        (Query.AccessEvents, "interactions", "Events from you or to you: who, when and how; never a content."),
        (Query.AccessGroups, "group_members", "Groups that one of your accounts belongs to."),
        (Query.AccessPlaces, "rankings", "Your place and measures in each run that is kept."),
        (Query.AccessTies, "run_ties", "Your ties in the runs that keep them: events summed up."),
        (Query.AccessMoves, "run_rule_moves", "Your place with a rule of hygiene and without it."),
        (Query.AccessCohorts, "cohort_members", "Cohorts that you were proposed for, or put on the wait list of."),
        (Query.AccessConsents, "consents", "What you said of your own data."),
        (Query.AccessKeys, "api_keys", "Keys to your own view. Their secrets are not kept, only hashes."),
    ];

    private readonly Database _database;

    internal AccessStore(Database database) => _database = database;

    /// <summary>One section per table, empty ones included: that there is nothing is an answer too.</summary>
    /// <param name="personId">Whose, with everybody found to be one with them.</param>
    /// <param name="withNames">Whether the person's own name, addresses and handles are among it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public Task<AccessSection[]> ReadAsync(PersonId personId, bool withNames, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var selves = (await Merges.ReadAsync(session)).SelvesOf(personId);
                var cells = new AccessCells(selves, withNames);
                var sections = new List<AccessSection>();
                foreach (var (query, table, about) in Tables)
                {
                    var (columns, rows) = ((string[])[], new List<object?[]>());
                    foreach (var self in selves)
                    {
                        await using var reader = await session.ReadAsync(query, new { PersonId = self });
                        columns = cells.ColumnsOf(reader);
                        while (await reader.ReadAsync(cancellation))
                            rows.Add(cells.Read(reader));
                    }
                    if (columns.Length > 0)
                        sections.Add(new(table, about, columns, rows));
                }
                return sections.ToArray();
            },
            cancellation);

    /// <summary>How many interactions a person gave and got, by week and channel, the last week first.</summary>
    public Task<WeekOfEvents[]> EventsAsync(PersonId personId, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var seen = new List<(DateOnly Week, Channel Channel, bool IsSent, bool IsReceived)>();
                foreach (var self in (await Merges.ReadAsync(session)).SelvesOf(personId))
                    seen.AddRange(
                        from row in await session.QueryAsync<EventRow>(Query.AccessEvents, new { PersonId = self })
                        select (MondayOf(row.AtMs), row.Channel, row.FromId == self, row.ToId == self));
                return (
                    from one in seen
                    group one by (one.Week, one.Channel) into week
                    orderby week.Key.Week descending, week.Key.Channel
                    select new WeekOfEvents(
                        week.Key.Week, $"{week.Key.Channel}", week.Count(one => one.IsSent),
                        week.Count(one => one.IsReceived))).ToArray();
            },
            cancellation);

    private static DateOnly MondayOf(long atMs)
    {
        var day = DateOnly.FromDateTime(Instant.FromMs(atMs));
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    private sealed record EventRow(
        long AtMs, Channel Channel, RecipientRole Role, int AudienceSize, int Minutes, PersonId? FromId,
        PersonId? ToId);
}

/// <summary>What one table holds of a person.</summary>
/// <param name="Table">The table of the store.</param>
/// <param name="About">What it is, for the person.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">
/// Their values: text, numbers, true or false, instants in UTC. People are <c>you</c> or <c>other 1</c>, <c>other 2</c>
/// …, the same in all sections of one export and in no other; null is nobody of the directory.
/// </param>
public sealed record AccessSection(
    string Table, string About, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows)
{
    /// <summary>Who was shown the person, from the audit.</summary>
    public static AccessSection Of(IEnumerable<PersonViews> views) => new(
        "audit", "How often people of which role were shown you, by day and purpose.",
        ["day", "roles", "purpose", "views"],
        [.. views.Select(one => new object?[] { $"{one.Day:yyyy-MM-dd}", one.Roles, one.Purpose, one.Views })]);
}

/// <summary>Interactions of one week and channel.</summary>
/// <param name="Week">Its Monday, UTC.</param>
/// <param name="Channel">Mail, Meeting, …</param>
/// <param name="Sent">From the person; a mail to three people is three.</param>
/// <param name="Received">To the person.</param>
public sealed record WeekOfEvents(DateOnly Week, string Channel, long Sent, long Received);
