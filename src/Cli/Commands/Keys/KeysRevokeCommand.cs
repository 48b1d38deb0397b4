using System.CommandLine;
using InfluencerMap.Engine;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap keys revoke</c>: from the next request on, a key opens nothing.</summary>
internal static class KeysRevokeCommand
{
    public static CliCommand Create()
    {
        var id = new Argument<string>("ID") { Description = "The key's id, as keys list shows it." };
        var store = SharedOptions.Store();
        return new CliCommand("revoke", "Ends a key at once.", [id, store])
        {
            Examples = ["keys revoke 0123456789ab"],
        }.Writes(async (opened, parsed, cancellation) =>
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            if (!await CallerKeys.RevokeAsync(opened, parsed.GetRequiredValue(id), now, cancellation))
                throw new FailedException("There is no key of this id. See: influencermap keys list");
            Progress.Say("Revoked.");
        });
    }
}
