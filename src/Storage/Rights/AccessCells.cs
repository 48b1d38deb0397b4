using System.Data.Common;
using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>
/// Turns cells of the store into what a person may be given. Others appear by a number of this export alone: their
/// pseudonymous keys would let whoever also sees a ranking find them in it.
/// </summary>
internal sealed class AccessCells(PersonId[] selves, bool withNames)
{
    private static readonly HashSet<string> People = ["ManagerId", "FirstId", "SecondId", "FromId", "ToId"];
    private static readonly HashSet<string> Names = ["SourceId", "Spelling", "Name", "Handle"];

    private static readonly Dictionary<string, Type> Words = new()
    {
        ["Channel"] = typeof(Channel),
        ["Role"] = typeof(RecipientRole),
        ["AccountKind"] = typeof(AccountKind),
        ["Origin"] = typeof(ClaimOrigin),
        ["Action"] = typeof(IdentityAction),
        ["ConsentState"] = typeof(ConsentState),
        ["WorkingDays"] = typeof(Weekdays),
    };

    private readonly Dictionary<PersonId, string> _others = [];

    public string[] ColumnsOf(DbDataReader reader) => [.. Shown(reader).Select(i => NameOf(reader.GetName(i)))];

    public object?[] Read(DbDataReader reader) =>
        [.. Shown(reader).Select(i => reader.IsDBNull(i) ? null : Value(reader.GetName(i), reader.GetValue(i)))];

    private IEnumerable<int> Shown(DbDataReader reader) =>
        Enumerable.Range(0, reader.FieldCount).Where(i => withNames || !Names.Contains(reader.GetName(i)));

    private static string NameOf(string column) => JsonNamingPolicy.CamelCase.ConvertName(
        column.EndsWith("Ms", StringComparison.Ordinal) || People.Contains(column) ? column[..^2] : column);

    private object? Value(string column, object value) => value switch
    {
        DateTime day => $"{day:yyyy-MM-dd}",
        string or double => value,
        bool => value,
        _ when column.EndsWith("Ms", StringComparison.Ordinal) => At(Convert.ToInt64(value)),
        _ when column.StartsWith("Is", StringComparison.Ordinal) => Convert.ToInt64(value) != 0,
        _ when People.Contains(column) => WordOf(new(Convert.ToInt32(value))),
        _ when Words.TryGetValue(column, out var words) => Enum.ToObject(words, value).ToString(),
        _ => Convert.ToInt64(value),
    };

    /// <summary>An account's first tenure has no beginning.</summary>
    private static string? At(long ms) => ms == long.MinValue ? null : $"{Instant.FromMs(ms):yyyy-MM-ddTHH:mm:ss.fffZ}";

    private string WordOf(PersonId personId)
    {
        if (selves.Contains(personId))
            return "you";
        if (!_others.TryGetValue(personId, out var word))
            _others.Add(personId, word = $"other {_others.Count + 1}");
        return word;
    }
}
