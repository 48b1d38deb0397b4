namespace InfluencerMap.Collectors;

/// <summary>The columns that rows of interactions need.</summary>
internal sealed partial class InteractionRows
{
    private void RequireColumns()
    {
        var missing = new List<string>();
        if (!_table.Has(InteractionColumn.From))
            missing.Add("from");
        if (!_table.Has(InteractionColumn.To) && !_hasCopies)
            missing.Add("to");
        var (lacksAt, hasBoth) = (!_times.Exist && _options.At is null, _times.Exist && _options.At is not null);
        if (missing.Count == 0 && lacksAt)
            throw _table.Refuse("no column for at; map one (--map at=COLUMN), or give all rows one instant "
                + $"(--at 2010-01-01). {WithoutDates}The columns are {_table.Choices}.");
        if (lacksAt)
            missing.Add("at");
        if (missing.Count > 1 && !_table.Has(InteractionColumn.From) && AreOfPeople)
            throw _table.Refuse("it has columns for people, and none for from or to. To take it in: "
                + "influencermap import people FILE");
        if (missing.Count > 0)
            throw _table.Refuse($"no column for {string.Join(", ", missing)}; map "
                + $"{(missing.Count == 1 ? "one" : "some")} of {_table.Choices} "
                + $"(--map {string.Join(',', missing.Union(["from", "to"]).Select(key => $"{key}=COLUMN"))}).");
        if (hasBoth)
            throw _table.Refuse(
                "the file has a column of times, so that no instant can be given for all rows (--at).");
        if (_slices is not null && !_times.Exist)
            throw _table.Refuse("contacts are put together by day (--slice-seconds); a column of times is needed.");
    }

    /// <summary>Whether the columns say who somebody is, and in which place.</summary>
    private bool AreOfPeople
    {
        get
        {
            var keys = _table.Choices.Split(", ").Select(Headings.People.KeyOf).ToHashSet();
            return (keys.Contains("id") || keys.Contains("email") || keys.Contains("name"))
                && (keys.Contains("manager") || keys.Contains("department"));
        }
    }

    /// <summary>What Outlook saves as CSV has no column of dates at all.</summary>
    private string WithoutDates => InteractionHeadings.AreOfOutlook(_table.Choices)
        ? "Outlook writes no dates into such a file: save the mails themselves (.eml), or ask who runs the mail server "
            + "for a message trace. "
        : "";
}
