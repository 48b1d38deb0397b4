namespace InfluencerMap.Collectors;

/// <summary>Looks through a people file before it is read: its columns, and the order of day and month.</summary>
internal static class PeopleColumns
{
    /// <summary>More are named once, in what there is to do.</summary>
    private const int UnknownNamedMax = 4;

    private const int IgnoreShownMax = 40;

    /// <summary>Longer lines are not read to their end.</summary>
    private const int MessageLengthMax = 900;

    /// <summary>Refuses the file for all that is wrong with its columns and dates at once.</summary>
    /// <returns>The order of day and month.</returns>
    /// <exception cref="InputException">A column is missing, unknown or not the only one of its kind.</exception>
    public static DayOrder Check(SourceFile file, CsvFormat format, CancellationToken cancellation)
    {
        var problems = new ColumnProblems();
        var order = new DayOrder { Stated = format.Dates.IsDayFirst };
        using var table = CsvTable<PeopleColumn>.Open(
            file, format with { MaxBadRows = int.MaxValue }, new(), Headings.People, problems);
        if (IsOfInteractions(table, format))
            throw table.Refuse("it has columns for from and to, as interactions have, and none for id or email. To "
                + $"take it in: influencermap import interactions {CsvFormat.ForShell(file.Name)}");
        foreach (var (key, column) in Unmapped(table, format))
            problems.Add($"column {table.Columns.Show(column)} stands for {key} where the map does not name another");
        if (!table.Has(PeopleColumn.Id) && !table.Has(PeopleColumn.Email) && !IsMapped(format, "id"))
            problems.AddMissing("no column for id, and none for email, which can stand in for it (--map id=COLUMN)");
        int[] unread = [.. UnreadOf(table, format, problems)];
        HashSet<int> filled = [.. unread.Where(column => table.Columns[column].Length > 0)];
        while (table.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var column in unread)
                if (!table.Cell(column).IsEmpty)
                    filled.Add(column);
            foreach (var key in PeopleRows.DateKeys)
                Days.See(table[key], () => $"row {table.LineNumber} ({PeopleCsv.Keys[(int)key]})", order);
        }
        int[] unknown = [.. filled.Order()];
        if (unknown.Length > 0)
            problems.Add(unknown.Length > UnknownNamedMax
                ? $"{unknown.Length:N0} of {table.Columns.Count:N0} columns are not known"
                : $"columns not known: {string.Join(", ", unknown.Select(table.Columns.Show))}");
        if (order.Problem() is { } open)
            problems.Add(open);
        if (!problems.Any)
            return order;
        var advice = Advice(file, format, table, unknown);
        var message = $"{problems.InWords(table.Columns, PeopleCsv.Keys)}.{advice}";
        // Nearly all columns are unknown then, and what is to be done names them as well.
        throw table.Refuse(message.Length <= MessageLengthMax
            ? message
            : $"{problems.InWords(table.Columns, PeopleCsv.Keys, namesColumns: false)}.{advice}");
    }

    private static bool IsMapped(CsvFormat format, string key) => format.Map.ColumnByKey.ContainsKey(key);

    private static bool IsOfInteractions(CsvTable<PeopleColumn> table, CsvFormat format)
    {
        if (table.Has(PeopleColumn.Id) || table.Has(PeopleColumn.Email) || format.Map.ColumnByKey.Count > 0)
            return false;
        var keys = Enumerable.Range(0, table.Columns.Count)
            .Select(column => Headings.Interactions.KeyOf(table.Columns[column])).ToHashSet();
        return keys.Contains("from") && keys.Contains("to");
    }

    /// <summary>Columns of a key that the map says is in another one, which the file does not have.</summary>
    private static IEnumerable<(string Key, int Column)> Unmapped(CsvTable<PeopleColumn> table, CsvFormat format) =>
        from column in Enumerable.Range(0, table.Columns.Count)
        let key = Headings.People.KeyOf(table.Columns[column])
        where key is not null && IsMapped(format, key) && !IsFound(table, key)
        select (key, column);

    private static bool IsFound(CsvTable<PeopleColumn> table, string key) =>
        Array.FindIndex([.. PeopleCsv.Keys], one => one.Equals(key, StringComparison.OrdinalIgnoreCase)) is var found
        && (found < 0 || table.Has((PeopleColumn)found));

    private static IEnumerable<int> UnreadOf(CsvTable<PeopleColumn> table, CsvFormat format, ColumnProblems problems)
    {
        var read = table.ReadColumns.Concat(table.PassedOver)
            .Concat(format.Ignore.Select(name => table.Columns.Find(name, problems)).OfType<int>())
            .Concat(Unmapped(table, format).Select(one => one.Column)).ToHashSet();
        return Enumerable.Range(0, table.Columns.Count).Where(column => !read.Contains(column));
    }

    private static string Advice(SourceFile file, CsvFormat format, CsvTable<PeopleColumn> table, int[] unknown)
    {
        if (unknown.Length == 0)
            return "";
        var map = string.Join(",", format.Map.ColumnByKey.Where(pair => IsFound(table, pair.Key))
            .Select(pair => $"{pair.Key}={pair.Value}"));
        var ignore = string.Join(",",
            format.Ignore.Concat(unknown.Take(IgnoreShownMax).Select(table.Columns.ShowInOption)));
        return $" To leave them unread: influencermap import people {CsvFormat.ForShell(file.Name)}"
            + (map.Length > 0 ? $" --map {CsvFormat.ForShell(map)}" : "") + $" --ignore {CsvFormat.ForShell(ignore)}"
            + (unknown.Length > IgnoreShownMax ? " and so on" : "") + ". To read one, name its "
            + "key (--map KEY=COLUMN; --help lists the keys).";
    }
}
