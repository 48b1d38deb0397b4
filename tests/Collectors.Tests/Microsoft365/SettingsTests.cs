using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Microsoft365;

/// <summary>What a configuration may say.</summary>
public sealed class SettingsTests
{
    [Fact]
    public async Task Comments_and_commas_at_the_end_are_read_in_the_options_of_a_source_too()
    {
        using var scratch = new Scratch();
        var path = scratch.Write(
            "collect.json",
            """{"tenantId":"t", "sources": { "directory": { /* why */ "personId": "employeeId", }, }, }""");
        var settings = await TenantSettings.ReadAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(
            "User.Read.All", TenantSource.On(settings).Single().Permissions(settings), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("sources")]
    [InlineData("credential")]
    [InlineData("cloud")]
    [InlineData("deadlineHours")]
    public async Task A_null_where_a_value_is_needed_is_refused_with_its_place(string property)
    {
        using var scratch = new Scratch();
        var path = scratch.Write("collect.json", $$"""{"tenantId":null,{{"\n"}}"{{property}}":null}""");
        var refusal = await Assert.ThrowsAsync<InputException>(
            () => TenantSettings.ReadAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(
            $"The configuration 'collect.json', line 2: $.{property} is not understood; see docs/operations.md.",
            refusal.Message);
    }
}
