using System.Globalization;
using InfluencerMap.Collectors.Microsoft365.MessageTrace;
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
}
