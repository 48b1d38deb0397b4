namespace InfluencerMap.Cli.Tests.Collecting;

/// <summary>A part of the paths that each source asks for, and no other; only communities ask for groups too.</summary>
internal static class SourcePaths
{
    public static readonly IReadOnlyDictionary<string, string> Of = new Dictionary<string, string>
    {
        ["directory"] = "/users/delta",
        ["groups"] = "/groups/delta",
        ["communities"] = "/communities",
        ["message-trace"] = "/messageTraces",
        ["sent-items"] = "/sentitems/",
        ["meetings"] = "/calendarView",
        ["chats"] = "/getAllMessages",
        ["channels"] = "/channels",
        ["calls"] = "/callRecords",
    };
}
