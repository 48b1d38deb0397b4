using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>A key in a list: none of them can be read.</summary>
/// <param name="Id">By which it is revoked.</param>
/// <param name="Roles">What it opens, separated by blanks.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="ExpiresAt">First instant at which it opens nothing, UTC.</param>
/// <param name="RevokedAt">UTC; null where it was not.</param>
/// <param name="State">valid, expired or revoked.</param>
internal sealed record KeyLine(
    [Shown("id")] string Id, [Shown("role")] string Roles, [Shown("made", Format = "yyyy-MM-dd")] DateTime CreatedAt,
    [Shown("ends", Format = "yyyy-MM-dd")] DateTime ExpiresAt, DateTime? RevokedAt, [Shown("state")] string State);

/// <summary><c>influencermap keys list</c>: which keys there are.</summary>
internal static class KeysListCommand
{
    public static CliCommand Create() =>
        new CliCommand("list", "Lists the keys: id, role, from when to when.")
        {
            Examples = ["keys list", "keys list --format json"],
        }.Reports(async (store, _, output, cancellation) =>
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            output.Write(
                Array.ConvertAll(await store.ApiKeys.ListAsync(cancellation), key => LineOf(key, now)),
                "There is no key yet. Make one: influencermap keys create");
        });

    private static KeyLine LineOf(ApiKey key, DateTime now) => new(
        key.Id, string.Join(' ', key.Roles), key.CreatedAt, key.ExpiresAt, key.RevokedAt,
        key.RevokedAt is not null ? "revoked" : key.OpensAt(now) ? "valid" : "expired");
}
