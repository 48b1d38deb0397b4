using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Collections of ActivityStreams 2.0, and archives as Mastodon makes them.</summary>
internal sealed class ActivityCollections : IInteractionFormat
{
    /// <summary>All that is read of an archive: bookmarks and everything else in it is private.</summary>
    private static readonly string[] Collections = ["outbox.json", "likes.json"];

    public string Name => "activitystreams";

    public string What => "ActivityStreams 2.0 collections, a Mastodon archive among them";

    /// <summary>An archive is all that lies where its outbox does, private parts too.</summary>
    public IReadOnlyList<SourceFile> Claim(SourceFiles files)
    {
        if (files.IsOneFile)
            return IsCollection(files.Files[0]) ? files.Files : [];
        return files.Files.FirstOrDefault(file => file.PlainName == "outbox.json" && IsCollection(file)) is { } outbox
            ? files.Under(outbox.Folder) : [];
    }

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read)
    {
        read.RequireWhose(files.Name);
        var given = new ItemInteractions(read);
        var activity = new Activity();
        var owner = OwnerOf(files);
        foreach (var file in files.Files)
        {
            if (!files.IsOneFile && !Collections.Contains(file.PlainName))
                continue;
            using var bytes = file.Open();
            if (!files.IsOneFile && IsEmpty(file))
                continue;
            using var items = new JsonItems(bytes, file.Name, "orderedItems", "items");
            for (var number = 1L; items.Next(out var json); number++)
            {
                read.Report.Found();
                if (json.TokenType == JsonTokenType.String)
                    GiveLike(Fields.Current(ref json), owner, given, read);
                else if (json.TokenType != JsonTokenType.StartObject)
                    read.Bad($"{file.Name}, item {number}", "an activity or the address of a post");
                else if (!Audience.IsOpen(json))
                    read.Report.Drop(Outcome.PrivatePost);
                else
                {
                    activity.Read(ref json);
                    Give(activity, owner, given, read);
                }
                foreach (var interaction in given.Take())
                    yield return interaction;
            }
            if (items.IsCutOff)
                read.CutOff(file.Name, "a collection that is closed: the file ends before");
        }
        read.LeaveOutUnread(files);
    }

    private static void Give(Activity activity, string? owner, ItemInteractions given, FormatRead read)
    {
        var source = ActorOf(activity.Actor, owner, read);
        if (activity.Kind == ActivityKind.Other)
            read.Report.Drop(Outcome.OtherActivity);
        else if (activity.At is not { } at || activity.Id == 0 || source == AccountId.None)
            read.Report.Drop(Outcome.IncompleteActivity);
        else if (activity.Kind == ActivityKind.Create)
            GivePost(activity, at, source, owner, given, read);
        else if ((activity.PostAuthor ?? AuthorOf(activity.Post)) is { } author)
            given.Give(new EventId().Add(activity.Id), at, source, ActorOf(author, owner, read),
                activity.Kind == ActivityKind.Like ? Channel.Reaction : Channel.Social);
        else
            read.Report.Drop(Outcome.UnknownAuthor);
    }

    /// <summary>An answer names whom it answers: that is one interaction with them, not two.</summary>
    private static void GivePost(
        Activity activity, DateTime at, AccountId source, string? owner, ItemInteractions given, FormatRead read)
    {
        var answered = AuthorOf(activity.Post);
        var id = new EventId().Add(activity.Id);
        if (answered is not null)
            given.Give(id, at, source, ActorOf(answered, owner, read), Channel.Social);
        else if (activity.Post is not null)
            read.Report.Drop(Outcome.UnknownAuthor);
        else if (activity.Mentioned.Count == 0)
            read.Report.Drop(Outcome.ToNobody);
        foreach (var named in activity.Mentioned)
            if (!string.Equals(named, answered, StringComparison.OrdinalIgnoreCase))
                given.Give(id, at, source, ActorOf(named, owner, read), Channel.Mention);
    }

    /// <summary>A list of likes holds addresses of posts alone: the time is the one given for all.</summary>
    private static void GiveLike(string? post, string? owner, ItemInteractions given, FormatRead read)
    {
        if (read.Options.At is not { } at)
            read.Report.Drop(Outcome.NoTimeOfLike);
        else if (owner is null || AuthorOf(post) is not { } author)
            read.Report.Drop(Outcome.UnknownAuthor);
        else
            given.Give(new EventId().Add(owner).Add(post), at, ActorOf(owner, owner, read),
                ActorOf(author, owner, read), Channel.Reaction);
    }

    /// <summary>
    /// The archive's owner is the person who was named as such, where one was: also where they answer themselves.
    /// </summary>
    private static AccountId ActorOf(string? address, string? owner, FormatRead read) =>
        read.Options.Owner is { } person && string.Equals(address, owner, StringComparison.OrdinalIgnoreCase)
            ? read.Accounts.Resolve(person) : read.Accounts.ResolveOrNobody(address);

    /// <summary>
    /// Mastodon writes <c>https://host/users/NAME/statuses/1</c> or <c>https://host/@NAME/1</c>; others contain no
    /// name.
    /// </summary>
    private static string? AuthorOf(string? post)
    {
        if (post is null)
            return null;
        if (post.IndexOf("/statuses/", StringComparison.Ordinal) is > 0 and var end)
            return post[..end];
        var name = post.IndexOf("/@", StringComparison.Ordinal);
        var slash = name < 0 ? -1 : post.IndexOf('/', name + 1);
        return slash < 0 ? null : $"{post[..name]}/users/{post[(name + 2)..slash]}";
    }

    /// <summary>Address of the archive's owner, whose likes are listed.</summary>
    private static string? OwnerOf(SourceFiles files)
    {
        if (files.Files.FirstOrDefault(file => file.PlainName == "actor.json") is not { } file)
            return null;
        using var items = new JsonItems(file.Open(), file.Name) { IsOneItem = true };
        var owner = items.Next(out var json) ? JsonItems.Whole(ref json, IdentifiedJson.Default.Identified)?.Id : null;
        return !items.IsCutOff ? owner
            : throw new InputException($"{file.Name} is cut off: it does not say whose archive this is. Get it anew.");
    }

    /// <summary>Somebody who liked nothing has a list without items, or none.</summary>
    private static bool IsEmpty(SourceFile file) =>
        file.Head.Trim(" \t\r\n"u8) is var text && (text.SequenceEqual("{}"u8) || text.SequenceEqual("null"u8));

    private static bool IsCollection(SourceFile file) =>
        file.Head.IndexOf("://www.w3.org/ns/activitystreams"u8) >= 0 && file.Head.IndexOf("Collection"u8) >= 0;
}
