using InfluencerMap.Collectors;

namespace InfluencerMap.Cli;

/// <summary>Sets what a source needs against what the token carries and what the service answers.</summary>
internal sealed class SourceCheck(
    TenantSettings settings, IReadOnlyList<string> granted, PermissionTrials trials)
{
    public async Task<Finding> LookAsync(TenantSource source, CancellationToken cancellation)
    {
        var needed = source.Permissions(settings);
        var (faults, remarks) = (new List<string>(), new List<string>());
        foreach (var permission in needed)
            try
            {
                var result = await trials.TryAsync(permission, cancellation);
                Judge(permission, result, faults, remarks);
            }
            catch (GraphException failed)
            {
                faults.Add($"{permission} could not be tried: {failed.Message}{Hint(source, failed)}");
            }
        if (faults.Count > 0)
            return new(true, $"Source {source.Name}: {string.Join(" ", faults)}");
        var said = remarks.Count == 0 ? "tried, and answered" : string.Join("; ", remarks);
        return new(false, $"Source {source.Name}: {string.Join(", ", needed)}: {said}.");
    }

    private void Judge(string permission, TrialResult result, List<string> faults, List<string> remarks)
    {
        var isInToken = granted.Contains(permission);
        switch (isInToken, result)
        {
            case (true, TrialResult.Refused):
                faults.Add($"{permission} is granted, but the service refuses (403): {Barrier(permission)}.");
                break;
            case (false, TrialResult.Answered):
                remarks.Add($"{permission} is not in the token, but what it allows is answered: Exchange grants it, or "
                    + "a wider permission");
                break;
            case (false, _):
                faults.Add($"{permission} is missing.");
                break;
            case (true, TrialResult.NotTried):
                remarks.Add($"{permission} not tried: there is no person or team to try it on");
                break;
        }
    }

    private static string Barrier(string permission) => permission switch
    {
        "Mail.ReadBasic.All" or "Calendars.ReadBasic.All" or "MailboxSettings.Read" =>
            "an application access policy of Exchange keeps these mailboxes from the application",
        "Chat.Read.All" or "ChannelMessage.Read.All" =>
            "the interface is protected; ask Microsoft for access to protected APIs of Teams",
        "Community.Read.All" => "Viva Engage answers in native mode alone",
        _ => "grant admin consent again, and wait an hour",
    };

    private static string Hint(TenantSource source, GraphException failed) =>
        source.Name == "message-trace" && failed.Status == 401
            ? " Message trace wants its service principal in the tenant: docs/operations.md, section 1."
            : "";
}
