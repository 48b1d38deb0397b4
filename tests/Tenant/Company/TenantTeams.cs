using System.Security.Cryptography;
using System.Text;
using InfluencerMap.Graph.Company;
using InfluencerMap.Tenant.Company;

namespace InfluencerMap.Tenant;

/// <summary>
/// The tenant's chats and channels. Mentions and reactions of the company's social feed are posts in the channel of the
/// author's team; replies, edits and deletions are the test's.
/// </summary>
public sealed class TenantTeams
{
    private static readonly string[] ReactionKinds = ["like", "heart", "laugh", "surprised", "sad", "angry"];

    private readonly CompanyHistory _history;
    private readonly TenantClock _clock;
    private readonly Dictionary<long, TeamsMessage> _messages = [];
    private readonly Dictionary<string, ObjectLog<TeamsMessage>> _channels = [];
    private readonly Dictionary<string, int[]> _chatMembers = [];
    private readonly List<long>[] _chatsOf;
    private readonly Dictionary<int, long> _lastPost = [];
    private readonly Func<int, string> _teamOf;
    private long _number = 9_000_000_000_000;

    internal TenantTeams(CompanyHistory history, TenantClock clock, Func<int, string> teamOf)
    {
        (_history, _clock, _teamOf) = (history, clock, teamOf);
        _chatsOf = [.. Enumerable.Range(0, history.Accounts.Count).Select(_ => new List<long>())];
        history.TeamsEvent = File;
    }

    /// <summary>Everything said so far, by number.</summary>
    public IReadOnlyList<TeamsMessage> Messages() =>
        _history.Read(_clock.Now, () => (TeamsMessage[])[.. _messages.Values.OrderBy(m => m.Number)]);

    public void Edit(long number) => Change(number, m => m with { Edited = _clock.Now.UtcDateTime });

    public void Delete(long number) => Change(number, m => m with { Deleted = _clock.Now.UtcDateTime });

    public void React(long number, int account) =>
        Change(number, m => m with { Reactions = [.. m.Reactions, Reaction(m, account, _clock.Now.UtcDateTime)!] });

    /// <summary>Writes into the channel of the author's team; answers the number of the message.</summary>
    public long Post(int author, params int[] mentions) => _history.Read(_clock.Now, () =>
        Add(Posted(++_number, author, _clock.Now.UtcDateTime) with { Mentions = mentions }));

    /// <summary>Answers a post in its channel.</summary>
    public long Reply(long number, int author) => _history.Read(_clock.Now, () =>
        Add(Posted(++_number, author, _clock.Now.UtcDateTime) with
        {
            TeamId = _messages[number].TeamId,
            ReplyTo = _messages[number].ReplyTo ?? number,
        }));

    public static string ChannelOf(string teamId) => $"19:{teamId.Replace("-", "")}@thread.tacv2";

    internal TeamsMessage[] ChatsOf(int account) =>
        _history.Read(_clock.Now, () => (TeamsMessage[])[.. _chatsOf[account].Select(number => _messages[number])]);

    internal int[]? MembersOf(string chatId) =>
        _history.Read(_clock.Now, () => _chatMembers.GetValueOrDefault(chatId));

    internal (IReadOnlyList<(TeamsMessage? Before, TeamsMessage Now)> Changes, int To) ChangesIn(
        string teamId, int from, int to) => _history.Read(_clock.Now, () => LogOf(teamId).Between(from, to));

    internal TeamsMessage[] InChannel(string teamId) =>
        _history.Read(_clock.Now, () => (TeamsMessage[])[.. LogOf(teamId).All]);

    private void Change(long number, Func<TeamsMessage, TeamsMessage> change) =>
        _history.Read(_clock.Now, () => Add(change(_messages[number])));

    private void File(Happening happening)
    {
        var made = happening.Event;
        switch (made.Channel)
        {
            case Channel.Chat:
                FileChat(made.Number, made.From, made.At, happening.Recipients);
                break;
            case Channel.Mention:
                var mentioned = happening.Recipients[0].Account;
                _lastPost[made.From] = Add(Posted(made.Number, made.From, made.At) with { Mentions = [mentioned] });
                break;
            case Channel.Reaction:
                FileReaction(made.From, happening.Recipients[0].Account, made.Number, made.At);
                break;
        }
    }

    private void FileChat(long number, int author, DateTime at, ReadOnlySpan<Demo.MadeRecipient> recipients)
    {
        var members = new SortedSet<int> { author };
        foreach (var recipient in recipients)
            members.Add(recipient.Account);
        var chatId = ChatId(members);
        if (_chatMembers.TryAdd(chatId, [.. members]))
            AddToChat(new() { Number = ++_number, At = at, ChatId = chatId, IsSystemEvent = true });
        if (number % 29 == 0)
            AddToChat(new() { Number = ++_number, At = at, ChatId = chatId });
        AddToChat(new() { Number = number, At = at, Author = author, ChatId = chatId });
    }

    private void AddToChat(TeamsMessage message)
    {
        Add(message);
        foreach (var member in _chatMembers[message.ChatId!])
            _chatsOf[member].Add(message.Number);
    }

    /// <summary>To the author's last post of the day, in a kind that this person has not given it yet.</summary>
    private void FileReaction(int reader, int author, long number, DateTime at)
    {
        var post = _lastPost.TryGetValue(author, out var last) && _messages[last].At.Date == at.Date
            ? _messages[last]
            : null;
        if (post is null || Reaction(post, reader, at) is null)
        {
            _lastPost[author] = Add(Posted(number, author, at.AddMinutes(-1)));
            post = _messages[number];
        }
        Add(post with { Reactions = [.. post.Reactions, Reaction(post, reader, at)!] });
    }

    private static TeamsReaction? Reaction(TeamsMessage message, int account, DateTime at) => ReactionKinds
        .Where(kind => !message.Reactions.Any(r => r.Account == account && r.Kind == kind))
        .Select(kind => new TeamsReaction(account, kind, at)).FirstOrDefault();

    private TeamsMessage Posted(long number, int author, DateTime at) =>
        new() { Number = number, At = at, Author = author, TeamId = _teamOf(author) };

    private long Add(TeamsMessage message)
    {
        _messages[message.Number] = message;
        if (message.TeamId is { } team)
            LogOf(team).Set(message);
        return message.Number;
    }

    /// <summary>A channel begins with Teams' note that it was made.</summary>
    private ObjectLog<TeamsMessage> LogOf(string teamId)
    {
        if (_channels.TryGetValue(teamId, out var log))
            return log;
        log = _channels[teamId] = new(message => message.Number.ToString());
        Add(new() { Number = ++_number, At = _history.Begin, TeamId = teamId, IsSystemEvent = true });
        return log;
    }

    private static string ChatId(SortedSet<int> members)
    {
        string[] ids = [.. members.Select(TenantAccounts.Id)];
        if (ids.Length == 2)
            return $"19:{ids[0]}_{ids[1]}@unq.gbl.spaces";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', ids)));
        return $"19:{Convert.ToHexStringLower(hash.AsSpan(0, 16))}@thread.v2";
    }
}
