using System.IO.Compression;
using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests;

/// <summary>Every sample of every format, laid out and packed as real files are: the same events.</summary>
public sealed class RealWorldLayouts : IDisposable
{
    /// <summary>Formats in which the names of files say what is in them.</summary>
    private static readonly string[] WholeFolders = ["slack", "yammer", "x-archive", "activitystreams", "linkedin"];

    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private readonly Scratch _scratch = new();

    /// <summary>Every sample by itself: a file, or the files of a folder that belong together.</summary>
    public static TheoryData<string, string> SamplesByFormat =>
        [
            .. InteractionFormats.All.SelectMany(format =>
                Samples.NamesOf(format.Name).Select(name => (format.Name, name))),
        ];

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(SamplesByFormat))]
    public void A_byte_order_mark_is_no_part_of_what_is_said(string format, string name) =>
        AssertSame(format, name, bytes => bytes.AsSpan().StartsWith(Mark) ? bytes[3..] : [.. Mark, .. bytes]);

    [Theory]
    [MemberData(nameof(SamplesByFormat))]
    public void Lines_may_end_as_on_any_system(string format, string name)
    {
        AssertSame(format, name, bytes => Replace(Replace(bytes, "\r\n", "\n"), "\n", "\r\n"));
        AssertSame(format, name, bytes => Replace(bytes, "\r\n", "\n"));
    }

    [Theory]
    [MemberData(nameof(SamplesByFormat))]
    public void Empty_lines_at_the_end_are_nothing(string format, string name) =>
        AssertSame(format, name, bytes => bytes[^1] == '\n' ? [.. bytes, .. "\n\n"u8] : bytes);

    [Theory]
    [MemberData(nameof(SamplesByFormat))]
    public void A_sample_told_twice_tells_of_no_more_events(string format, string name)
    {
        var files = Samples.FilesOf(format, name);
        var again = files.Select(file => (Name: Again(file.Name), file.Bytes));
        Assert.Equal(
            Events(format, files),
            Events(format, [.. files, .. WholeFolders.Contains(format) ? [] : again]));
    }

    [Theory]
    [MemberData(nameof(SamplesByFormat))]
    public void A_sample_may_be_packed(string format, string name)
    {
        var files = Samples.FilesOf(format, name);
        var zip = _scratch.PathOf("made.zip");
        using (var archive = new ZipArchive(File.Create(zip), ZipArchiveMode.Create))
            foreach (var (entry, bytes) in files)
            {
                using var stream = archive.CreateEntry(entry).Open();
                stream.Write(bytes);
            }
        using var opened = SourceFiles.Open(zip, TestContext.Current.CancellationToken);
        Assert.Equal(Events(format, files), Events(opened, format));

        if (files.Length == 1)
        {
            var gzip = _scratch.Write(files[0].Name + ".gz", Scratch.Gzip(files[0].Bytes));
            using var packed = SourceFiles.Open(gzip, TestContext.Current.CancellationToken);
            Assert.Equal(Events(format, files), Events(packed, format));
        }
    }

    private static string Again(string name) => name.Insert(name.LastIndexOf('/') + 1, "again-");

    private static byte[] Replace(byte[] bytes, string old, string with) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace(old, with, StringComparison.Ordinal));

    /// <summary>UTF-16 as UTF-8.</summary>
    private static byte[] Narrow(byte[] bytes) =>
        bytes is [0xFF, 0xFE, ..] ? Encoding.Convert(Encoding.Unicode, Encoding.UTF8, bytes[2..]) : bytes;

    private static void AssertSame(string format, string name, Func<byte[], byte[]> lay)
    {
        var files = Samples.FilesOf(format, name);
        Assert.Equal(
            Events(format, files), Events(format, files.Select(file => (file.Name, lay(Narrow(file.Bytes))))));
    }

    private static string[] Events(string format, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var source = SourceFiles.InMemory(files);
        return Events(source, format);
    }

    private static string[] Events(SourceFiles source, string format)
    {
        var read = Samples.Read(source, format, new() { Owner = "ada.made@made.example", Mentions = true });
        Assert.NotEmpty(read.Interactions);
        return
        [
            .. read.Interactions.Zip(read.Events(), (i, told) => $"{i.EventId} {i.Channel} {told}").Distinct().Order(),
        ];
    }
}
