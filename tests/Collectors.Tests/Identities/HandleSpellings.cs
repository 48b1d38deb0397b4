using System.Text;
using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests.Identities;

/// <summary>One address in its many spellings is one handle, and what is no address is none.</summary>
public sealed class HandleSpellings : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("smtp:ada@made.example")]
    [InlineData("SMTP:Ada@made.example")]
    [InlineData("sip:ada@made.example")]
    [InlineData("mailto:ada@made.example")]
    [InlineData("mailto:ada@made.example?subject=x")]
    [InlineData("<ada@made.example>")]
    [InlineData("ada@made.example>")]
    [InlineData("ada@made.example.")]
    [InlineData("ada@made.example;")]
    [InlineData("'ada@made.example'")]
    [InlineData("\"ada@made.example\"")]
    [InlineData("\"ada\"@made.example")]
    [InlineData("Ada Example <ada@made.example>")]
    [InlineData("\"Example, Ada\" <ada@made.example>")]
    [InlineData("Ada <mailto:ada@made.example>")]
    public void An_address_is_one_however_it_is_written(string text) => AssertHandle("ada@made.example", text);

    [Theory]
    [InlineData("ada@müller.example", "ada@xn--mller-kva.example")]
    [InlineData("ADA@MÜLLER.example", "ada@xn--mller-kva.example")]
    [InlineData("ada@mu\u0308ller.example", "ada@xn--mller-kva.example")]
    [InlineData("ada@xn--mller-kva.example", "ada@xn--mller-kva.example")]
    public void A_domain_is_one_in_its_own_letters_and_in_punycode(string text, string handle) =>
        AssertHandle(handle, text);

    [Theory]
    [InlineData("\"<ben@made.example>\"@made.example", "\"<ben@made.example>\"@made.example")]
    [InlineData("ada.\"<ben@made.example>\"@made.example", "ada.\"<ben@made.example>\"@made.example")]
    [InlineData("smtp:\"<ben@made.example>\"@made.example", "\"<ben@made.example>\"@made.example")]
    [InlineData("Ada.\"The First\"@made.example", "ada.\"the first\"@made.example")]
    [InlineData("\"the first\".ada@made.example", "\"the first\".ada@made.example")]
    [InlineData("a.\"b\".c@made.example", "a.b.c@made.example")]
    [InlineData("\"a.b\".\"c\"@made.example.", "a.b.c@made.example")]
    [InlineData("\"a b.\".\".x y\"@made.example", "\"a b.\".\".x y\"@made.example")]
    public void Words_in_quotes_are_of_the_address_and_quotes_without_need_are_not(string text, string handle) =>
        AssertHandle(handle, text);

    [Theory]
    [InlineData("X500:/o=Made/ou=Exchange/cn=Recipients/cn=ada")]
    [InlineData("x400:c=it;a= ;p=made;o=exchange;s=ada;")]
    [InlineData("EUM:100;phone-context=made.example")]
    [InlineData("SPO:SPO_1@SPO_2")]
    [InlineData("System.String[]")]
    [InlineData("[object Object]")]
    [InlineData("ada@made.example, ben@made.example")]
    [InlineData("ada@made.example ben@made.example")]
    [InlineData("ada@@made.example")]
    [InlineData("ada@")]
    [InlineData("ada example@made example")]
    public void What_holds_an_at_and_is_no_address_is_no_handle(string text)
    {
        Assert.Null(Handle.Normalise(text));
        Assert.False(Handle.TryNormalise(Encoding.UTF8.GetBytes(text), new char[Handle.LengthMax], out _));
    }

    [Theory]
    [InlineData("E7")]
    [InlineData("0005")]
    [InlineData("ada.example")]
    [InlineData("Ada Example")]
    [InlineData("slack:U12")]
    [InlineData("x:123")]
    [InlineData("@made.example")]
    [InlineData("@ada@made.example")]
    [InlineData("https://made.example/@ada")]
    [InlineData("/o=made/cn=ada")]
    [InlineData("o'brien+news@made.example")]
    [InlineData("\"ada example\"@made.example")]
    [InlineData("ada@[10.0.0.1]")]
    [InlineData("né")]
    public void Plain_handles_stay_as_they_were(string text) => AssertHandle(text.ToLowerInvariant(), text);

    [Fact]
    public void Accounts_of_an_earlier_spelling_are_found_by_todays()
    {
        var accounts = new AccountDirectory([new(new(1), "smtp:ada@made.example"), new(new(2), "ben@müller.example")]);
        Assert.Equal((new AccountId(1), new(2)), (accounts.Resolve("Ada@made.example"), accounts.Resolve(
            "ben@xn--mller-kva.example")));
        Assert.Empty(accounts.Added);
    }

    [Theory]
    [InlineData("SMTP:ada@made.example;smtp:a.example@made.example;X500:/o=Made/cn=ada;sip:ada@made.example")]
    [InlineData("SMTP:ada@made.example smtp:a.example@made.example X500:/o=Made/cn=ada")]
    [InlineData("\"{SMTP:ada@made.example, smtp:a.example@made.example, X500:/o=Made/cn=ada}\"")]
    [InlineData("\"ada@made.example, a.example@made.example\"")]
    [InlineData("ada@made.example|a.example@made.example")]
    [InlineData("\"\"\"Example, Ada\"\" <ada@made.example>, <a.example@made.example>\"")]
    public async Task Aliases_are_taken_apart_as_directories_join_them(string cell)
    {
        var read = await Scratch.PeopleAsync(_scratch.Write("people.csv", $"id\taliases\nE1\t{cell}\n"));
        Assert.Equal(["ada@made.example", "a.example@made.example"], Assert.Single(read.Entries).Handles);
        Assert.Equal(cell.Contains("X500") ? 1 : 0, read.Report.Dropped.Values.Sum());
    }

    [Fact]
    public async Task Cells_that_hold_no_address_are_set_aside_and_counted()
    {
        var read = await Scratch.PeopleAsync(_scratch.Write(
            "people.csv", "id,email,aliases\nE1,n/a,System.String[]\nE2,n/a,ben\nE3,c@made.example,\n"));
        Assert.Equal([[], ["ben"], ["c@made.example"]], read.Entries.Select(entry => entry.Handles));
        Assert.Equal(2, read.Report.Dropped["e-mail cells that hold no address"]);
        Assert.Equal(1, read.Report.Dropped["aliases that are no handles"]);
        Assert.Equal(3, read.Report.RowsGiven);
    }

    private static void AssertHandle(string expected, string text)
    {
        Assert.Equal(expected, Handle.Normalise(text));
        Assert.Equal(expected, Handle.Normalise(expected));
        var buffer = new char[Handle.LengthMax];
        Assert.True(Handle.TryNormalise(Encoding.UTF8.GetBytes(text), buffer, out var length));
        Assert.Equal(expected, buffer.AsSpan(0, length).ToString());
    }
}
