using System.Text.Json;

namespace InfluencerMap.Storage;

/// <summary>The statements and migrations of one dialect, from the files embedded in this assembly.</summary>
internal sealed class Queries
{
    private readonly Dictionary<Query, string> _texts = [];

    /// <exception cref="InvalidOperationException">Files are missing: the message names them all.</exception>
    /// <param name="dialect">The folder of the statements.</param>
    /// <param name="migrations">The folder of the migrations, where it is not that of the dialect.</param>
    public Queries(string dialect, string? migrations = null)
    {
        var missing = new List<string>();
        foreach (var query in Enum.GetValues<Query>())
        {
            var name = $"Queries/{dialect}/{JsonNamingPolicy.SnakeCaseLower.ConvertName(query.ToString())}.sql";
            if (Embedded(name) is { } text)
                _texts.Add(query, text);
            else
                missing.Add(name);
        }
        if (missing.Count > 0)
            throw new InvalidOperationException($"Not embedded: {string.Join(", ", missing)}.");
        Migrations = [.. typeof(Queries).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"Migrations/{migrations ?? dialect}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Embedded(name)!)];
    }

    /// <summary>The migrations in order; applying the first n makes schema version n.</summary>
    public IReadOnlyList<string> Migrations { get; }

    public string this[Query query] => _texts[query];

    private static string? Embedded(string name)
    {
        using var stream = typeof(Queries).Assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
