using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests.Sources;

/// <summary>What people say in public: ActivityStreams and X; and the network inside, Viva Engage.</summary>
public sealed class SocialArchiveTests
{
    private const string Ada = "https://social.example/users/ada";

    [Fact]
    public void Open_posts_boosts_likes_answers_and_mentions_count_and_private_posts_do_not()
    {
        var read = Samples.Read("activitystreams/archive");
        Assert.Equal(
            [
                $"Social {Ada}>https://other.example/users/ben",
                $"Mention {Ada}>https://social.example/users/cleo",
                $"Social {Ada}>https://social.example/users/cleo",
                $"Social {Ada}>https://third.example/users/dan",
                $"Reaction {Ada}>https://other.example/users/ben",
            ],
            Shown(read));
        Assert.Equal(1, read.Report.Dropped["addressed to named people: not read further"]);
        Assert.Equal(2, read.Report.Dropped["likes without a time: give them one (--at)"]);
    }

    [Fact]
    public void Listed_likes_take_the_instant_given_for_all()
    {
        var at = new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc);
        var read = Samples.Read("activitystreams/archive", options: new() { At = at, CompanyAccount = true });
        var like = Assert.Single(read.Interactions, i => i.At == at);
        Assert.Equal(Channel.Reaction, like.Channel);
        Assert.Equal("https://other.example/users/ben", read.HandleOf(like.Target.Value));
    }

    [Fact]
    public void Answers_to_oneself_are_to_oneself_whoever_is_named_as_the_owner()
    {
        using var scratch = new Scratch();
        var post = $$$"""
            {"id":"{{{Ada}}}/statuses/2/activity","type":"Create","actor":"{{{Ada}}}",
             "published":"2026-01-05T09:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"],
             "object":{"type":"Note","inReplyTo":"{{{Ada}}}/statuses/1"}}
            """;
        Directory.CreateDirectory(scratch.PathOf("mastodon"));
        scratch.Write("mastodon/actor.json", $$"""{"id":"{{Ada}}","type":"Person"}""");
        scratch.Write("mastodon/outbox.json", $$"""
            {"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollection","orderedItems":[{{post}}]}
            """);
        Directory.CreateDirectory(scratch.PathOf("x/data"));
        scratch.Write("x/data/account.js", """window.YTD.account.part0 = [{"account":{"accountId":"100"}}]""");
        scratch.Write("x/data/tweets.js", """
            window.YTD.tweets.part0 = [{"tweet":{"id_str":"2","created_at":"Mon Jan 05 08:00:00 +0000 2026",
            "in_reply_to_status_id_str":"1","in_reply_to_user_id_str":"100"}}]
            """);
        foreach (var name in (string[])["mastodon", "x"])
            foreach (var options in (InteractionsCsvOptions[])[new() { CompanyAccount = true }, new() { Owner = "E7" }])
            {
                var read = Samples.Read(scratch.PathOf(name), options: options);
                Assert.Empty(read.Interactions);
                Assert.Equal([new("to oneself", 1)], read.Report.RowsSetAside);
            }
    }

    [Fact]
    public void An_archive_whose_owner_is_cut_off_is_refused()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch.PathOf("mastodon"));
        scratch.Write("mastodon/actor.json", $$"""{"id":"{{Ada}}","type":"Per""");
        scratch.Write("mastodon/outbox.json", """
            {"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollection","orderedItems":[]}
            """);

        var refusal = Assert.Throws<InputException>(() => Samples.Read(
            scratch.PathOf("mastodon"), options: new() { CompanyAccount = true }));
        Assert.Contains("actor.json is cut off", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_activity_without_any_address_is_private()
    {
        using var scratch = new Scratch();
        var path = scratch.Write("outbox.json", $$$"""
            {"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollection","orderedItems":[
            {"id":"1","type":"Create","actor":"{{{Ada}}}","published":"2026-01-05T09:00:00Z",
             "object":{"type":"Note","inReplyTo":"https://other.example/users/ben/statuses/1"}}]}
            """);
        var read = Samples.Read(path);
        Assert.Empty(read.Interactions);
        Assert.Empty(read.Accounts.Added);
    }

    [Fact]
    public void Answers_reposts_and_mentions_of_an_x_archive_count_once_each()
    {
        var read = Samples.Read("x-archive/archive");
        Assert.Equal(["Social x:100>x:200", "Mention x:100>x:300", "Social x:100>x:400"], Shown(read));
        Assert.Equal(
            ["2026-01-05 08:00:00Z", "2026-01-05 08:00:00Z", "2026-01-05 11:00:00Z"],
            read.Interactions.Select(i => i.At.ToString("u")));
        Assert.Equal(1, read.Report.SelfInteractions);
        Assert.Equal(4, read.Report.RowsRead);
    }

    [Fact]
    public void Answers_and_private_messages_of_a_yammer_export_count()
    {
        var read = Samples.Read("yammer/export");
        Assert.Equal(
            [
                "ChannelPost ben.made@made.example>ada.made@made.example",
                "Chat ada.made@made.example>cleo.made@made.example",
                "Chat ada.made@made.example>yammer:14",
            ],
            Shown(read));
        Assert.Equal(
            new SortedDictionary<string, long>
            {
                ["answers to messages that are not in the files"] = 1,
                ["bots"] = 1,
                ["edits and deletions"] = 1,
                ["posts to nobody in particular"] = 1,
            },
            read.Report.Dropped);
        var named = Assert.Single(
            Samples.Read("yammer/export", options: new() { Mentions = true }).Interactions,
            i => i.Channel == Channel.Mention);
        Assert.Equal(new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc), named.At);
    }

    [Fact]
    public void Likes_in_the_export_of_one_user_are_theirs()
    {
        var read = Samples.Read("yammer/user-export");
        var like = Assert.Single(read.Interactions);
        Assert.Equal(["Reaction ada.made@made.example>yammer:12"], Shown(read));
        Assert.Equal(new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc), like.At);
    }

    [Theory]
    [InlineData("x-archive/archive")]
    [InlineData("activitystreams/archive")]
    [InlineData("activitystreams/archive/outbox.json")]
    public void Nobodys_own_account_is_read_before_it_is_said_whose_it_is(string sample)
    {
        using var files = SourceFiles.Open(Samples.PathOf(sample), TestContext.Current.CancellationToken);
        var read = new FormatRead { Accounts = new([]) };
        var refusal = Assert.Throws<InputException>(
            () => FormatChoice.Of(files, null, read.Csv).Read(read).Count());
        Assert.Contains("--owner PERSON", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--company-account", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(read.Accounts.Added);
    }

    [Fact]
    public void The_owner_named_takes_the_place_of_the_archives_own_account()
    {
        var owned = new InteractionsCsvOptions { Owner = "E7" };
        Assert.Contains("Social e7>x:200", Shown(Samples.Read("x-archive/archive", options: owned)));
        Assert.Contains(
            "Social e7>https://other.example/users/ben",
            Shown(Samples.Read("activitystreams/archive", options: owned)));
    }

    [Fact]
    public void Contacts_of_one_person_become_days_and_domains_and_nobody_else()
    {
        var read = Samples.Read("linkedin/Connections.csv", options: new() { Owner = "E7" });
        Assert.Equal(
            ["2024-03-12 00:00:00Z e7>@other.example", "2024-03-12 00:00:00Z e7>@other.example",
                "2022-02-07 00:00:00Z e7>@third.example"],
            read.Events());
        Assert.Equal(3, read.Interactions.DistinctBy(i => i.EventId).Count());
        Assert.Equal(["@other.example", "@third.example", "e7"], read.Accounts.Added.Select(a => a.Handle).Order());
        Assert.Equal(1, read.Report.Dropped["contacts without an address, of whom nothing is kept"]);
    }

    [Fact]
    public void Contacts_of_a_person_who_is_not_named_are_refused()
    {
        var refusal = Assert.Throws<InputException>(() => Samples.Read("linkedin/Connections.csv")).Message;
        Assert.Contains("--owner", refusal, StringComparison.Ordinal);
        Assert.Contains("consent", refusal, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Shown(Collected read) =>
        read.Interactions.Zip(read.Pairs(), (i, pair) => $"{i.Channel} {pair}");
}
