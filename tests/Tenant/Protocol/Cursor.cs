using System.Buffers.Text;
using System.Text;

namespace InfluencerMap.Tenant.Protocol;

/// <summary>Where a reader stands; it travels in the opaque token of a nextLink or deltaLink.</summary>
/// <param name="Epoch">Tokens of an earlier epoch have expired.</param>
/// <param name="From">First change of this round.</param>
/// <param name="To">First change that this round no longer holds; -1 where the round has not begun.</param>
/// <param name="Position">Items of the round already given.</param>
/// <param name="IsAfterEmptyPage">Whether the empty page before this one has been given.</param>
/// <param name="Query">The options of the round's first request, which hold for the whole of it.</param>
internal sealed record Cursor(int Epoch, int From, int To, int Position, bool IsAfterEmptyPage, string Query)
{
    public const int NotBegun = -1;

    public string Token => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        $"{Epoch}|{From}|{To}|{Position}|{(IsAfterEmptyPage ? 1 : 0)}|{Query}"));

    /// <summary>Null where the text is no token of ours.</summary>
    public static Cursor? Parse(string token)
    {
        if (!Base64Url.IsValid(token))
            return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('|', 6);
        return parts.Length == 6
            ? new(int.Parse(parts[0]), int.Parse(parts[1]), int.Parse(parts[2]), int.Parse(parts[3]), parts[4] == "1",
                parts[5])
            : null;
    }
}
