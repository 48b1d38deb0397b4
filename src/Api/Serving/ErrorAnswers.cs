using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.RegularExpressions;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;

namespace InfluencerMap.Api;

/// <summary>Turns what handlers throw into problem+json that says what to do, and nothing of the inside.</summary>
internal sealed partial class ErrorAnswers(IProblemDetailsService problems, ILogger<ErrorAnswers> logger)
    : IExceptionHandler
{
    private const string BusySeconds = "5";

    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case StoreBusyException:
            case AuditUnwrittenException { InnerException: StoreBusyException }:
                Log.StoreBusy(logger, exception.Message);
                context.Response.Headers.RetryAfter = BusySeconds;
                return WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The store is busy.",
                    "Another process is writing to it, a night for example. Nothing of this request was stored: send "
                    + "it again in a few seconds.");
            case StoreFullException:
            case AuditUnwrittenException { InnerException: StoreFullException }:
                Log.StoreFull(logger, exception.Message);
                return WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The disk of the store is full.",
                    "Nothing of this request was stored, and nobody is shown without a line in the audit. Ask whoever "
                    + "runs this service to make room; the log of the API says where.");
            case StoreException:
                // The message may hold a path of this machine, so it goes to the log and not to the caller.
                Log.StoreUnreadable(logger, exception.Message);
                return WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The store cannot be read.",
                    "There is no store yet, or not of this program's version. The log of the API says which. "
                    + "Run influencermap nightly on it, then ask again.");
            case AuditUnwrittenException:
                Log.AuditUnwritten(logger, exception.Message);
                return WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The audit cannot be written.",
                    "Nobody is shown without a line in the audit. The log of the API says why it cannot be written.");
            case BadHttpRequestException bad:
                return WriteAsync(context, bad.StatusCode, "The request cannot be read.", Explain(context, bad));
            default:
                return ValueTask.FromResult(false);
        }
    }

    private ValueTask<bool> WriteAsync(HttpContext context, int status, string title, string detail)
    {
        context.Response.StatusCode = status;
        return problems.TryWriteAsync(new()
        {
            HttpContext = context,
            ProblemDetails = { Status = status, Title = title, Detail = detail },
        });
    }

    /// <summary>
    /// Says which member of the body is wrong, so that a misspelt one is found; a name is repeated only where it can
    /// be one, as anything may stand there.
    /// </summary>
    private static string? ExplainBody(JsonException wrong)
    {
        var quoted = QuotedName().Match(wrong.Message) is { Success: true } match ? match.Groups[1].Value : null;
        var place = wrong.Path is { } path && path != "$" && PlainPath().IsMatch(path) ? path["$.".Length..] : null;
        if (wrong.Message.Contains("could not be mapped", StringComparison.Ordinal) && quoted is not null)
            return $"The body has a member that is not known: {quoted}. GET /openapi/v1.json says which there are.";
        if (wrong.Message.Contains("uplicate", StringComparison.Ordinal))
            return $"The body has a member twice: {quoted ?? place}. Give it once.";
        return place is null
            ? null
            : $"The body's member {place} has a value of the wrong form; GET /openapi/v1.json says what is allowed.";
    }

    [GeneratedRegex("'([A-Za-z][A-Za-z0-9_]{0,39})'")]
    private static partial Regex QuotedName();

    [GeneratedRegex(@"^\$\.[A-Za-z][A-Za-z0-9_.\[\]]{0,79}$")]
    private static partial Regex PlainPath();

    /// <summary>The framework names the parameter and its type; what may stand there, its own check says.</summary>
    private static string Explain(HttpContext context, BadHttpRequestException bad)
    {
        if (bad.InnerException is JsonException wrong && ExplainBody(wrong) is { } explained)
            return explained;
        var parameters = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata
            .GetOrderedMetadata<IParameterBindingMetadata>() ?? [];
        var named = parameters.FirstOrDefault(
            parameter => bad.Message.Contains($" {parameter.Name}\"", StringComparison.OrdinalIgnoreCase));
        var checks = named?.ParameterInfo.GetCustomAttributes(typeof(ValidationAttribute), inherit: false) ?? [];
        return checks.OfType<ValidationAttribute>().FirstOrDefault()?.ErrorMessage
            ?? "A value has the wrong form; GET /openapi/v1.json says what is allowed.";
    }
}
