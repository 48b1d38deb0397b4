using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// A workspace as Slack exports it, or an organisation of several: lists of members and channels, and a file of
/// messages a day.
/// </summary>
internal sealed class SlackExport : IInteractionFormat
{
    /// <summary>A post is said to the members of a channel that is as small as a group of people who talk.</summary>
    private const int SmallChannelMax = 8;

    public string Name => "slack";

    public string What => "a Slack export, folder or ZIP; --mentions also looks for <@ids> in texts";

    /// <summary>Everything in and below the folders of an export: what is attached to messages is not read.</summary>
    public IReadOnlyList<SourceFile> Claim(SourceFiles files)
    {
        if (files.IsOneFile)
            return [];
        var roots = SlackFolders.RootsOf(files);
        return roots.Count == 0 ? []
            : [.. files.Files.Where(file => roots.Any(root => file.Name.StartsWith(root, StringComparison.Ordinal)))];
    }

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read)
    {
        var roots = files.IsOneFile ? [] : SlackFolders.RootsOf(files);
        if (roots.Count == 0)
            throw new InputException(
                $"{files.Name}: expected a folder or ZIP with channels.json or dms.json, and folders of messages.");
        var workspace = new SlackWorkspace(files, roots, read);
        var message = new SlackMessage(read.Options.Mentions);
        var given = new ItemInteractions(read);
        var threads = new Threads(given, read.Report);
        foreach (var file in files.Files)
        {
            if (workspace.PlaceOf(file) is not { } place)
                continue;
            using var bytes = file.Open();
            if (SlackFolders.IsNull(file))
                continue;
            using var items = new JsonItems(bytes, file.Name);
            for (var number = 1L; items.Next(out var json); number++)
            {
                read.Report.Found();
                if (json.TokenType == JsonTokenType.StartObject)
                    message.Read(ref json);
                if (json.TokenType != JsonTokenType.EndObject || message.Id == 0)
                    read.Bad($"{file.Name}, item {number}", "a message with ts, its time");
                else
                    Give(message, place, workspace, threads, given, read.Report);
                foreach (var interaction in given.Take())
                    yield return interaction;
            }
            if (items.IsCutOff)
                read.CutOff(file.Name, "an array that is closed: the file ends before");
        }
        foreach (var interaction in threads.End())
            yield return interaction;
        read.LeaveOutUnread(files);
    }

    /// <summary>
    /// Direct messages go to the others in them, replies to the author of what began the thread, posts to the
    /// members of small channels alone; reactions to the author.
    /// </summary>
    private static void Give(
        SlackMessage message, SlackPlace place, SlackWorkspace workspace,
        Threads threads, ItemInteractions given, CollectReport report)
    {
        if ((message.Dropped ?? (workspace.IsBot(message.Author!) ? Outcome.Bot : null)) is { } dropped)
        {
            report.Drop(dropped);
            return;
        }
        var id = new EventId().Add(place.Number).Add(message.Id);
        var author = workspace.AccountOf(message.Author);
        // Not every export marks the message that begins a thread: any that answers nothing may be one.
        if (!message.IsReply)
            threads.Begin(id, author);
        if (place.Channel == Channel.Chat || (!message.IsReply && place.Members.Count is > 0 and <= SmallChannelMax))
            GiveToMembers();
        else if (!message.IsReply)
            report.Drop(Outcome.ToNobody);
        else if (message.ThreadAuthor is { } known)
            given.Give(id, message.At, author, workspace.AccountOf(known), place.Channel);
        else
            threads.Answer(
                id, message.At, author, new EventId().Add(place.Number).Add(message.Thread), place.Channel);
        foreach (var named in message.Mentioned)
            given.Give(id, message.At, author, workspace.AccountOf(named), Channel.Mention);
        // Stores hold these ids: that of a reaction goes on from the kinds of those before it.
        foreach (var (reactor, kind) in message.Reactions)
        {
            id = id.Add(kind);
            given.Give(id.Add(reactor), message.At, workspace.AccountOf(reactor), author, Channel.Reaction);
        }

        void GiveToMembers()
        {
            var others = place.Members.Where(member => member != message.Author && !workspace.IsBot(member)).ToArray();
            if (others.Length == 0)
                report.Drop(Outcome.LostOthers);
            foreach (var member in others)
                given.Give(id, message.At, author, workspace.AccountOf(member), place.Channel, others.Length);
        }
    }
}
