using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace InfluencerMap.Tenant.Protocol;

/// <summary>One Graph request: its options, its place in a round, and how its answer is to be spoilt.</summary>
internal sealed partial class Exchange
{
    private readonly Dictionary<string, StringValues> _options;

    public Exchange(HttpContext context, StandInTenant tenant, IReadOnlyList<Trouble> troubles)
    {
        (Context, Tenant, Troubles) = (context, tenant, troubles);
        Path = context.Request.Path.Value!;
        var asked = QueryHelpers.ParseQuery(context.Request.QueryString.Value);
        var token = Last(asked, "$skiptoken") ?? Last(asked, "$deltatoken");
        IsLatestOnly = token == "latest";
        BringsToken = !string.IsNullOrEmpty(token) && !IsLatestOnly;
        var cursor = BringsToken ? Cursor.Parse(token!) : new(tenant.TokenEpoch, 0, Cursor.NotBegun, 0, false, "");
        IsUnreadableToken = cursor is null;
        Cursor = cursor ?? new(0, 0, 0, 0, false, "");
        if (!BringsToken)
            Cursor = Cursor with { Query = WithoutTokens(context.Request.QueryString.Value ?? "") };
        _options = QueryHelpers.ParseQuery(Cursor.Query);
    }

    public HttpContext Context { get; }
    public StandInTenant Tenant { get; }
    public IReadOnlyList<Trouble> Troubles { get; }
    public string Path { get; }
    public Cursor Cursor { get; }
    public bool BringsToken { get; }
    public bool IsUnreadableToken { get; }

    /// <summary>Asks for a token that begins now, without the items before.</summary>
    public bool IsLatestOnly { get; }

    public bool Has(Misbehaviour kind) => Troubles.Any(t => t.Kind == kind);

    /// <summary>A part of the path, by its name in the route.</summary>
    public string Route(string name) => Uri.UnescapeDataString((string)Context.Request.RouteValues[name]!);

    /// <summary>Option of the round's first request.</summary>
    public string? Option(string name) => Last(_options, name);

    /// <summary>Names in <c>$select</c>; null where the request has none.</summary>
    public string[]? Select => Option("$select")?.Split(',', StringSplitOptions.TrimEntries);

    public string Prefer => string.Join(", ", Context.Request.Headers["Prefer"].ToArray());

    /// <summary>What <c>$top</c> or <c>Prefer: odata.maxpagesize</c> asks for, within the source's bounds.</summary>
    public int PageSize(int most, int? standard = null)
    {
        var asked = Option("$top") ?? MaxPageSize().Match(Prefer).Groups[1].Value;
        return int.TryParse(asked, CultureInfo.InvariantCulture, out var size) && size > 0
            ? Math.Min(size, most)
            : Math.Min(standard ?? Tenant.Options.PageSize, most);
    }

    /// <summary>Address that continues from a place; the one that the client uses, which may be a proxy's.</summary>
    public string Link(string tokenName, Cursor cursor) => $"{LinkPath}?${tokenName}={cursor.Token}";

    /// <summary>Address of the whole round again.</summary>
    public string RestartLink => $"{LinkPath}?{(Cursor.Query is "" ? "" : Cursor.Query + "&")}$deltatoken=";

    /// <summary>Address of this very request.</summary>
    public string OwnLink => $"{LinkPath}{Context.Request.QueryString.Value}";

    /// <summary>Address of the rest of a list that stands inside an item.</summary>
    /// <param name="path">Path below <c>/v1.0</c>.</param>
    /// <param name="given">Members of the list that stand there already.</param>
    public string NestedLink(string path, int given) => Address(StandInTenant.Root + path)
        + $"?$skiptoken={new Cursor(Tenant.TokenEpoch, 0, 0, given, IsAfterEmptyPage: false, Query: "").Token}";

    private string LinkPath => Address(Path);

    private string Address(string path) =>
        Tenant.LinkBase + Uri.EscapeDataString(path[StandInTenant.Root.Length..]).Replace("%2F", "/");

    private static string? Last(Dictionary<string, StringValues> options, string name) =>
        options.TryGetValue(name, out var values) ? values[^1] : null;

    private static string WithoutTokens(string query) => string.Join('&', query.TrimStart('?').Split('&')
        .Where(part => part is not "" && !part.Contains("token=", StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex("maxpagesize=(\\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex MaxPageSize();
}
