using InfluencerMap.Collectors;
using InfluencerMap.Tests.Microsoft365;

namespace InfluencerMap.Tests.Sources;

public sealed class PhoneCalls : IDisposable
{
    private const string Id = "e523d2ed-2966-4b6b-925b-754a88034cc5";
    private const string List = $$"""{"value":[{"id":"{{Id}}"},{"id":"{{Id}}"},{"id":"no id of a record"}]}""";

    private readonly Night _night = new();

    public void Dispose() => _night.Dispose();

    [Fact]
    public async Task A_call_is_its_organiser_with_each_who_took_part()
    {
        _night.Answer(List, Night.Sample("call-record.json"));
        var interactions = await _night.CollectAsync(pages => new CallsCollector(pages));
        Assert.Equal(["03T07:00 Call a To b of 2", "03T07:00 Call a To c of 2"], _night.Tell(interactions));
    }

    [Fact]
    public async Task Records_are_read_once_each_without_sessions()
    {
        _night.Answer(List, Night.Sample("call-record.json"));
        await _night.CollectAsync(pages => new CallsCollector(pages));
        Assert.Equal(
            [
                "/v1.0/communications/callRecords?$filter=startDateTime ge 2026-06-01T00:00:00.000Z and "
                + "startDateTime lt 2026-06-30T00:00:00.000Z&$select=id",
                $"/v1.0/communications/callRecords/{Id}?$expand=participants_v2($select=id,identity)"
                + "&$select=id,startDateTime,organizer,organizer_v2",
            ],
            _night.Asked.Select(a => Uri.UnescapeDataString(a.PathAndQuery)));
    }

    [Theory]
    [InlineData("null", "ab", "03T07:00 Call a To b of 1")]
    [InlineData("\"00000000-0000-4000-8000-00000000000c\"", "ba", "03T07:00 Call a To b of 1")]
    [InlineData("null", "abc", null)]
    public async Task Without_its_organiser_a_call_of_two_counts_and_one_of_more_does_not(
        string organizer, string participants, string? expected)
    {
        var identities = participants.Select(p =>
            $$$"""{"identity":{"user":{"id":"00000000-0000-4000-8000-00000000000{{{p}}}"} } }""");
        _night.Answer(List, $$$"""
            {"id":"{{{Id}}}","startDateTime":"2026-06-03T07:00:00Z",
            "organizer_v2":{"identity":{"phone":{"id":"+39"},"user":{"id":{{{organizer}}} } } },
            "participants_v2":[{{{string.Join(',', identities)}}}]}
            """);
        var interactions = await _night.CollectAsync(pages => new CallsCollector(pages));
        Assert.Equal(expected is null ? [] : [expected], _night.Tell(interactions));
    }

    [Fact]
    public async Task Participants_on_further_pages_are_counted()
    {
        _night.Answer(List, """
            {"id":"e523d2ed-2966-4b6b-925b-754a88034cc5","startDateTime":"2026-06-03T07:00:00Z",
            "organizer_v2":{"identity":{"user":{"id":"00000000-0000-4000-8000-00000000000a"}}},
            "participants_v2":[{"identity":{"user":{"id":"00000000-0000-4000-8000-00000000000a"}}}],
            "participants_v2@odata.nextLink":"{root}/more"}
            """, """{"value":[{"id":"p","identity":{"user":{"id":"00000000-0000-4000-8000-00000000000b"}}}]}""");
        var interactions = await _night.CollectAsync(pages => new CallsCollector(pages));
        Assert.Equal(["03T07:00 Call a To b of 1"], _night.Tell(interactions));
    }
}
