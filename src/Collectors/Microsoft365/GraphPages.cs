using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Identity;

namespace InfluencerMap.Collectors;

/// <summary>
/// The one pager of all sources: follows links on its own host alone, repeats what failed in passing, and reads each
/// page from the stream's bytes with a reader that names the properties it takes.
/// </summary>
public sealed class GraphPages(GraphConnection connection, Throttle throttle)
{
    public GraphConnection Connection => connection;

    public Throttle Throttle => throttle;

    /// <summary>The pages of a round in order, each complete before it is given.</summary>
    /// <exception cref="FullResyncException">The query's cursor is no longer known.</exception>
    /// <exception cref="GraphException">Refused, endless, foreign, or broken again and again.</exception>
    public async IAsyncEnumerable<GraphPage<T>> ReadAsync<T>(
        GraphQuery query, ItemReader<T> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new HashSet<long>();
        var pageCount = 0;
        for (var link = query.Link; link is not null;)
        {
            var address = connection.Resolve(link);
            if (!seen.Add(new EventId().Add(address.AbsoluteUri).Value))
                throw Endless(address, $"a link came again after {pageCount:N0} pages");
            if (++pageCount > query.PagesMax)
                throw Endless(address, $"there are more than {query.PagesMax:N0} pages");
            var page = await AnswerAsync(address, query, json => Page(json, read), cancellation);
            yield return page;
            link = page.Next;
        }
    }

    /// <summary>An answer that is one object; null where the reader leaves it out.</summary>
    public async Task<T?> ReadOneAsync<T>(GraphQuery query, ItemReader<T> read, CancellationToken cancellation) =>
        await AnswerAsync(connection.Resolve(query.Link), query, json => One(json, read), cancellation);

    private async Task<TAnswer> AnswerAsync<TAnswer>(
        Uri address, GraphQuery query, Func<ReadOnlyMemory<byte>, TAnswer> parse, CancellationToken cancellation)
    {
        var attemptsMax = query.AttemptsMax ?? throttle.Options.AttemptsMax;
        for (var attempt = 1; ; attempt++)
        {
            GraphException failure;
            try
            {
                using var turn = await throttle.EnterAsync(query.Mailbox, query.Budget, cancellation);
                return await AskAsync(address, query, parse, cancellation);
            }
            catch (PassingException passing)
            {
                failure = passing;
            }
            if (attempt >= attemptsMax)
                throw new GraphException(
                    $"{failure.Message} Tried {attempt} times; collect again later.", failure.Status, failure.Code);
            await throttle.BackOffAsync(attempt, cancellation);
        }
    }

    /// <summary>One attempt; <see cref="PassingException"/> where another may succeed.</summary>
    private async Task<TAnswer> AskAsync<TAnswer>(
        Uri address, GraphQuery query, Func<ReadOnlyMemory<byte>, TAnswer> parse, CancellationToken cancellation)
    {
        var silenceMax = throttle.Options.SilenceMax;
        using var silence = new CancellationTokenSource(silenceMax, throttle.Clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellation);
        var place = GraphException.PathOf(address);
        using var body = new PageBuffer();
        try
        {
            using var answer = await connection.SendAsync(address, query.Prefer, end.Token);
            throttle.Heed(answer, query.Mailbox);
            await using var stream = await answer.Content.ReadAsStreamAsync(end.Token);
            await body.FillAsync(stream, () => silence.CancelAfter(silenceMax), end.Token);
            return answer.IsSuccessStatusCode ? parse(body.Bytes) : throw Failure(address, answer, body.Bytes);
        }
        catch (JsonException)
        {
            throw new PassingException($"{place} gave an answer that is cut off or no JSON.");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new PassingException($"{place} was silent for {silenceMax.TotalSeconds:0} s.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new PassingException($"{place} broke the connection ({e.GetType().Name}).");
        }
        catch (AuthenticationFailedException e)
        {
            throw new GraphException(
                $"{SignInFailure.InWords(e)} Then run influencermap doctor.", 401, SignInFailure.CodeOf(e));
        }
    }

    private static GraphException Failure(Uri address, HttpResponseMessage answer, ReadOnlyMemory<byte> body)
    {
        var status = (int)answer.StatusCode;
        var code = ServiceError.CodeOf(body.Span);
        if (status == 410 || (status is >= 400 and < 500 && ServiceError.MeansResync(code)))
            return new FullResyncException(
                $"{GraphException.PathOf(address)} no longer knows its last position ({status} {code}).", status, code);
        return status is 408 or 429 or >= 500
            ? new PassingException($"{GraphException.PathOf(address)} answered {status} {code}.", status, code)
            : GraphException.Refused(address, status, code);
    }

    private GraphPage<T> Page<T>(ReadOnlyMemory<byte> json, ItemReader<T> read)
    {
        var reader = new Utf8JsonReader(json.Span);
        var items = new List<T>();
        var (count, hasValue) = (0, false);
        string? next = null, delta = null;
        BeginObject(ref reader);
        while (Fields.Next(ref reader))
        {
            if (reader.ValueTextEquals("value"u8))
            {
                for (hasValue = Fields.EnterArray(ref reader); hasValue && Fields.NextElement(ref reader); count++)
                    if (read(ref reader, out var item))
                        items.Add(item);
            }
            else if (reader.ValueTextEquals("@odata.nextLink"u8))
                next = Fields.Text(ref reader);
            else if (reader.ValueTextEquals("@odata.deltaLink"u8))
                delta = Fields.Text(ref reader);
            else
                Fields.Skip(ref reader);
        }
        EndOfAnswer(ref reader);
        if (!hasValue)
            throw new JsonException();
        return new(items, count, next is null ? null : connection.Relative(next),
            delta is null ? null : connection.Relative(delta));
    }

    private static T? One<T>(ReadOnlyMemory<byte> json, ItemReader<T> read)
    {
        var reader = new Utf8JsonReader(json.Span);
        BeginObject(ref reader);
        var says = read(ref reader, out var item);
        EndOfAnswer(ref reader);
        return says ? item : default;
    }

    private static void BeginObject(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
    }

    private static void EndOfAnswer(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.EndObject || reader.CurrentDepth != 0 || reader.Read())
            throw new JsonException();
    }

    private static GraphException Endless(Uri address, string why) =>
        new($"{GraphException.PathOf(address)} has no end: {why}. What was read before is stored; tell Microsoft.");

    /// <summary>A failure that another attempt may not meet.</summary>
    private sealed class PassingException(string message, int? status = null, string? code = null)
        : GraphException(message, status, code);
}
