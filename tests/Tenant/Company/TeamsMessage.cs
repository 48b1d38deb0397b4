namespace InfluencerMap.Tenant;

/// <summary>A message of a chat or a channel, as it is now. Account numbers are the made company's.</summary>
public sealed record TeamsMessage
{
    public required long Number { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Null for what a program or Teams itself wrote.</summary>
    public int? Author { get; init; }

    /// <summary>Chat, or null in a channel.</summary>
    public string? ChatId { get; init; }

    /// <summary>Team, or null in a chat; each team of the tenant has one channel.</summary>
    public string? TeamId { get; init; }

    /// <summary>Message of the same channel that this one answers.</summary>
    public long? ReplyTo { get; init; }
    public IReadOnlyList<int> Mentions { get; init; } = [];
    public IReadOnlyList<TeamsReaction> Reactions { get; init; } = [];
    public DateTime? Edited { get; init; }
    public DateTime? Deleted { get; init; }

    /// <summary>Whether it only tells that somebody joined, called or renamed something.</summary>
    public bool IsSystemEvent { get; init; }

    /// <summary>Reactions, edits and deletion move it.</summary>
    public DateTime LastModified =>
        Reactions.Select(r => r.At).Append(Edited ?? At).Append(Deleted ?? At).Append(At).Max();
}

/// <summary>One person's reaction of one kind.</summary>
public sealed record TeamsReaction(int Account, string Kind, DateTime At);
