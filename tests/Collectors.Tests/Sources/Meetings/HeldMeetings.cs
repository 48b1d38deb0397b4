using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Tests.Microsoft365;

namespace InfluencerMap.Tests.Sources;

public sealed class HeldMeetings : IDisposable
{
    private readonly Night _night = new();

    public void Dispose() => _night.Dispose();

    [Fact]
    public async Task A_meeting_is_its_organiser_with_each_who_accepted()
    {
        _night.Answer(Night.Sample("calendar-view.json"));
        var interactions = await _night.CollectAsync(pages => new MeetingsCollector(pages), Night.Ada);
        Assert.Equal(
            [
                "01T08:00 Meeting ada To ben of 1",
                "03T09:00 Meeting ada To ben of 2", "03T09:00 Meeting ada To cleo of 2",
            ],
            _night.Tell(interactions.OrderBy(i => i.At)));
    }

    [Fact]
    public async Task Dropped_meetings_and_declined_invitations_leave_no_account()
    {
        _night.Answer(Night.Sample("calendar-view.json"));
        await _night.CollectAsync(pages => new MeetingsCollector(pages), Night.Ada);
        Assert.Equal(["ada", "ben", "cleo"], _night.Handles.Select(h => h.Split('.')[0]).Order());
    }

    [Fact]
    public async Task A_series_is_one_event_a_week_of_which_everybodys_first_counts()
    {
        string[] days = [.. Enumerable.Range(1, 9).Select(day =>
            Occurrence($"2026-06-{day:D2}", day is 1 or 8 ? ["cleo"] : ["ben", "cleo"]))];
        _night.Answer($$"""{"value":[{{string.Join(',', days.Reverse())}}]}""");
        var interactions = await _night.CollectAsync(pages => new MeetingsCollector(pages), Night.Ada);
        Assert.Equal(9 + 7, interactions.Length);
        Assert.All(interactions.GroupBy(i => i.EventId), week => Assert.Single(
            week.Select(i => (i.At.Day - 1) / 7).Distinct()));

        var people = new PersonIndex(
            _night.Accounts.Added.Select(a => new Person { Id = new(a.Id.Value), Key = a.Handle }));
        var clean = Hygiene.Clean(
            [.. interactions.Select(Samples.BetweenPeople)], people, Period.Before(new(2026, 7, 1), 30),
            InfluenceOptions.Default.Cleaning);
        Assert.Equal(
            [
                "01T08:00 Meeting ada To cleo of 1", "02T08:00 Meeting ada To ben of 2",
                "08T08:00 Meeting ada To cleo of 1", "09T08:00 Meeting ada To ben of 2",
            ],
            _night.Tell(clean.Kept.OrderBy(i => i.At).Select(Samples.BetweenAccounts)));
    }

    [Fact]
    public async Task The_tail_of_the_last_night_is_read_again()
    {
        _night.Answer("""{"value":[]}""");
        await _night.CollectAsync(pages => new MeetingsCollector(pages), Night.Ada);
        await _night.CollectAsync(pages => new MeetingsCollector(pages), Night.Ada);
        Assert.Equal(
            ["startDateTime=2026-06-01T00:00:00.000Z", "startDateTime=2026-06-23T00:00:00.000Z"],
            _night.Asked.Select(a => Uri.UnescapeDataString(a.PathAndQuery).Split('?', '&')
                .Single(part => part.StartsWith("startDateTime", StringComparison.Ordinal))));
        Assert.All(_night.Asked, a => Assert.Contains("outlook.timezone=\"UTC\"", a.Prefer));
        Assert.All(_night.Asked, a => Assert.DoesNotContain("subject", a.PathAndQuery));
    }

    [Theory]
    [InlineData("08:15:00", 15)]
    [InlineData("08:00:10", 1)]
    [InlineData("16:00:00", 480)]
    [InlineData("16:00:01", null)]
    [InlineData("07:59:00", null)]
    public async Task A_meeting_lasts_from_its_start_to_its_end_and_eight_hours_at_most(string end, int? minutes)
    {
        var meeting = Occurrence("2026-06-01", ["cleo"]).Replace("T08:15:00", "T" + end, StringComparison.Ordinal);
        _night.Answer($$"""{"value":[{{meeting}}]}""");
        var interactions = await _night.CollectAsync(pages => new MeetingsCollector(pages), Night.Ada);
        Assert.Equal(minutes is { } known ? [known] : [], interactions.Select(i => i.Minutes));
    }

    private static string Occurrence(string day, string[] accepted)
    {
        var attendees = string.Join(',', accepted.Select(name =>
            $$$"""{"status":{"response":"accepted"},"emailAddress":{"address":"{{{name}}}@made.invalid"}}"""));
        return $$$"""
            {"iCalUId":"U-{{{day}}}","seriesMasterId":"S","isOrganizer":true,"showAs":"busy","sensitivity":"normal",
            "start":{"dateTime":"{{{day}}}T08:00:00.0000000","timeZone":"UTC"},
            "end":{"dateTime":"{{{day}}}T08:15:00.0000000","timeZone":"UTC"},
            "organizer":{"emailAddress":{"address":"ada@made.invalid"}},"attendees":[{{{attendees}}}]}
            """;
    }
}
