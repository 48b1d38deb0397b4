using System.Globalization;
using InfluencerMap.Collectors;
using InfluencerMap.Tenant;

namespace InfluencerMap.Tests;

/// <summary>The sweep over the mail of the whole tenant.</summary>
public sealed class MessageTraceTests
{
    [Theory]
    [InlineData("nobody@nowhere.invalid", "failed")]
    [InlineData("nobody@nowhere.invalid", "pending")]
    [InlineData("everyone@demo.invalid", "expanded")]
    public async Task Whom_no_message_reached_leaves_no_account(string address, string status)
    {
        await using var tenant = await Tenants.StartAsync(pageSize: 1_000);
        using var client = Tenants.Client(tenant);
        using var collection = new Collection(tenant);
        var (from, until) = (Text(tenant.Clock.Now.AddDays(-9)), Text(tenant.Clock.Now));
        var filter = $"receivedDateTime ge {from} and receivedDateTime le {until}";
        var (rows, _) = await client.AllAsync(
            $"/admin/exchange/tracing/messageTraces?$filter={Uri.EscapeDataString(filter)}");

        await collection.CollectAsync(pages => new MessageTraceCollector(pages));

        Assert.Contains(rows, row => row.GetProperty("recipientAddress").GetString() == address
            && row.GetProperty("status").GetString() == status);
        Assert.NotEmpty(collection.Interactions);
        Assert.DoesNotContain(address, collection.Handles);

        static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }
    [Fact]
    public async Task Sweep_asks_by_the_documented_path_and_by_filter_and_page_size_alone()
    {
        await using var tenant = await Tenants.StartAsync(pageSize: 1_000);
        using var collection = new Collection(tenant);

        await collection.CollectAsync(pages => new MessageTraceCollector(pages));

        Assert.NotEmpty(tenant.Requests);
        Assert.All(tenant.Requests, asked =>
        {
            Assert.Equal("/v1.0/admin/exchange/tracing/messageTraces", asked.Path);
            if (!asked.Query.Contains("$skiptoken="))
                Assert.Matches(
                    @"^\?\$filter=receivedDateTime ge \S+Z and receivedDateTime le \S+Z&\$top=5000$", asked.Query);
        });
    }
}
