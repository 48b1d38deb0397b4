using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteFreeText() : FreeTextContract(new SqliteFile());

public sealed class SqlServerFreeText() : FreeTextContract(new ServerDatabase());

/// <summary>What people wrote in their own words may name anybody: an erasure takes the person out of it.</summary>
public abstract class FreeTextContract(StorePlace place) : IDisposable
{
    private static readonly string[] Words = ["Made Two", "2@made.example", "key-2"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_text_that_people_wrote_keeps_all_but_the_person()
    {
        await using var store = await WriteAsync(
            "asked by Made Two (made two), 2@MADE.example, key-2; 2%40made.example");
        Assert.Equal(8, (await FindAsync("asked by")).Length);

        await MadeTwo.EraseAsync(place, store, 2);

        foreach (var word in Words)
            Assert.Empty(await FindAsync(word));
        Assert.All(
            await FindAsync("asked by"), text => Assert.Equal(
                "asked by (erased) ((erased)), (erased), (erased); (erased)", text));
        Assert.Equal(8, (await FindAsync("asked by")).Length);
    }

    [Fact]
    public async Task Words_that_only_look_like_the_person_stay()
    {
        const string Text = "asked by Made Twofold, 12@made.example.org and room 2, key-22";
        await using var store = await WriteAsync(Text);

        await MadeTwo.EraseAsync(place, store, 2);

        Assert.Equal(Enumerable.Repeat(Text, 8), await FindAsync("asked by"));
    }

    [Fact]
    public async Task Text_that_is_a_short_id_alone_is_the_person()
    {
        await using var store = await WriteAsync("2");

        await MadeTwo.EraseAsync(place, store, 2);

        Assert.Equal(8, (await FindAsync("(erased)")).Length);
    }

    [Theory]
    [InlineData("2@made.example.mbox", "(erased).mbox")]
    [InlineData("mail of 2@MADE.example.mbox.gz", "mail of (erased).mbox.gz")]
    [InlineData("Key-2 and [2@made.example]", "(erased) and [(erased)]")]
    [InlineData("12@made.example.mbox", "12@made.example.mbox")]
    public async Task File_that_is_imported_after_the_erasure_is_on_record_without_the_person(
        string file, string recorded)
    {
        await using var store = await MadeTwo.FillAsync(place);
        await MadeTwo.EraseAsync(place, store, 2);

        await store.Interactions.AppendAsync(
            Made.Stream(Made.Mail(1, 3, 7)), () => [], _ => Task.FromResult(Import with { FileName = file }),
            Cancellation);

        Assert.Equal(recorded, Assert.Single(await store.Interactions.ImportsAsync(Cancellation)).FileName);
    }

    [Fact]
    public async Task Versions_of_texts_and_numbers_of_agreements_stay_as_others_agreed_to_them()
    {
        await using var store = await WriteAsync("asked by nobody");
        await store.People.SaveAsync([Made.Entry("2026")], Cancellation);
        var person = (await store.People.FindAsync("2026", Cancellation))!.Value;

        await MadeTwo.EraseAsync(place, store, person.Value);

        Assert.Equal("2026-1", (await store.Consents.HistoryAsync(new(1), Cancellation))[^1].TextVersion);
        Assert.Equal("12/2026", Assert.Single(await store.Retention.AgreementsAsync(Cancellation)).Number);
    }

    /// <summary>A store in which each place that takes free text holds this one.</summary>
    private async Task<Store> WriteAsync(string text)
    {
        var store = await MadeTwo.FillAsync(place);
        await store.Interactions.AppendAsync(
            Made.Stream(Made.Mail(1, 3, 7)), () => [],
            appended => Task.FromResult(Import with { FileName = text, RowsStored = appended.Stored }), Cancellation);
        await store.NamedViews.RequestAsync("caller", "changeSupport", text, Made.Noon, Cancellation);
        await store.Identities.DeclareDomainAsync("made.test", new() { Who = text, At = Made.Noon }, Cancellation);
        var three = (await store.Interactions.AccountsAsync(Cancellation)).Single(account => account.Handle == "3").Id;
        await store.Cursors.AdvanceAsync(
            new()
            {
                Source = "groups",
                At = Made.Noon,
                Groups = [new GroupChange { Account = three, Name = text, IsWhole = true, Joined = [] }],
                Cursors = new Dictionary<string, string?>(),
            },
            Cancellation);
        await store.Retention.RecordAsync(Agreement with { EnteredBy = text }, Cancellation);
        await store.Retention.SetAsync(
            new("it-IT", null) { AggregateDays = 60, AggregateReason = text }, text, Made.Noon, Cancellation);
        await store.Consents.RecordAsync([Objection with { Channel = text }], Cancellation);
        return store;
    }

    /// <summary>Cells that hold the words, in any table.</summary>
    private async Task<string[]> FindAsync(string words)
    {
        var found = new List<string>();
        foreach (var table in await place.ExecuteAsync(place.ListTables))
            found.AddRange((await place.CellsAsync($"SELECT * FROM {table}")).Select(cell => cell.Text)
                .Where(text => text.Contains(words, StringComparison.OrdinalIgnoreCase)));
        return [.. found];
    }

    private static ImportRecord Import => new()
    {
        At = Made.Noon,
        FileName = "",
        Format = "mbox",
        Sha256 = "",
        RowsRead = 1,
        RowsStored = 1,
        RowsAlreadyThere = 0,
        RowsToOneself = 0,
        RowsBad = 0,
    };

    private static Agreement Agreement => new()
    {
        Kind = AgreementKind.UnionAgreement,
        Number = "12/2026",
        Date = new(2026, 1, 1),
        MaxDays = 60,
        Expires = new(2028, 1, 1),
        EnteredBy = "",
        EnteredAt = Made.Noon,
    };

    /// <summary>Of somebody else.</summary>
    private static ConsentRecord Objection => new()
    {
        PersonId = new(1),
        State = ConsentState.Excluded,
        TextVersion = "2026-1",
        At = Made.Noon,
        Channel = "",
        RecordedBy = "operator",
        RecordedAt = Made.Noon,
    };
}
