using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api;

/// <summary>For answers that are computed: a place in the queue, a limit for each answer and each caller.</summary>
internal static class LimitedWork
{
    extension<TBuilder>(TBuilder endpoint) where TBuilder : IEndpointConventionBuilder
    {
        public TBuilder TakesWork() => endpoint.AddEndpointFilter(async (asked, next) =>
        {
            var context = asked.HttpContext;
            var queue = context.RequestServices.GetRequiredService<WorkQueue>();
            var caller = context.User.IssuerAndSubject;
            if (queue.WaitOf(caller) is { Ticks: > 0 } wait)
                return Refused(
                    context, wait, StatusCodes.Status429TooManyRequests, "You have had enough computed for now.");
            if (!queue.Enter(caller))
                return Refused(
                    context, TimeSpan.FromSeconds(5), StatusCodes.Status429TooManyRequests,
                    "An answer is being computed for you already.");
            try
            {
                using var place = await queue.TakePlaceAsync(context.RequestAborted);
                return place.IsAcquired
                    ? await AnswerAsync(asked, next, queue, caller)
                    : Refused(
                        context, TimeSpan.FromSeconds(10), StatusCodes.Status503ServiceUnavailable,
                        "Too many answers are being computed.");
            }
            finally
            {
                queue.Leave(caller);
            }
        });
    }

    private static async Task<object?> AnswerAsync(
        EndpointFilterInvocationContext asked, EndpointFilterDelegate next, WorkQueue queue, string caller)
    {
        var context = asked.HttpContext;
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(queue.Limits.WorkSecondsPerAnswer), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, limit.Token);
        for (var i = 0; i < asked.Arguments.Count; i++)
            if (asked.Arguments[i] is CancellationToken)
                asked.Arguments[i] = either.Token;
        var began = clock.GetTimestamp();
        try
        {
            return await next(asked);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Refused(
                context, TimeSpan.FromMinutes(1), StatusCodes.Status503ServiceUnavailable,
                $"This took more than {queue.Limits.WorkSecondsPerAnswer:0} seconds. Ask for less: fewer members, or "
                + "reach in steps.");
        }
        finally
        {
            queue.Charge(caller, clock.GetElapsedTime(began));
        }
    }

    private static ProblemHttpResult Refused(HttpContext context, TimeSpan wait, int status, string why)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem(
            $"Ask again in {seconds} seconds.", statusCode: status, title: why);
    }
}
