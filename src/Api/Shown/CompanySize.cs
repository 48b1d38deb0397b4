namespace InfluencerMap.Api;

/// <summary>
/// In a small company people are recognised without names: ranking it by what was seen of them needs a reason written
/// down. A run of nominations needs none.
/// </summary>
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
