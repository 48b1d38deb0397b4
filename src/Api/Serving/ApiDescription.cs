using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace InfluencerMap.Api;

/// <summary>What the OpenAPI document says about the whole, and which parameters its endpoints have.</summary>
internal static class ApiDescription
{
    /// <summary>Shown wherever results leave the product (docs/privacy.md).</summary>
    public const string IntendedUse =
        "For choosing and supporting voluntary ambassadors and for understanding how units connect. "
        + "**Not** for pay, promotion, appraisal, discipline, dismissal, redundancy or task allocation. "
        + "Shows position in recorded contacts, not merit or trust.";

    /// <summary>Changes whenever the text above does; the audit keeps which one went with an answer.</summary>
    public const string TextVersion = "2026-1";

    /// <summary>The query's parameters: not the path's, nor the body, nor what the service itself hands in.</summary>
    public static HashSet<string> ParametersOf(RouteEndpoint route) => route.Metadata
        .GetOrderedMetadata<IParameterBindingMetadata>()
        .Where(bound => route.RoutePattern.GetParameter(bound.Name) is null
            && bound.ParameterInfo.ParameterType is var type && type != typeof(CancellationToken)
            && (type.IsValueType || type == typeof(string)))
        .Select(bound => JsonNamingPolicy.CamelCase.ConvertName(bound.Name))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    public static Task Describe(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new()
        {
            Title = "InfluencerMap",
            Version = "v1",
            Description = "Rankings of who spreads the word in a company, read from the last complete run. "
                + "People appear by pseudonymous key only.\n\nIntended use: " + IntendedUse,
        };
        const string bearer = "bearer";
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = bearer,
                Description = "A token of the configured issuer, or a key made by influencermap keys create.",
            },
        };
        document.Security = [new() { [new(bearer, document)] = [] }];
        // The address of whoever asks is no part of the description.
        document.Servers?.Clear();
        return Task.CompletedTask;
    }
}
