using System.Text.Json;
using System.Text.RegularExpressions;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>The archive that X gives an account's owner: scripts that hold JSON, under <c>data/</c>.</summary>
internal sealed partial class XArchiveFiles : IInteractionFormat
{
    public string Name => "x-archive";

    public string What => "an archive of X (Twitter), folder or ZIP with data/*.js";

    /// <summary>An archive is all that lies where its folder <c>data</c> does.</summary>
    public IReadOnlyList<SourceFile> Claim(SourceFiles files) =>
        files.Files.FirstOrDefault(file => IsAccount(file) || IsPosts(file) || IsOldPosts(file)) is { } found
            ? files.Under(RootOf(found.Folder)) : [];

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read)
    {
        if (files.Files.FirstOrDefault(IsOldPosts) is { } old)
            throw new InputException(
                $"{old.Name}: this archive is of the form of before 2018 (Grailbird), which is not read; "
                + "ask X for a new archive, which holds the older posts too.");
        read.RequireWhose(files.Name);
        var ownId = read.Options.Owner is null || files.Files.Any(IsAccount) ? OwnerOf(files) : null;
        var source = read.Options.Owner is { } owner ? read.Accounts.Resolve(owner) : AccountOf(ownId, read);
        var given = new ItemInteractions(read);
        var tweet = new Tweet();
        foreach (var file in files.Files.Where(file => Tweets().IsMatch(file.PlainName)))
        {
            using var items = new JsonItems(file.Open(), file.Name).After((byte)'=');
            for (var number = 1L; items.Next(out var json); number++)
            {
                read.Report.Found();
                if (json.TokenType == JsonTokenType.StartObject)
                    tweet.Read(ref json);
                if (json.TokenType != JsonTokenType.EndObject || tweet.Id == 0 || tweet.At is not { } at)
                    read.Bad($"{file.Name}, item {number}", "a post with id_str and created_at");
                else
                    Give(tweet, at, (source, ownId), given, read);
                foreach (var interaction in given.Take())
                    yield return interaction;
            }
            if (items.IsCutOff)
                read.CutOff(file.Name, "an array that is closed: the file ends before");
        }
        read.LeaveOutUnread(files);
    }

    private static bool IsAccount(SourceFile file) =>
        file.PlainName == "account.js" && file.Head.IndexOf("window.YTD.account."u8) >= 0;

    private static bool IsPosts(SourceFile file) =>
        Tweets().IsMatch(file.PlainName) && file.Head.IndexOf("window.YTD.tweet"u8) >= 0;

    /// <summary>A script per month, as <c>data/js/tweets/2016_01.js</c>.</summary>
    private static bool IsOldPosts(SourceFile file) =>
        file.PlainName.EndsWith(".js", StringComparison.Ordinal)
        && file.Head.TrimStart("\r\n \t"u8).StartsWith("Grailbird.data."u8);

    private static string RootOf(string folder) =>
        folder.LastIndexOf("data/", StringComparison.Ordinal) is >= 0 and var at && (at == 0 || folder[at - 1] == '/')
            ? folder[..at] : folder;

    /// <summary>A repost and an answer name whom they are about: that is one interaction with them, not two.</summary>
    private static void Give(
        Tweet tweet, DateTime at, (AccountId Account, string? Id) own, ItemInteractions given, FormatRead read)
    {
        var id = new EventId().Add(tweet.Id);
        var about = tweet.IsRepost && tweet.Mentioned is [var first, ..] ? first : tweet.Answered;
        if (about is not null)
            given.Give(id, at, own.Account, TargetOf(about), Channel.Social);
        else if (tweet.Mentioned.Count == 0)
            read.Report.Drop(Outcome.ToNobody);
        if (!tweet.IsRepost)
            foreach (var named in tweet.Mentioned.Where(named => named != about).Distinct())
                given.Give(id, at, own.Account, TargetOf(named), Channel.Mention);

        // The owner is the person who was named as such: also where they answer themselves.
        AccountId TargetOf(string account) => account == own.Id ? own.Account : AccountOf(account, read);
    }

    private static AccountId AccountOf(string? id, FormatRead read) =>
        read.Accounts.ResolveOrNobody(id is null ? null : $"x:{id}");

    private static string OwnerOf(SourceFiles files)
    {
        if (files.Files.FirstOrDefault(file => file.PlainName == "account.js") is not { } file)
            throw new InputException($"{files.Name}: expected data/account.js, which says whose archive it is.");
        using var items = new JsonItems(file.Open(), file.Name).After((byte)'=');
        while (items.Next(out var json))
            if (JsonItems.Whole(ref json, XJson.Default.XAccount)?.OwnId is { } id)
                return id;
        throw new InputException($"{file.Name}: expected an accountId.");
    }

    /// <summary>Posts in one file or in parts; no other script of the archive is opened.</summary>
    [GeneratedRegex(@"^tweets?(-part\d+)?\.js$", RegexOptions.CultureInvariant)]
    private static partial Regex Tweets();
}
