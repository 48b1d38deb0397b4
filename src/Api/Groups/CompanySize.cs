namespace InfluencerMap.Api.Groups;

/// <summary>In a small company people are recognised without names: ranking it needs a reason written down.</summary>
internal static class CompanySize
{
    public const string Warning = "Fewer than 50 people: they can be recognised without names. Ask them first.";

    extension<TBuilder>(TBuilder builder) where TBuilder : IEndpointConventionBuilder
    {
        public TBuilder ForLargeEnoughCompanies() => builder.AddEndpointFilter(async (asked, next) =>
        {
            var latest = asked.HttpContext.RequestServices.GetRequiredService<LatestRun>();
            return await latest.ReadAsync(asked.HttpContext.RequestAborted) is { IsSmallCompany: true } shown
                && string.IsNullOrWhiteSpace(shown.Policy.SmallCompanyReason)
                ? Problems.SmallCompany()
                : await next(asked);
        });
    }
}
