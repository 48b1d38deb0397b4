using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

/// <summary>Slack exports as different plans and programs write them.</summary>
public sealed class SlackExportTests
{
    private const string Ada = "U0ADA0001", Ben = "U0BEN0001", Eve = "U0EXT0009";

    private static readonly string Users = $$$"""
        [{"id":"{{{Ada}}}","profile":{"email":"ada@made.example"}},
         {"id":"{{{Ben}}}","profile":{"email":"ben@made.example"}}]
        """;

    private static readonly string General = $$"""[{"id":"C1","name":"general","members":["{{Ada}}","{{Ben}}"]}]""";

    [Fact]
    public void An_organisation_names_its_members_in_a_list_of_another_name() => Assert.Equal(
        ["ChannelPost ada@made.example>ben@made.example"],
        Shown(("org_users.json", Users), ("channels.json", General), ("general/2026-11-02.json", Day(Post(Ada)))));

    [Fact]
    public void Members_and_channels_with_a_value_of_another_type_stay() => Assert.Equal(
        ["ChannelPost ada@made.example>ben@made.example"],
        Shown(
            ("users.json", $$$"""
                [null,5,{"id":"U0X","profile":"x","is_bot":true},
                 {"id":"{{{Ada}}}","is_bot":"no","profile":{"email":"ada@made.example"}},
                 {"id":"{{{Ben}}}","is_bot":[],"profile":{"email":"ben@made.example"}}]
                """),
            ("channels.json", $$"""
                [{"id":"C1","name":"general","user":{},"members":[null,{},3,"{{Ada}}","{{Ben}}"]},null,
                 {"id":"C9","name":"other","members":"x"}]
                """),
            ("general/2026-11-02.json", Day(Post(Ada)))));

    [Fact]
    public void Workspaces_of_an_organisation_have_lists_and_channels_of_their_own()
    {
        var other = General.Replace("C1", "C2", StringComparison.Ordinal)
            .Replace($",\"{Ben}\"", "", StringComparison.Ordinal);
        Assert.Equal(
            ["ChannelPost ada@made.example>ben@made.example", "Chat ben@made.example>ada@made.example"],
            Shown(
                ("made/org_users.json", Users),
                ("made/dms.json", $$"""[{"id":"D0000001","members":["{{Ada}}","{{Ben}}"]}]"""),
                ("made/D0000001/2026-11-02.json", Day(Post(Ben))),
                ("made/teams/north/channels.json", General),
                ("made/teams/north/general/2026-11-02.json", Day(Post(Ada))),
                ("made/teams/south/channels.json", other),
                ("made/teams/south/general/2026-11-02.json", Day(Post(Ada))))
                .Order());
    }

    [Fact]
    public void A_channel_of_two_workspaces_stands_in_the_list_of_the_organisation_and_counts_once()
    {
        (string, string)[] files =
        [
            ("org_users.json", Users),
            ("channels.json", General.Replace("general", "shared", StringComparison.Ordinal)),
            ("teams/north/channels.json", "[]"), ("teams/north/shared/2026-11-02.json", Day(Post(Ada))),
            ("teams/south/channels.json", "null"), ("teams/south/shared/2026-11-02.json", Day(Post(Ada))),
        ];
        Assert.Single(Read(files).Interactions.DistinctBy(i => i.EventId));
    }

    [Fact]
    public void Without_a_list_of_members_accounts_are_ids() => Assert.Equal(
        ["ChannelPost slack:u0ada0001>slack:u0ben0001"],
        Shown(("channels.json", General), ("general/2026-11-02.json", Day(Post(Ada)))));

    [Fact]
    public void Conversations_without_any_list_are_read_by_who_wrote_in_them() => Assert.Equal(
        [
            "Chat slack:u0ada0001>slack:u0ben0001", "Chat slack:u0ben0001>slack:u0ada0001",
            "Chat slack:u0ada0001>slack:u0ext0009", "Chat slack:u0ext0009>slack:u0ada0001",
        ],
        Shown(
            ("D0MADE001/2026-11-02.json", Day(Post(Ada))), ("D0MADE001/2026-11-03.json", Day(Post(Ben))),
            ("mpdm-ada--eve-1/2026-11-02.json", Day(Post(Ada), Post(Eve, "1793613601.000100")))));

    [Fact]
    public void Null_is_an_empty_list() => Assert.Equal(
        ["Chat ada@made.example>ben@made.example"],
        Shown(
            ("users.json", Users), ("channels.json", "null"), ("groups.json", " null\n"),
            ("general/2026-11-02.json", "null"),
            ("mpims.json", """[{"id":"G1","name":"mpdm-x-1","members":null}]"""),
            ("dms.json", $$"""[{"id":"D0000001","members":["{{Ada}}","{{Ben}}"]}]"""),
            ("D0000001/2026-11-02.json", Day(Post(Ada)))));

    [Fact]
    public void A_direct_message_may_name_only_whom_it_is_with()
    {
        (string, string) list = ("dms.json", $$"""[{"id":"D0000001","members":null,"user":"{{Ben}}"}]""");
        Assert.Equal(
            ["Chat ada@made.example>ben@made.example", "Chat ben@made.example>ada@made.example"],
            Shown(("users.json", Users), list,
                ("D0000001/2026-11-02.json", Day(Post(Ben, "1793613600.000200"), Post(Ada))))
                .Order());
        var alone = Read([("users.json", Users), list, ("D0000001/2026-11-02.json", Day(Post(Ben)))]);
        Assert.Empty(alone.Interactions);
        Assert.Equal(1, alone.Report.RowsSetAside["messages of which the export names nobody else who is there"]);
    }

    [Fact]
    public void Guests_of_other_companies_whom_no_list_names_are_ids_both_as_authors_and_as_answered() => Assert.Equal(
        ["ChannelPost slack:u0ext0009>ada@made.example", "ChannelPost slack:u0ext0009>ben@made.example",
            "ChannelPost ada@made.example>slack:u0ext0009"],
        Shown(
            ("users.json", Users), ("channels.json", General),
            ("general/2026-11-02.json", Day(Post(Eve), Post(Ada, "1793613700.000100", "1793613600.000100")))));

    [Fact]
    public void An_answer_finds_the_message_that_nothing_marks_as_the_beginning_of_its_thread()
    {
        var others = string.Join(',', Enumerable.Range(0, 20).Select(i => $"\"U{i:00000000}\""));
        var large = General.Replace($"\"{Ben}\"", others, StringComparison.Ordinal);
        var answer = Post(Ben, "1793613700.000100", "1793613600.000100");
        foreach (var messages in (string[])[Day(Post(Ada), answer), Day(answer, Post(Ada))])
            Assert.Equal(
                ["ChannelPost ben@made.example>ada@made.example"],
                Shown(("users.json", Users), ("channels.json", large), ("general/2026-11-02.json", messages)));
    }

    [Fact]
    public void Huddles_joins_and_bots_are_counted_and_give_nothing()
    {
        var read = Read(
        [
            ("users.json", Users), ("channels.json", General),
            ("general/2026-11-02.json", Day(
                $$$"""
                {"type":"message","subtype":"huddle_thread","user":"USLACKBOT","ts":"1.1",
                 "room":{"participant_history":["{{{Ada}}}"]}}
                """,
                $$"""{"type":"message","subtype":"channel_join","user":"{{Ada}}","ts":"1.2"}""",
                """{"type":"message","subtype":"bot_message","bot_id":"B1","ts":"1.3"}""")),
        ]);
        Assert.Empty(read.Interactions);
        Assert.Equal(
            new SortedDictionary<string, long>
            {
                ["bots"] = 1, ["huddles, which are not counted as calls"] = 1, ["notices of the system"] = 1,
            },
            read.Report.RowsSetAside);
    }

    [Theory]
    [InlineData(437, "größe")]
    [InlineData(850, "Øster-È")]
    [InlineData(1252, "größe")]
    public void A_channel_is_found_in_whichever_code_page_its_folder_was_named(int page, string name)
    {
        using var scratch = new Scratch();
        var channels = General.Replace("general", name, StringComparison.Ordinal);
        var folder = Encoding.Latin1.GetString(CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(name));
        var zip = scratch.PathOf("made.zip");
        using (var archive = System.IO.Compression.ZipFile.Open(
            zip, System.IO.Compression.ZipArchiveMode.Create, Encoding.Latin1))
            foreach (var (entry, text) in ((string, string)[])
                [("users.json", Users), ("channels.json", channels), ($"{folder}/2026-11-02.json", Day(Post(Ada)))])
            {
                using var stream = archive.CreateEntry(entry).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        Assert.Equal(["ada@made.example>ben@made.example"], Samples.Read(zip).Pairs());
    }

    [Fact]
    public void A_folder_whose_accents_a_system_took_apart_is_its_channel() => Assert.Equal(
        ["ChannelPost ada@made.example>ben@made.example"],
        Shown(
            ("users.json", Users),
            ("channels.json", General.Replace("general", "caff\u00E8", StringComparison.Ordinal)),
            ("caffe\u0300/2026-11-02.json", Day(Post(Ada)))));

    private static string Day(params string[] messages) => $"[{string.Join(',', messages)}]";

    private static string Post(string author, string at = "1793613600.000100", string? thread = null) =>
        $"{{\"type\":\"message\",\"user\":\"{author}\",\"text\":\"x\",\"ts\":\"{at}\""
        + (thread is null ? "}" : $",\"thread_ts\":\"{thread}\"}}");

    private static IEnumerable<string> Shown(params (string, string)[] files)
    {
        var read = Read(files);
        Assert.Equal("slack", read.Format);
        return read.Interactions.Zip(read.Pairs(), (i, pair) => $"{i.Channel} {pair}");
    }

    private static Collected Read((string Name, string Text)[] files)
    {
        using var opened = SourceFiles.InMemory(files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text))));
        return Samples.Read(opened, null, null);
    }
}
