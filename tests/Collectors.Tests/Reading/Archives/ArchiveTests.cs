using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Reading;

/// <summary>Names in archives, and the ways in which files are packed.</summary>
public sealed class ArchiveTests : IDisposable
{
    private static readonly UnpackLimits Tight = new() { FreeBytes = 1 << 20, RatioMax = 10 };

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Backslashes_separate_folders_like_slashes() =>
        Assert.Equal(
            ["a/b.txt=1", "c/d/e.txt=2"],
            Contents(Zip(null, ("c\\d\\e.txt", "2"), ("a\\b.txt", "1"), ("f\\", ""))));

    [Theory]
    [InlineData("a\\..\\..\\up")]
    [InlineData("\\\\server\\share\\up")]
    [InlineData("\\up")]
    [InlineData("c:up")]
    public void Names_with_backslashes_that_climb_out_are_refused(string name) => Assert.Equal(
        "made.zip: the name of entry 1 leads out of the archive.", Refusal(Zip(null, (name, "x"))));

    [Fact]
    public void What_systems_put_beside_files_is_nothing()
    {
        (string, string)[] files =
        [
            ("made/a.csv", "1"), ("__MACOSX/made/._a.csv", "x"), ("made/.DS_Store", "x"), ("made/._b.csv", "x"),
            ("made/Thumbs.db", "x"), ("made/desktop.ini", "x"), (".Spotlight-V100/store.db", "x"),
            ("@eaDir/a.csv", "x"),
        ];
        Assert.Equal(["made/a.csv=1"], Contents(Zip(null, files)));
        Assert.Equal(["made/a.csv=1"], Contents(Tar("made.tar", files)));
        foreach (var (name, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_scratch.PathOf($"folder/{name}"))!);
            _scratch.Write($"folder/{name}", text);
        }
        Assert.Equal(["made/a.csv=1"], Contents(_scratch.PathOf("folder")));
        Assert.Equal("made.zip: the archive holds no file with anything in it.", Refusal(Zip(null, files[1])));
    }

    [Theory]
    [InlineData(437, "größe è caffè")]
    [InlineData(850, "größe è caffè")]
    [InlineData(850, "È ÀØ")]
    [InlineData(1252, "größe È caffè")]
    [InlineData(65001, "größe È caffè 日本")]
    public void Names_without_the_mark_of_utf8_are_read_as_what_was_written(int page, string name)
    {
        var written = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.UTF8;
        // Latin-1 writes each byte as it is, and sets no mark.
        var bytes = Encoding.Latin1.GetString(written.GetBytes($"{name}/a.txt"));
        Assert.Equal([$"{name}/a.txt=1"], Contents(Zip(Encoding.Latin1, (bytes, "1"))));
    }

    [Fact]
    public void Files_of_one_name_are_both_read()
    {
        var zip = Zip(null, ("a.csv", "1"), ("a.csv", "2"), ("a (2).csv", "3"), ("b/a.csv", "4"), ("b//./a.csv", "5"));
        Assert.Equal(["1", "2", "3", "4", "5"], Contents(zip).Select(text => text[^1..]).Order());
    }

    [Theory]
    [InlineData(false, TarEntryFormat.Ustar)]
    [InlineData(false, TarEntryFormat.Gnu)]
    [InlineData(true, TarEntryFormat.Pax)]
    [InlineData(true, TarEntryFormat.V7)]
    public void Tar_archives_are_read_packed_or_not(bool isPacked, TarEntryFormat format)
    {
        var name = new string('n', format == TarEntryFormat.V7 ? 60 : 90);
        var path = Tar(isPacked ? "made.tgz" : "made.tar", format,
            ("./z.csv", "last"), ($"b/{name}.csv", "1"), ("a.csv", "2"), ("empty", ""));
        Assert.Equal(["a.csv=2", $"b/{name}.csv=1", "z.csv=last"], Contents(path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_a_packed_tar_archive_any_file_is_opened_at_any_time()
    {
        using var files = SourceFiles.Open(
            Tar("made.tar.gz",
                [.. Enumerable.Range(0, 9).Select(i => ($"{9 - i}", new string((char)('a' + i), 70_000)))]),
            TestContext.Current.CancellationToken);
        Assert.Equal(["9", "8", "7", "6", "5", "4", "3", "2", "1"], files.Files.Select(file => file.Name));
        foreach (var i in (int[])[0, 1, 8, 3, 3, 7, 2])
            Assert.Equal(new string((char)('a' + i), 70_000), Text(files.Files[i]));
        using var first = files.Files[5].Open();
        Assert.Equal('b', Text(files.Files[1])[^1]);
        Assert.Equal('f', first.ReadByte());
        Assert.Equal('c', (char)files.Files[2].Middle[0]);
    }

    [Fact]
    public void The_later_of_two_files_of_one_name_is_what_a_tar_archive_holds() =>
        Assert.Equal(["a=2"], Contents(Tar("made.tar", ("a", "1"), ("./a", "2"))));

    [Fact]
    public void Links_in_tar_archives_lead_nowhere()
    {
        var path = _scratch.PathOf("links.tar");
        using (var tar = new TarWriter(File.Create(path)))
        {
            Add(tar, new PaxTarEntry(TarEntryType.RegularFile, "a"), "1");
            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "b") { LinkName = "/etc/passwd" });
            tar.WriteEntry(new PaxTarEntry(TarEntryType.HardLink, "c") { LinkName = "../../up" });
        }
        Assert.Equal(["a=1"], Contents(path));
    }

    [Fact]
    public void Hostile_and_damaged_tar_archives_are_refused()
    {
        Assert.Equal("made.tar: the name of entry 2 leads out of the archive.",
            Refusal(Tar("made.tar", ("a", "1"), ("../up", "x"))));
        Assert.Equal(
            "made.tgz: unpacks to more than 1 MiB, over 10 times its size; unpack it first if it is not a bomb.",
            Refusal(Tar("made.tgz", ("a", new string('0', 3 << 20))), Tight));
        var whole = File.ReadAllBytes(Tar("made.tar", ("a", new string('1', 5000)), ("b", "2")));
        Assert.Equal("cut.tar: the tar archive is damaged or incomplete.",
            Refusal(_scratch.Write("cut.tar", whole[..2000])));
        var packed = Scratch.Gzip(whole);
        Assert.Contains(
            "damaged or incomplete", Refusal(_scratch.Write("cut.tgz", packed[..^30])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('x')]
    [InlineData('L')]
    public void No_room_is_made_for_names_and_attributes_as_long_as_an_archive_states(char type)
    {
        var whole = File.ReadAllBytes(Tar("made.tar", ("a", "1")));
        whole[156] = (byte)type;
        "10000000000\0"u8.CopyTo(whole.AsSpan(124));
        "        "u8.CopyTo(whole.AsSpan(148));
        Encoding.ASCII.GetBytes(Convert.ToString(whole.Take(512).Sum(b => b), 8) + " ").CopyTo(whole, 148);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("is damaged or incomplete", Refusal(_scratch.Write("long.tar", whole)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    [Fact]
    public void A_gzip_file_of_several_members_is_read_to_its_end()
    {
        byte[] several =
            [.. Scratch.Gzip("one,"), .. Scratch.Gzip(Long), .. Scratch.Gzip(""), .. Scratch.Gzip("three")];
        Assert.Equal([$"a.gz=one,{Long}three"], Contents(_scratch.Write("a.gz", several)));
        byte[] emptyEnd = [.. Scratch.Gzip("one,"), .. Scratch.Gzip("")];
        Assert.Equal(["b.gz=one,"], Contents(_scratch.Write("b.gz", emptyEnd)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(300)]
    public void A_gzip_file_whose_last_member_is_cut_off_is_refused(int cut)
    {
        byte[] several = [.. Scratch.Gzip("one,"), .. Scratch.Gzip("two,"), .. Scratch.Gzip(Long)];
        Assert.Equal("a.gz: the gzip file is damaged or incomplete; unpack it first.",
            Refusal(_scratch.Write("a.gz", several[..^cut])));
    }

    [Theory]
    [InlineData("7z\u00BC\u00AF\u0027\u001C..", "a 7z archive, which is not read; unpack it")]
    [InlineData("Rar!\u001A\u0007\u0001", "a RAR archive, which is not read; unpack it")]
    [InlineData("BZh61AY&SY", "packed by bzip2, which is not read; unpack it (bunzip2)")]
    [InlineData("\u0028\u00B5\u002F\u00FD", "packed by Zstandard")]
    [InlineData("\u00FD7zXZ\0", "packed by xz")]
    [InlineData("PK\u0007\u0008PK\u0003\u0004", "a part of a ZIP archive in several parts, which is not read; join")]
    [InlineData("!BDN....", "an Outlook data file (.pst, .ost), which is not read; export the mailbox")]
    [InlineData("BEGIN:VCALENDAR\r\n", "a calendar (.ics), which is not read; export it as CSV")]
    public void Other_ways_of_packing_are_refused_by_name(string begin, string told) => Assert.StartsWith(
        $"made.bin: it is {told}", Refusal(_scratch.Write("made.bin", Encoding.Latin1.GetBytes(begin))),
        StringComparison.Ordinal);

    [Fact]
    public void Words_are_found_in_any_unicode_and_marks_are_no_part_of_them()
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("From,È")];
            using var marked = SourceFiles.InMemory([("a", bytes)]);
            Assert.Equal("From,È", marked.Files[0].HeadText);
            using var unmarked = SourceFiles.InMemory([("a", encoding.GetBytes("From,To,At"))]);
            Assert.Equal("From,To,At", unmarked.Files[0].HeadText);
        }
    }

    /// <summary>Text that hardly packs, so that a part of a file is a part of it.</summary>
    private static string Long { get; } = string.Concat(Enumerable.Range(0, 9000).Select(i => $"{i * 7919 % 9973},"));

    private string Zip(Encoding? names, params (string Name, string Text)[] files)
    {
        var path = _scratch.PathOf("made.zip");
        File.Delete(path);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create, names);
        foreach (var (name, text) in files)
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }
        return path;
    }

    private string Tar(string name, params (string Name, string Text)[] files) => Tar(name, TarEntryFormat.Pax, files);

    private string Tar(string name, TarEntryFormat format, params (string Name, string Text)[] files)
    {
        var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, format, leaveOpen: true))
            foreach (var (entry, text) in files)
                Add(tar, format switch
                {
                    TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, entry),
                    TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, entry),
                    TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, entry),
                    _ => new PaxTarEntry(TarEntryType.RegularFile, entry),
                }, text);
        return _scratch.Write(name, name.EndsWith(".tar", StringComparison.Ordinal)
            ? bytes.ToArray() : Scratch.Gzip(bytes.ToArray()));
    }

    private static void Add(TarWriter tar, TarEntry entry, string text)
    {
        entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        tar.WriteEntry(entry);
    }

    private static string[] Contents(string path, UnpackLimits? limits = null)
    {
        using var files = SourceFiles.Open(path, limits ?? UnpackLimits.Default, TestContext.Current.CancellationToken);
        return [.. files.Files.Select(file => $"{file.Name}={Text(file)}")];
    }

    private static string Text(SourceFile file)
    {
        using var text = new StreamReader(file.Open());
        return text.ReadToEnd();
    }

    private static string Refusal(string path, UnpackLimits? limits = null) =>
        Assert.Throws<InputException>(() => Contents(path, limits)).Message;
}
