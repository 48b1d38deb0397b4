using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests;

/// <summary>
/// Every sample file of every format and every table, damaged in ten thousand ways: it is read, or refused in one clear
/// line; nothing else is thrown, nothing hangs, memory stays bounded.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    private const int MutationsPerFile = 10_000;
    private const int SampleBytesMax = 1 << 20;

    private static readonly TimeSpan ReadingMax = TimeSpan.FromMinutes(1);

    private static readonly byte[][] Nasty =
    [
        [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC3], "\n"u8.ToArray(), "\r"u8.ToArray(), "\""u8.ToArray(),
        ","u8.ToArray(), "[[[[[[[["u8.ToArray(), "{\"a\":"u8.ToArray(), "]}"u8.ToArray(), "(((("u8.ToArray(),
        "<@>"u8.ToArray(), "\nFrom a Mon Nov 2 10:00:00 2026\nX: y\n"u8.ToArray(), ":;"u8.ToArray(),
        "=?utf-8?q?"u8.ToArray(), "-99999999999999999999"u8.ToArray(), "1e999"u8.ToArray(), "\\ud800"u8.ToArray(),
        "9999-12-31T23:59:59.9999999Z"u8.ToArray(), "0001-01-01"u8.ToArray(), "../../"u8.ToArray(), "null"u8.ToArray(),
    ];

    private readonly Scratch _scratch = new();

    public static TheoryData<string> FormatNames => [.. InteractionFormats.All.Select(format => format.Name)];

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void Damaged_samples_are_read_or_refused_clearly(string format)
    {
        var samples = Samples.NamesOf(format).Select(name => Samples.FilesOf(format, name)).ToArray();
        var random = new Random(format.Sum(c => c));
        var readCount = 0;
        (int Sample, int File)[] files =
        [
            .. samples.SelectMany((sample, place) => Enumerable.Range(0, sample.Length).Select(file => (place, file))),
        ];
        for (var i = 0; i < MutationsPerFile * files.Length; i++)
        {
            var (sample, at) = files[i % files.Length];
            var damaged = samples[sample].ToArray();
            damaged[at].Bytes = Mutate(damaged[at].Bytes, random);
            var name = i % 4 == 0 ? null : format;
            readCount += Guard(format, () => Read(SourceFiles.InMemory(damaged), name)) ? 1 : 0;
        }
        Assert.True(readCount > 0, "No damaged sample was read.");
    }

    [Theory]
    [InlineData("people")]
    [InlineData("consents")]
    [InlineData("identities")]
    public void Damaged_tables_are_read_or_refused_clearly(string table)
    {
        var whole = File.ReadAllBytes(Samples.PathOf($"{table}/made.csv"));
        var random = new Random(table.Length);
        var readCount = 0;
        for (var i = 0; i < MutationsPerFile; i++)
        {
            var file = SourceFile.InMemory("made.csv", Mutate(whole, random));
            var format = CsvFormat.Default with { MaxBadRows = i % 2 == 0 ? 0 : 100 };
            readCount += Guard(table, () => ReadTable(table, file, format)) ? 1 : 0;
        }
        Assert.True(readCount > 0, "No damaged table was read.");
    }

    [Fact]
    public void Damaged_archives_are_read_or_refused_clearly()
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var path in Directory.GetFiles(Samples.PathOf("mbox")).Order(StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(Path.GetFileName(path));
                entry.LastWriteTime = DateTimeOffset.UnixEpoch.AddYears(20);
                using var packing = entry.Open();
                packing.Write(File.ReadAllBytes(path));
            }
        var random = new Random(1);
        var mails = Scratch.Gzip(File.ReadAllText(Samples.PathOf("mbox/made.mbox")));
        foreach (var (name, whole) in ((string, byte[])[])
            [
                ("a.zip", packed.ToArray()), ("a.gz", mails), ("several.gz", [.. mails, .. mails]),
                ("a.tar", TarOf("mbox")), ("a.tgz", Scratch.Gzip(TarOf("mbox"))),
            ])
            for (var i = 0; i < 2_000; i++)
            {
                var path = _scratch.Write(name, Mutate(whole, random));
                Guard(name, () => Samples.Read(path));
            }
    }

    private static byte[] TarOf(string format)
    {
        var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, leaveOpen: true))
            foreach (var path in Directory.GetFiles(Samples.PathOf(format)).Order(StringComparer.Ordinal))
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, Path.GetFileName(path))
                {
                    DataStream = new MemoryStream(File.ReadAllBytes(path)), ModificationTime = DateTimeOffset.UnixEpoch,
                });
        return bytes.ToArray();
    }

    private static void Read(SourceFiles files, string? format)
    {
        var read = Samples.Read(files, format, new() { Owner = "ada.made@made.example", Mentions = true });
        Assert.All(read.Interactions, i => Assert.True(i.Source.Value > 0 && i.Target.Value > 0 && i.AudienceSize > 0));
    }

    private static void ReadTable(string name, SourceFile file, CsvFormat format)
    {
        var (report, cancellation) = (new CollectReport(), TestContext.Current.CancellationToken);
        if (name == "people")
        {
            Assert.Distinct(PeopleCsv.Read(file, format, Scratch.CustomerKey, [], cancellation).Entries
                .Select(person => person.Key));
        }
        else if (name == "consents")
        {
            using var table = CsvTable<ConsentColumn>.Open(file, format, report);
            Assert.All(ConsentsCsv.Read(table, report, ["nameable", "excluded"], cancellation),
                row => Assert.InRange(row.At.Year, 1970, 2099));
        }
        else
        {
            using var table = CsvTable<IdentityColumn>.Open(file, format, report);
            Assert.All(IdentitiesCsv.Read(table, report, cancellation).Rows, row => Assert.NotEmpty(row.Handle));
        }
    }

    /// <returns>Whether it was read.</returns>
    private static bool Guard(string what, Action read)
    {
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            read();
            return true;
        }
        catch (InputException refusal)
        {
            Assert.DoesNotContain('\n', refusal.Message);
            Assert.InRange(refusal.Message.Length, 10, 1_000);
            return false;
        }
        finally
        {
            Assert.True(watch.Elapsed < ReadingMax, $"{what}: {watch.Elapsed}");
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256L << 20);
        }
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var mutated = bytes.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(mutated.Count + 1);
            var length = Math.Min(random.Next(1, 40), mutated.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    mutated.RemoveRange(at, length);
                    break;
                case 1:
                    mutated.InsertRange(at, mutated.GetRange(at, length));
                    break;
                case 2:
                    mutated.InsertRange(at, Nasty[random.Next(Nasty.Length)]);
                    break;
                case 3:
                    mutated.RemoveRange(at, mutated.Count - at);
                    break;
                case 4 when length > 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 5 when mutated.Count < SampleBytesMax && random.Next(50) == 0:
                    mutated.InsertRange(at, Enumerable.Repeat((byte)"[\"( \n,"[random.Next(6)], 100_000));
                    break;
            }
        }
        return [.. mutated];
    }
}
