using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Reading;

/// <summary>Files, folders and archives that people bring, and those that mean harm.</summary>
public sealed class SourceFilesTests : IDisposable
{
    private static readonly UnpackLimits Tight = new() { FreeBytes = 1 << 20, RatioMax = 10 };

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Folder_archive_and_file_give_the_same_files()
    {
        var folder = _scratch.PathOf("folder");
        Directory.CreateDirectory(Path.Combine(folder, "b"));
        File.WriteAllText(Path.Combine(folder, "b", "x.txt"), "inside");
        File.WriteAllText(Path.Combine(folder, "B.txt"), "top");
        File.WriteAllText(Path.Combine(folder, "empty.txt"), "");
        File.WriteAllBytes(Path.Combine(folder, "a.gz"), Scratch.Gzip("packed"));
        Assert.Equal(["B.txt=top", "a.gz=packed", "b/x.txt=inside"], Contents(folder));

        var zip = Zip("z.zip", ("b/", ""), ("b/x.txt", "inside"), ("B.txt", "top"), ("empty.txt", ""));
        Assert.Equal(["B.txt=top", "b/x.txt=inside"], Contents(zip));
        Assert.Equal(["one.csv=alone"], Contents(_scratch.Write("one.csv", "alone")));
        Assert.Equal(["gzip without the name=packed"],
            Contents(_scratch.Write("gzip without the name", Scratch.Gzip("packed"))));
    }

    [Theory]
    [InlineData("../up.csv")]
    [InlineData("a/../../up.csv")]
    [InlineData("/etc/up.csv")]
    [InlineData("C:/up.csv")]
    [InlineData("..\\up.csv")]
    public void Archive_whose_names_climb_out_is_refused(string name) =>
        Assert.Equal("z.zip: the name of entry 2 leads out of the archive.",
            Refusal(Zip("z.zip", ("fine.csv", "x"), (name, "x"))));

    [Fact]
    public void Link_that_leads_out_of_a_folder_is_refused_and_one_inside_is_read_once()
    {
        var folder = Directory.CreateDirectory(_scratch.PathOf("linked")).FullName;
        var outside = _scratch.Write("outside.csv", "secret");
        File.WriteAllText(Path.Combine(folder, "a.csv"), "a");
        File.CreateSymbolicLink(Path.Combine(folder, "b.csv"), Path.Combine(folder, "a.csv"));
        Assert.Equal(["a.csv=a"], Contents(folder));
        File.CreateSymbolicLink(Path.Combine(folder, "c.csv"), outside);
        Assert.Equal(
            "linked: c.csv is a link that leads out of the folder; remove it, and import by itself what it leads to.",
            Refusal(folder));
    }

    [Fact]
    public void Links_to_nothing_and_to_themselves_are_left_out()
    {
        var folder = Directory.CreateDirectory(_scratch.PathOf("profile")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.csv"), "a");
        // Thunderbird and Firefox write it while they run: the machine's address and the number of the process.
        File.CreateSymbolicLink(Path.Combine(folder, "lock"), "127.0.1.1:+12345");
        File.CreateSymbolicLink(Path.Combine(folder, "gone"), "/no such folder/b.csv");
        File.CreateSymbolicLink(Path.Combine(folder, "round"), "round");
        Directory.CreateSymbolicLink(Path.Combine(folder, "self"), ".");
        Assert.Equal(["a.csv=a"], Contents(folder));
        Assert.Equal(["a.csv=a"], Contents(folder + Path.DirectorySeparatorChar));
    }

    [Fact]
    public void Bombs_are_refused_when_they_unpack_to_too_much()
    {
        var zeros = new string('0', 3 << 20);
        const string tooMuch =
            "unpacks to more than 1 MiB, over 10 times its size; unpack it first if it is not a bomb.";
        Assert.Equal($"z.zip: {tooMuch}", ReadRefusal(Zip("z.zip", ("a", zeros))));
        Assert.Equal($"a.gz: {tooMuch}", ReadRefusal(_scratch.Write("a.gz", Scratch.Gzip(zeros))));
        var half = new string('0', 700_000);
        Assert.Equal($"two.zip: {tooMuch}", ReadRefusal(Zip("two.zip", ("a", half), ("b", half))));
    }

    [Fact]
    public void Reading_a_file_twice_is_no_bomb()
    {
        using var files = SourceFiles.Open(
            Zip("z.zip", ("a", new string('0', 700_000))), Tight, TestContext.Current.CancellationToken);
        for (var i = 0; i < 3; i++)
            Assert.Equal(700_000, Text(files.Files[0]).Length);
    }

    [Fact]
    public void Damaged_archives_are_told()
    {
        var whole = File.ReadAllBytes(Zip("z.zip", ("a.csv", new string('a', 5000) + "b"), ("b.csv", "2")));
        Assert.Equal("z.zip: the ZIP archive is damaged or incomplete.",
            Refusal(_scratch.Write("z.zip", whole[..^30])));
        for (var at = 35; at < 50; at++)
            whole[at] ^= 0x55;
        Assert.Equal("a.csv: the packed data are damaged or incomplete; unpack them first.",
            ReadRefusal(_scratch.Write("z.zip", whole)));
    }

    [Fact]
    public void Data_that_unpack_to_other_bytes_than_were_packed_are_refused_at_their_end()
    {
        // Stored, not packed: nothing but the checksum tells that a byte is another one.
        var whole = Zip("z.zip", CompressionLevel.NoCompression, ("a.csv", "from,to\nada,ben\n"));
        Assert.Equal(["a.csv=from,to\nada,ben\n"], Contents(whole));
        var bytes = File.ReadAllBytes(whole);
        bytes[bytes.AsSpan().IndexOf("ben"u8)] ^= 1;
        Assert.Equal("a.csv: the packed data are damaged or incomplete; unpack them first.",
            ReadRefusal(_scratch.Write("z.zip", bytes)));
    }

    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void A_checksum_is_the_same_however_the_bytes_arrive(string text, uint expected)
    {
        for (var step = 1; step < 20; step++)
        {
            var checksum = new Checksum();
            foreach (var part in Encoding.ASCII.GetBytes(text).Chunk(step))
                checksum.Add(part);
            Assert.Equal(expected, checksum.Value);
        }
    }

    [Fact]
    public void What_is_named_like_gzip_and_was_unpacked_already_is_read_as_it_is()
    {
        Assert.Equal(["2026-November.txt.gz=From ada at firm.example"],
            Contents(_scratch.Write("2026-November.txt.gz", "From ada at firm.example")));
        Assert.Equal("a.gz: the gzip file is damaged or incomplete; unpack it first.",
            Refusal(_scratch.Write("a.gz", Scratch.Gzip("packed")[1..])));
    }

    [Fact]
    public async Task A_pipe_is_refused_and_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such pipes");
        var pipe = _scratch.PathOf("pipe");
        using (var made = Process.Start("mkfifo", pipe))
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        // A shell gives a link to a pipe where it puts what a command writes in the place of a file.
        File.CreateSymbolicLink(_scratch.PathOf("63"), pipe);
        foreach (var name in (string[])["pipe", "63"])
            Assert.Equal(
                $"{name}: it is a pipe or a device; save what it gives as a file first.",
                await Task.Run(() => Refusal(_scratch.PathOf(name)), TestContext.Current.CancellationToken)
                    .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Empty_folders_and_archives_are_told()
    {
        Directory.CreateDirectory(_scratch.PathOf("nothing/inside"));
        Assert.Equal("nothing: the folder holds no file with anything in it.", Refusal(_scratch.PathOf("nothing")));
        Assert.Equal("z.zip: the archive holds no file with anything in it.", Refusal(Zip("z.zip", ("a", ""))));
        Assert.Equal("none: there is no such file.", Refusal(_scratch.PathOf("none")));
    }

    [Fact]
    public async Task Hash_of_a_folder_depends_on_names_and_contents_alone()
    {
        async Task<string> HashAsync(string folder, params (string Name, string Text)[] files)
        {
            Directory.CreateDirectory(_scratch.PathOf(folder));
            foreach (var (name, text) in files)
                _scratch.Write($"{folder}/{name}", text);
            return await SourceFiles.Sha256Async(_scratch.PathOf(folder), TestContext.Current.CancellationToken);
        }

        var first = await HashAsync("one", ("a", "1"), ("b", "2"));
        Assert.Equal(first, await HashAsync("two", ("b", "2"), ("a", "1")));
        Assert.NotEqual(first, await HashAsync("three", ("a", "2"), ("b", "1")));
        Assert.NotEqual(first, await HashAsync("four", ("a", "1"), ("c", "2")));
    }

    private static string[] Contents(string path)
    {
        using var files = SourceFiles.Open(path);
        return [.. files.Files.Select(file => $"{file.Name}={Text(file)}")];
    }

    private static string Text(SourceFile file)
    {
        using var text = new StreamReader(file.Open());
        return text.ReadToEnd();
    }

    private static string Refusal(string path) => Assert.Throws<InputException>(() => Contents(path)).Message;

    private static string ReadRefusal(string path)
    {
        using var files = SourceFiles.Open(path, Tight, TestContext.Current.CancellationToken);
        return Assert.Throws<InputException>(() => files.Files.Sum(file => Text(file).Length)).Message;
    }

    private string Zip(string name, params (string Name, string Text)[] entries) =>
        Zip(name, CompressionLevel.Optimal, entries);

    private string Zip(string name, CompressionLevel level, params (string Name, string Text)[] entries)
    {
        using (var zip = new ZipArchive(File.Create(_scratch.PathOf(name)), ZipArchiveMode.Create))
            foreach (var (entry, text) in entries)
            {
                using var stream = zip.CreateEntry(entry, level).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        return _scratch.PathOf(name);
    }
}
