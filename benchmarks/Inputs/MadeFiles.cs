using System.Globalization;
using System.Text;

namespace InfluencerMap.Benchmarks.Inputs;

/// <summary>Made mail of 5,000 people as files: the same for the same length.</summary>
internal static class MadeFiles
{
    private const int PeopleCount = 5_000;
    private const int BodyLines = 40;

    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Headers as servers leave them, about 1 kB, and bodies of about 2 kB.</summary>
    /// <returns>Recipients in all.</returns>
    public static int WriteMbox(string path, long bytes)
    {
        var random = new Random(1);
        using var file = new StreamWriter(path) { NewLine = "\n" };
        var recipients = 0;
        for (var i = 0; file.BaseStream.Position < bytes; i++)
        {
            var at = Start.AddSeconds(37 * i).ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture);
            var count = 1 + (random.Next(4) * random.Next(3));
            recipients += count;
            var from = Person(random);
            file.WriteLine($"From {from} Mon Nov  2 10:00:00 2026");
            file.WriteLine($"Return-Path: <{from}>");
            for (var hop = 0; hop < 3; hop++)
                file.WriteLine($"Received: from hop{hop}.made.example (hop{hop}.made.example [192.0.2.{hop}])\n"
                    + $"\tby mx{hop}.made.example with ESMTPS id 4F7{i:x8};\n\t{at} +0000 (UTC)");
            file.WriteLine("DKIM-Signature: v=1; a=rsa-sha256; d=made.example; s=s1;\n\tb=" + new string('A', 200));
            file.WriteLine($"Message-ID: <{i}@made.example>\nDate: {at} +0000\nFrom: \"Made, P\" <{from}>");
            file.WriteLine("To: " + string.Join(",\n\t", Enumerable.Range(0, count).Select(_ =>
                $"P Made <{Person(random)}>")));
            file.WriteLine("Subject: =?utf-8?q?not_looked_at?=\nMIME-Version: 1.0\n"
                + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n");
            for (var line = 0; line < BodyLines; line++)
                file.WriteLine("Words that say nothing, from the made company, fifty.");
            file.WriteLine();
        }
        return recipients;
    }

    /// <returns>Rows.</returns>
    public static int WriteCsv(string path, long bytes)
    {
        var random = new Random(1);
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine("from,to,at,role,channel,audience,message,subject");
        var rows = 0;
        for (; file.BaseStream.Position < bytes; rows++)
            file.WriteLine($"{Person(random)},{Person(random)},{Start.AddSeconds(rows):yyyy-MM-ddTHH:mm:ssZ},to,mail,"
                + $"1,<{rows}@made.example>,\"not looked at, in row {rows}\"");
        return rows;
    }

    private static string Person(Random random) => $"person.number{random.Next(PeopleCount)}@made.example";
}
