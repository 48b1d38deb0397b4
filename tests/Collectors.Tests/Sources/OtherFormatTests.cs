using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests.Sources;

/// <summary>Exported Teams messages, ready ties, nominations and edge lists.</summary>
public sealed class OtherFormatTests
{
    private static string Person(int number) => $"aaaaaaaa-0000-4000-8000-{number:000000000000}";

    [Fact]
    public void Exported_teams_messages_give_chats_answers_mentions_and_reactions_in_any_order()
    {
        var read = Samples.Read("teams-export/messages.json");
        Assert.Equal(
            [
                $"Mention {Person(1)}>{Person(3)}",
                $"Reaction {Person(2)}>{Person(1)}",
                $"Chat {Person(3)}>{Person(1)}",
                $"ChannelPost {Person(2)}>{Person(1)}",
            ],
            read.Interactions.Zip(read.Pairs(), (i, pair) => $"{i.Channel} {pair}"));
        Assert.Equal(1, read.Report.Dropped["bots"]);
        Assert.Equal(1, read.Report.Dropped["edits and deletions"]);
    }

    [Fact]
    public void The_table_of_an_ediscovery_export_gives_chats_alone_and_copies_are_one_event()
    {
        var read = Samples.Read("teams-export/items.csv");
        Assert.Equal(
            [
                "2026-01-05 09:00:00Z ada.made@made.example>ben.made@made.example",
                "2026-01-05 09:00:00Z ada.made@made.example>cleo.made@made.example",
                "2026-01-05 09:01:00Z ben.made@made.example>ada.made@made.example",
            ],
            read.Events().Distinct());
        Assert.All(read.Interactions, i => Assert.Equal(Channel.Chat, i.Channel));
        Assert.Equal(3, read.Interactions.DistinctBy(i => (i.EventId, i.Target)).Count());
        Assert.Equal(1, read.Report.Dropped["items other than messages of Teams"]);
    }

    [Fact]
    public void A_ready_tie_is_as_many_days_in_touch_as_its_score_of_four_weeks()
    {
        var read = Samples.Read("viva-p2p/p2p.csv");
        var once = read.Interactions.DistinctBy(i => (i.EventId, i.Source, i.Target)).ToArray();
        string[] days = ["2026-01-29", "2026-01-28", "2026-01-27"];
        Assert.Equal(days, DaysOf(Person(1), Person(2)));
        Assert.Equal(days, DaysOf(Person(2), Person(1)));
        Assert.Equal(["2026-01-29"], DaysOf(Person(3), Person(1)));
        Assert.Equal(1, read.Report.WeightZeroRows);

        string[] DaysOf(string from, string to) =>
        [
            .. once.Where(i => read.HandleOf(i.Source.Value) == from && read.HandleOf(i.Target.Value) == to)
                .Select(i => i.At.ToString("yyyy-MM-dd")),
        ];
    }

    [Fact]
    public void A_nomination_is_one_event_a_question_and_person_however_often_it_is_said()
    {
        var read = Samples.Read("nominations/answers.csv");
        Assert.All(read.Interactions, i => Assert.Equal(Channel.Nomination, i.Channel));
        Assert.Equal(
            ["ada>ben", "ada>cleo", "ada>ben", "ben>cleo"],
            read.Interactions.DistinctBy(i => i.EventId)
                .Select(i => $"{First(read.HandleOf(i.Source.Value))}>{First(read.HandleOf(i.Target.Value))}"));
        Assert.Equal(1, read.Report.SelfInteractions);
        Assert.Equal(1, read.Report.Dropped["questions left unanswered"]);

        static string First(string handle) => handle[..handle.IndexOf('.')];
    }

    [Fact]
    public void Nominations_without_a_time_ask_for_one()
    {
        using var scratch = new Scratch();
        var path = scratch.Write("answers.csv", "respondent,named\na,b\n");
        var refusal = Assert.Throws<InputException>(() => Samples.Read(path)).Message;
        Assert.Contains("--at", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void The_third_column_of_an_edge_list_is_a_time_unless_all_rows_are_given_one()
    {
        Assert.Equal(
            ["1970-01-01 00:01:40Z 1>2", "1970-01-01 00:01:40Z 1>3", "1970-01-02 00:00:00Z 2>1"],
            Samples.Read("edges/temporal.edges").Events());
        using var scratch = new Scratch();
        var weighted = scratch.Write("w.edges", "1 2 3\n2 1 1\n");
        var at = new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(["1>2", "1>2", "1>2", "2>1"], Samples.Read(weighted, options: new() { At = at }).Pairs());
    }

    [Fact]
    public void A_konect_list_gives_weight_and_time_and_its_comments_are_passed_over()
    {
        var read = Samples.Read("edges/out.made");
        Assert.Equal(
            ["1970-01-02 00:00:00Z 1>2", "1970-01-02 00:00:00Z 1>2", "1970-01-03 00:00:00Z 2>3"], read.Events());
        Assert.Equal(1, read.Report.WeightZeroRows);
    }

    [Fact]
    public void Enron_is_read_without_its_line_of_sizes_where_that_is_said()
    {
        using var files = SourceFiles.Open(
            SharedData.Require("data/snap-email-enron/email-Enron.txt.gz"), TestContext.Current.CancellationToken);
        var read = new FormatRead
        {
            Accounts = new([]),
            Options = new() { At = new(2004, 1, 1, 0, 0, 0, DateTimeKind.Utc), SizeLine = true },
        };
        Assert.Equal(367_662, InteractionFormats.Named("edges").Read(files, read).LongCount());
        Assert.Equal(36_692, read.Accounts.Added.Count);
    }
}
