using System.Text;
using InfluencerMap.Tenant.Protocol;

namespace InfluencerMap.Tenant.Endpoints;

/// <summary>The communities of Viva Engage; their members are those of the group behind each.</summary>
internal sealed class CommunityEndpoints(StandInTenant tenant)
{
    private const int PageMax = 20;

    public void Map() => tenant.Get("/employeeExperience/communities", AnswerAsync);

    private Task AnswerAsync(Exchange exchange)
    {
        var groups = tenant.Directory.Groups.All.Where(g => g is { IsCommunity: true, Removed: null }).ToArray();
        return new Page("employeeExperience/communities", groups.Length, exchange.PageSize(PageMax, PageMax),
            (writer, number) =>
            {
                var id = $$"""{"_type":"Group","id":"{{number + 1}}"}""";
                writer.WriteString("id", Convert.ToBase64String(Encoding.UTF8.GetBytes(id)));
                writer.WriteString("displayName", groups[number].DisplayName);
                writer.WriteString("description", Canary.Of("communityDescription", number));
                writer.WriteString("privacy", !groups[number].IsPrivate ? "public"
                    : exchange.Has(Misbehaviour.Unknowns) ? "fromTheFuture" : "private");
                writer.WriteString("groupId", groups[number].Id);
            }).AnswerAsync(exchange);
    }
}
