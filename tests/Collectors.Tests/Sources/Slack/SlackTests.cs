using System.IO.Compression;
using System.Text;
using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests.Sources;

public sealed class SlackTests
{
    [Fact]
    public void Direct_messages_answers_reactions_and_posts_in_small_channels_count()
    {
        var read = Samples.Read("slack/export");
        Assert.Equal(
            [
                "Chat slack:u0madedan>ada.made@made.example of 1",
                "Reaction ben.made@made.example>ada.made@made.example of 1",
                "Reaction cleo.made@made.example>ada.made@made.example of 1",
                "ChannelPost ben.made@made.example>ada.made@made.example of 1",
                "ChannelPost cleo.made@made.example>ada.made@made.example of 1",
                "ChannelPost ben.made@made.example>ada.made@made.example of 2",
                "ChannelPost ben.made@made.example>slack:u0madedan of 2",
                "Chat cleo.made@made.example>ada.made@made.example of 2",
                "Chat cleo.made@made.example>ben.made@made.example of 2",
            ],
            read.Interactions.Zip(read.Pairs(), (i, pair) => $"{i.Channel} {pair} of {i.AudienceSize}"));
        Assert.Equal(1, read.Report.SelfInteractions);
    }

    [Fact]
    public void Bots_joins_edits_and_posts_to_many_are_dropped_and_counted()
    {
        Assert.Equal(
            new SortedDictionary<string, long>
            {
                ["answers to messages that are not in the files"] = 1,
                ["bots"] = 2,
                ["edits and deletions"] = 1,
                ["notices of the system"] = 1,
                ["posts to nobody in particular"] = 2,
            },
            Samples.Read("slack/export").Report.Dropped);
    }

    [Fact]
    public void People_named_in_texts_are_looked_for_only_when_asked()
    {
        Assert.DoesNotContain(Samples.Read("slack/export").Interactions, i => i.Channel == Channel.Mention);
        var read = Samples.Read("slack/export", options: new() { Mentions = true });
        var mention = Assert.Single(read.Interactions, i => i.Channel == Channel.Mention);
        Assert.Equal("ada.made@made.example", read.HandleOf(mention.Source.Value));
        Assert.Equal("slack:u0madedan", read.HandleOf(mention.Target.Value));
    }

    [Fact]
    public void A_zip_a_folder_and_a_folder_in_a_zip_say_the_same()
    {
        using var scratch = new Scratch();
        var zip = scratch.PathOf("export.zip");
        ZipFile.CreateFromDirectory(
            Samples.PathOf("slack/export"), zip, CompressionLevel.Fastest, includeBaseDirectory: true);
        Assert.Equal(Samples.Read("slack/export").Events(), Samples.Read(zip).Events());
    }

    [Fact]
    public void A_message_without_a_time_is_a_bad_row_that_tells_only_its_place()
    {
        using var scratch = new Scratch();
        var zip = scratch.PathOf("export.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            Add(archive, "users.json", "[]");
            Add(archive, "channels.json", "[]");
            Add(archive, "general/2026-01-05.json", """[{"type":"message","user":"U1","text":"KANARI","ts":"soon"}]""");
        }
        var refusal = Assert.Throws<InputException>(() => Samples.Read(zip, "slack")).Message;
        Assert.Contains("2026-01-05.json, item 1: expected a message with ts", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("KANARI", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_real_export_of_a_test_team_gives_its_members_and_no_bots()
    {
        var read = Samples.Read(SharedData.Require("data/slack-export-format/testarchive.zip"));
        Assert.Equal("slack", read.Format);
        Assert.Equal(158, read.Report.RowsRead);
        Assert.True(read.Report.Dropped["bots"] >= 94, $"{read.Report.Dropped["bots"]} bots");
        Assert.InRange(read.Accounts.Added.Count, 2, 4);
        Assert.All(read.Interactions, i => Assert.Equal(2016, i.At.Year));
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
