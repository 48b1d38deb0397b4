using System.Formats.Tar;
using System.Text;
using InfluencerMap.Collectors;
using static InfluencerMap.Tests.Sources.MadeMail;

namespace InfluencerMap.Tests;

/// <summary>
/// Work grows with the length of what is read, whatever marks it is made of. The inputs are read in less than a second,
/// and would take from ten minutes to days if a search started again at each mark; so the limit of time decides
/// nothing but when a test that fails ends.
/// </summary>
public sealed class GrowingInputs
{
    private const int HeaderBytes = 900_000;
    private const int Mails = 8;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static TheoryData<string, string, string> Fields => new()
    {
        { "From", ",", " <ada@made.example>" }, { "From", "a,", " <ada@made.example>" },
        { "To", "a,", " <ben@made.example>" }, { "To", "a at b,", " <ben@made.example>" },
        { "To", "( ", "" }, { "To", "(", " at made.example" }, { "To", "\"", "" },
        { "To", "\",", " <ben@made.example>" },
        { "To", "<", "" }, { "To", "=?", "" }, { "To", "=?a?q?", "" }, { "To", "@", "" }, { "To", "[at] ", "" },
        { "To", "\\", "\"" }, { "To", "\n ", "" }, { "To", ";", "" }, { "To", ":", "" }, { "To", "&#64;", "" },
        { "Cc", "=?x?q?\u00FF?= ", "" }, { "Received", "x;", "" }, { "X-Gmail-Labels", "=?utf-8?q?a?=", "" },
        { "Content-Type", "multipart/mixed; a", "" }, { "Reply-To", "b@made.example, ", "" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public Task A_field_of_many_marks_is_read_once(string field, string mark, string end)
    {
        var whole = $"{field}: {Repeat(mark, HeaderBytes - 1_000)}{end}\n";
        var mail = Separator + (field == "From" ? "" : "From: ada@made.example\n")
            + $"{whole}To: cleo@made.example\nDate: 2 Nov 2026 10:00 GMT\n\nhello\n\n";
        return EndsAsync(() => Assert.Contains("cleo", Read("a.mbox", Repeat(mail, Mails * mail.Length)).Recipients()));
    }

    [Theory]
    [InlineData("From a 10:00 2026\n")]
    [InlineData("From a Mon Nov  2 10:00:00 2026\n")]
    [InlineData("\nFrom a 10:00 2026\nX: y\n x\n")]
    public Task Lines_that_may_begin_mails_are_looked_at_once(string lines) => EndsAsync(() =>
        Assert.StartsWith("ben", Read("a.mbox", Separator + To("ben") + Repeat(lines, 24 << 20)).Recipients()));

    [Fact]
    public Task Of_many_addresses_that_may_be_the_author_of_a_lists_mail_the_first_ones_are_looked_at()
    {
        var list = $"Mailing-List: {Repeat("b@made.example, ", HeaderBytes / 2)}ada@made.example\n";
        var mail = Separator + Of("From: ada@made.example", $"{list}Reply-To: "
            + Repeat("ada@made.example, ", (HeaderBytes / 2) - 1_000), "To: ben@made.example",
            "Date: 2 Nov 2026 10:00 GMT");
        return EndsAsync(() => Assert.Equal(Mails, Read("a.mbox", Repeat(mail, Mails * mail.Length)).Report.RowsRead));
    }

    [Theory]
    [InlineData("1-")]
    [InlineData("1:")]
    [InlineData("2-Nov-")]
    [InlineData("10:00a10:00a")]
    public void A_date_of_any_length_is_no_date_and_ends_nothing(string part)
    {
        var read = Read("a.eml", Of(
            "From: ada@made.example", "To: ben@made.example", $"Date: {Repeat(part, HeaderBytes - 1_000)}",
            "Received: from x by y; 2 Nov 2026 10:00 GMT"));
        Assert.Equal(["ada@made.example>ben@made.example"], read.Pairs());
        Assert.Equal(1, read.Report.ClocksCorrected);
    }

    [Fact]
    public Task A_header_that_comes_in_small_pieces_is_read_once()
    {
        var mail = Separator + To("ben", Repeat("a:\n", HeaderBytes));
        var bytes = Encoding.UTF8.GetBytes(Repeat(mail, 16 * mail.Length));
        return EndsAsync(() =>
        {
            var mails = new MailStream(new SmallPieces(bytes), "a.mbox", isMbox: true);
            while (mails.Next())
                Assert.True(mails.Header.Has(MailField.To));
            Assert.Equal(16, mails.Number);
        });
    }

    [Fact]
    public Task An_item_that_comes_in_small_pieces_is_read_once()
    {
        var bytes = Encoding.UTF8.GetBytes($"[[{Repeat("1,", 12 << 20)}1]]");
        return EndsAsync(() =>
        {
            using var items = new JsonItems(new SmallPieces(bytes), "a.json");
            Assert.True(items.Next(out _));
            Assert.False(items.Next(out _));
        });
    }

    /// <summary>The mark, the end of the cell and how many addresses it names.</summary>
    [Theory]
    [InlineData(",", "a@made.example", 1)]
    [InlineData("a,", "a@made.example", 450_001)]
    [InlineData("a,", " <a@made.example>", 1)]
    [InlineData("(", ",a@made.example", 2)]
    [InlineData("(", ") a@made.example", 1)]
    [InlineData("<,", "a@made.example", 1)]
    [InlineData("a@made.example,", "", 60_000)]
    public Task A_cell_of_many_marks_is_read_once(string mark, string end, int count) => EndsAsync(() =>
    {
        var cell = new AddressCell(Encoding.UTF8.GetBytes(Repeat(mark, HeaderBytes) + end));
        var found = 0;
        while (cell.Next(out _))
            found++;
        Assert.Equal(count, found);
    });

    [Fact]
    public Task A_cell_of_many_names_before_an_address_is_split_once() => EndsAsync(() =>
        Assert.EndsWith("a@made.example",
            Assert.Single(HandleCells.PartsOf(Repeat("a,", 8 << 20) + "a@made.example"))));

    [Theory]
    [InlineData("to")]
    [InlineData("destinatari")]
    public Task Of_many_columns_of_one_meaning_a_few_are_named(string heading) => EndsAsync(() =>
    {
        var table = $"from,at{Repeat($",{heading}", 900_000)}\n";
        var refusal = Assert.Throws<InputException>(() => Read("a.csv", table, "csv"));
        Assert.InRange(refusal.Message.Length, 10, 300);
        Assert.Contains("more", refusal.Message);
    });

    [Fact]
    public Task A_header_that_ends_in_many_delimiters_and_comes_again_is_compared_by_its_columns()
    {
        var rows = Repeat("from,to,at\n", 4 << 20) + "a@made.example,b@made.example,2026-11-02\n";
        return EndsAsync(() => Assert.Single(
            Read("a.csv", $"from,to,at{new string(',', HeaderBytes)}\n{rows}", "csv").Interactions));
    }

    /// <summary>A table whose dates leave open what is the day is looked through before it is read.</summary>
    [Fact]
    public void Files_of_a_packed_archive_that_are_read_twice_do_not_unpack_it_for_each()
    {
        var packed = new MemoryStream();
        using (var tar = new TarWriter(packed, leaveOpen: true))
            for (var i = 0; i < 50; i++)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"{i}.csv")
                {
                    DataStream = new MemoryStream(new byte[5_000]),
                });
        var opened = 0;
        using var archive = new TarArchive("a.tgz", isPacked: true, Open, TestContext.Current.CancellationToken);
        foreach (var file in archive.Files())
        {
            using var once = file.Open();
            Assert.Equal(0, once.ReadByte());
            using (var again = file.Open())
                again.CopyTo(Stream.Null);
            once.CopyTo(Stream.Null);
        }
        Assert.InRange(opened, 1, 4);

        Stream Open()
        {
            opened++;
            return new MemoryStream(packed.ToArray(), writable: false);
        }
    }

    [Fact]
    public void What_a_header_says_of_its_body_is_no_longer_asked_once_too_much_was_looked_at_in_vain()
    {
        var header = Encoding.UTF8.GetBytes("Content-Type: multipart/mixed; boundary=b\n\n");
        var fields = new MailHeader();
        Assert.Equal(header.Length, fields.Read(header, isAll: true, isMbox: false));
        var body = new MailBody();
        body.Begin(0, fields, header);
        for (var i = 0; i < 100; i++)
        {
            body.Count(isRight: true, 0);
            body.Count(isRight: true, 0);
            body.Count(isRight: false, MailBody.BytesMax);
        }
        Assert.True(body.Boundary.IsEmpty);
        body.Begin(1L << 30, fields, header);
        Assert.Equal("b"u8, body.Boundary);
    }

    private static string Repeat(string part, int length) =>
        string.Concat(Enumerable.Repeat(part, (length + part.Length - 1) / part.Length));

    private static Task EndsAsync(Action read) =>
        Task.Run(read, TestContext.Current.CancellationToken).WaitAsync(Limit, TestContext.Current.CancellationToken);

    /// <summary>Gives a few bytes at a time, as streams that unpack may.</summary>
    private sealed class SmallPieces(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, 16));
    }
}
