using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace InfluencerMap.Tests.Sources;

/// <summary>
/// Python's <c>mailbox</c> and <c>email</c> read the same mails: every address, date and Message-ID agrees, but for the
/// differences listed, each with its reason.
/// </summary>
public sealed class MailOracleTests
{
    private const string Script = "tests/Collectors.Tests/Sources/Mail/mail_oracle.py";

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
        var ours = ReadMail.All(File.ReadAllBytes(path), isMbox: true);
        Assert.Equal(count, ours.Count);
        // Python begins a mail at every line "From …": what it takes from bodies has no field of ours.
        var theirs = ReadInPython(path).Where(mail => mail is not { From: [], Date: null, MessageId: "" }
            || mail.InReplyTo != "" || ours.Any(our => our is { From: [], Date: null, MessageId: "" })).ToArray();
        Assert.Equal(count, theirs.Length);
        var differences = ours.Zip(theirs).SelectMany((pair, i) => pair.First.Beside(pair.Second)
            .Where(field => field.We != field.They && Reason(field.Field, field.We, field.They) is null)
            .Select(field => $"mail {i + 1}: {field.Field}"));
        Assert.Empty(differences);
    }

    /// <summary>Every difference that there may be, with its reason; null where there is none.</summary>
    private static string? Reason(string field, string we, string they) => field switch
    {
        "From" or "Sender" when they.EndsWith(" " + we, StringComparison.Ordinal) && !they.Contains('<') =>
            "A name and an address without angle brackets: Python takes both for the address.",
        "To" when string.Join(' ', they.Split(' ').Where(part => part[0] != '@')) == we =>
            "A route of several domains, <@a.example,@b.example:c@d.example>: Python takes the second for an address.",
        _ => null,
    };

    private static List<ReadMail> ReadInPython(string path)
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
                JsonSerializer.Deserialize<ReadMail>(line)!).Select(mail => mail with
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
}
