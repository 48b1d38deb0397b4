using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using InfluencerMap.Collectors.Files.Mail;

namespace InfluencerMap.Tests.Files;

/// <summary>
/// Python's <c>mailbox</c> and <c>email</c> read the same mails: every address, date and Message-ID agrees, but for the
/// differences listed, each with its reason.
/// </summary>
public sealed class MailOracleTests
{
    private const string Script = "tests/Collectors.Tests/Files/mail_oracle.py";

    [Theory]
    [InlineData("3GPP_TSG_RAN_WG4_NR-MIMO-OTA.mbox", 59)]
    [InlineData("3GPP_TSG_SA_WG4_EVS.mbox", 50)]
    public void Every_mail_of_the_list_archives_reads_as_in_Python(string file, int count) =>
        Compare(SharedData.Require($"data/mbox-3gpp/3GPP_mbox/{file}"), count);

    [Theory]
    [InlineData("made.mbox", 8)]
    [InlineData("made-crlf.mbox", 8)]
    [InlineData("forms.mbox", 12)]
    public void Every_made_mail_reads_as_in_Python(string file, int count) =>
        Compare(Samples.PathOf($"mbox/{file}"), count);

    private static void Compare(string path, int count)
    {
        var ours = Read(path);
        Assert.Equal(count, ours.Count);
        // Python begins a mail at every line "From …": what it takes from bodies has no field of ours.
        var theirs = ReadInPython(path).Where(mail => mail is not { From: [], Date: null, MessageId: "" }
            || mail.InReplyTo != "" || ours.Any(our => our is { From: [], Date: null, MessageId: "" })).ToArray();
        Assert.Equal(count, theirs.Length);
        var differences = ours.Zip(theirs).SelectMany((pair, i) => Pairs(pair.First, pair.Second)
            .Where(field => field.We != field.They && Reason(field.Field, field.We, field.They) is null)
            .Select(field => $"mail {i + 1}: {field.Field}"));
        Assert.Empty(differences);
    }

    /// <summary>Every difference that there may be, with its reason; null where there is none.</summary>
    private static string? Reason(string field, string we, string they) => field switch
    {
        "From" when they.EndsWith(" " + we, StringComparison.Ordinal) && !they.Contains('<') =>
            "A name and an address without angle brackets: Python takes both for the address.",
        "To" when string.Join(' ', they.Split(' ').Where(part => part[0] != '@')) == we =>
            "A route of several domains, <@a.example,@b.example:c@d.example>: Python takes the second for an address.",
        _ => null,
    };

    private static IEnumerable<(string Field, string We, string They)> Pairs(Mail ours, Mail theirs) =>
    [
        ("From", string.Join(' ', ours.From), string.Join(' ', theirs.From)),
        ("To", string.Join(' ', ours.To), string.Join(' ', theirs.To)),
        ("Cc", string.Join(' ', ours.Cc), string.Join(' ', theirs.Cc)),
        ("Bcc", string.Join(' ', ours.Bcc), string.Join(' ', theirs.Bcc)),
        ("Date", $"{ours.Date}", $"{theirs.Date}"),
        ("MessageId", ours.MessageId, theirs.MessageId),
        ("InReplyTo", ours.InReplyTo, theirs.InReplyTo),
    ];

    private static List<Mail> Read(string path)
    {
        var mails = new List<Mail>();
        var stream = new MailStream(File.OpenRead(path), Path.GetFileName(path), isMbox: true);
        var buffer = new byte[MailAddresses.LengthMax];
        while (stream.Next())
            mails.Add(new(
                Addresses(stream, MailField.From), Addresses(stream, MailField.To),
                Addresses(stream, MailField.Cc), Addresses(stream, MailField.Bcc),
                MailDates.TryRead(stream.Header.First(MailField.Date, stream.Bytes), out var at, out _)
                    ? new DateTimeOffset(at).ToUnixTimeSeconds() : null,
                Bare(MessageIds.First(stream.Header.First(MailField.MessageId, stream.Bytes), buffer)),
                Bare(MessageIds.First(stream.Header.First(MailField.InReplyTo, stream.Bytes), buffer))));
        return mails;
    }

    private static string[] Addresses(MailStream stream, MailField wanted)
    {
        var found = new List<string>();
        foreach (var (field, range) in stream.Header.Fields)
        {
            if (field != wanted)
                continue;
            var addresses = new MailAddresses(stream.Bytes[range], new byte[MailAddresses.LengthMax]);
            while (addresses.Next(out var address))
                if (!address.IsEmpty)
                    found.Add(Encoding.UTF8.GetString(address));
        }
        return [.. found];
    }

    private static string Bare(ReadOnlySpan<byte> id) => Encoding.UTF8.GetString(id).Trim('<', '>');

    private static List<Mail> ReadInPython(string path)
    {
        var start = new ProcessStartInfo(
            "python3", ["-I", Path.Combine(SharedData.RepositoryRoot, Script), path])
        { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        try
        {
            using var python = Process.Start(start)!;
            var lines = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            Assert.Equal(0, python.ExitCode);
            return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
                JsonSerializer.Deserialize<Mail>(line)!).Select(mail => mail with
                {
                    MessageId = mail.MessageId.Trim('<', '>'),
                    InReplyTo = mail.InReplyTo.Trim('<', '>'),
                })];
        }
        catch (Win32Exception)
        {
            Assert.Skip("python3 was not found: install it to hold the mail reader against Python's.");
            throw;
        }
    }

    private sealed record Mail(
        string[] From, string[] To, string[] Cc, string[] Bcc, long? Date, string MessageId, string InReplyTo);
}
