using System.Text.Json;
using InfluencerMap.Collectors.Files;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Social.Slack;

/// <summary>A workspace as Slack exports it: lists of members and channels, and a file of messages a day.</summary>
internal sealed class SlackExport : IInteractionFormat
{
    /// <summary>A post is said to the members of a channel that is as small as a group of people who talk.</summary>
    private const int SmallChannelMax = 8;

    public string Name => "slack";

    public string What => "a Slack export, folder or ZIP; --mentions also looks for <@ids> in texts";

    public bool Matches(SourceFiles files) => RootOf(files) is not null;

    public IEnumerable<Interaction> Read(SourceFiles files, FormatRead read)
    {
        var root = RootOf(files)
            ?? throw new InputException($"{files.Name}: expected a folder or ZIP with users.json and channels.json.");
        var workspace = new SlackWorkspace(files, root, read);
        var message = new SlackMessage(read.Options.Mentions);
        var given = new ItemInteractions(read);
        var threads = new Threads(given, read.Report);
        foreach (var file in files.Files)
        {
            if (FolderOf(file.Name, root) is not { } folder)
                continue;
            var place = workspace.PlaceOf(folder);
            using var items = new JsonItems(file.Open(), file.Name);
            for (var number = 1L; items.Next(out var json); number++)
            {
                read.Report.Found();
                if (json.TokenType == JsonTokenType.StartObject)
                    message.Read(ref json);
                if (message.Id == 0)
                    read.Bad($"{file.Name}, item {number}", "a message with ts, its time");
                else
                    Give(message, place, workspace, threads, given, read.Report);
                foreach (var interaction in given.Take())
                    yield return interaction;
            }
            if (items.IsCutOff)
                read.CutOff(file.Name, "an array that is closed: the file ends before");
        }
        threads.End();
        foreach (var interaction in given.Take())
            yield return interaction;
    }

    /// <summary>The folder of a day's messages; null for every other file.</summary>
    private static string? FolderOf(string name, string root) =>
        name.StartsWith(root, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal)
        && name[root.Length..].Split('/') is [var folder, _] ? folder : null;

    private static string? RootOf(SourceFiles files)
    {
        if (files.IsOneFile)
            return null;
        return files.Files
            .Where(file => file.PlainName == "users.json")
            .Select(file => file.Name[..^"users.json".Length])
            .FirstOrDefault(root => files.Find(root + "channels.json") is not null
                || files.Find(root + "dms.json") is not null);
    }

    /// <summary>
    /// Direct messages go to the others in them, replies to the author of what began the thread, posts to the
    /// members of small channels alone; reactions to the author.
    /// </summary>
    private static void Give(
        SlackMessage message, SlackPlace place, SlackWorkspace workspace,
        Threads threads, ItemInteractions given, CollectReport report)
    {
        var reason = message.Dropped ?? (workspace.IsBot(message.Author!) ? "bots" : null);
        if (reason is not null)
        {
            report.Drop(reason);
            return;
        }
        var id = new EventId().Add(place.Number).Add(message.Id);
        var thread = new EventId().Add(place.Number).Add(message.Thread);
        var author = workspace.AccountOf(message.Author);
        if (message.Thread == message.Id)
            threads.Begin(thread, author);
        if (place.Channel == Channel.Chat || (!message.IsReply && place.Members.Count is > 0 and <= SmallChannelMax))
            GiveToMembers();
        else if (!message.IsReply)
            report.Drop("posts to nobody in particular");
        else if (message.ThreadAuthor is { } known)
            given.Give(id, message.At, author, workspace.AccountOf(known), place.Channel);
        else
            threads.Answer(id, message.At, author, thread, place.Channel);
        foreach (var named in message.Mentioned)
            given.Give(id, message.At, author, workspace.AccountOf(named), Channel.Mention);
        foreach (var (reactor, kind) in message.Reactions)
            given.Give(
                id.Add(kind).Add(reactor), message.At, workspace.AccountOf(reactor), author, Channel.Reaction);

        void GiveToMembers()
        {
            var others = place.Members.Where(member => member != message.Author && !workspace.IsBot(member)).ToArray();
            foreach (var member in others)
                given.Give(id, message.At, author, workspace.AccountOf(member), place.Channel, others.Length);
        }
    }
}
