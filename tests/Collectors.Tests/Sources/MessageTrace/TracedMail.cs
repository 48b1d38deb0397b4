using System.Text;
using System.Text.Json;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

/// <summary>A trace has no headers: the sender alone tells what no person wrote.</summary>
public sealed class TracedMail
{
    [Theory]
    [InlineData("no-reply@made.invalid", Outcome.Automatic)]
    [InlineData("MAILER-DAEMON@made.invalid", Outcome.Automatic)]
    [InlineData("postmaster@made.invalid", Outcome.Automatic)]
    [InlineData("<>", Outcome.Automatic)]
    [InlineData("ada@made.invalid", Outcome.Counted)]
    internal void Mail_that_no_person_wrote_is_told_by_its_sender(string sender, Outcome expected)
    {
        var accounts = new AccountDirectory([]);
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes($$"""
            {"messageId":"<m@made.invalid>","receivedDateTime":"2026-06-03T08:00:00Z","status":"delivered",
            "senderAddress":"{{sender}}","recipientAddress":"ben@made.invalid","subject":"CANARY"}
            """));
        json.Read();

        Assert.True(TraceRow.Read(ref json, new Handles(), accounts, out var row));

        Assert.Equal(expected, row.Outcome);
        Assert.Equal(expected == Outcome.Counted ? 2 : 0, accounts.Added.Count);
    }
}
