using System.Text;
using InfluencerMap.Collectors;
using static InfluencerMap.Tests.Sources.MadeMail;

namespace InfluencerMap.Tests.Sources;

/// <summary>Addresses not written as the standard has them; a dash stands for one that cannot be read.</summary>
public sealed class MailAddressTests
{
    [Theory]
    [InlineData("Made, Inc. <a@x.example>", "a@x.example")]
    [InlineData("Doe, Ben - Bonn, NW <b@x.example>, Roe, Cleo <c@x.example>", "b@x.example c@x.example")]
    [InlineData("a@x.example, Doe, Ben <b@x.example>", "a@x.example b@x.example")]
    [InlineData("root, a@x.example", "- a@x.example")]
    [InlineData("\"Ada \"One, two\" Made\" <a@x.example>", "a@x.example")]
    [InlineData("\"Ada \"One\" <a@x.example>, \"Ben\" <b@x.example>", "a@x.example b@x.example")]
    [InlineData("=?iso-8859-1?Q?L=DF=2C_Ada?= <a@x.example>", "a@x.example")]
    [InlineData("=?UTF-8?B?QWRhIDxhQHguZXhhbXBsZT4=?=", "a@x.example")]
    [InlineData("=?utf-8?q?a=40x=2Eexample?=", "a@x.example")]
    [InlineData("=?utf-8?q?a@x.example?=", "a@x.example")]
    [InlineData("=?utf-8?q?Ada?= =?utf-8?q?Made?=", "-")]
    public void Names_may_hold_commas_quotes_and_codes(string list, string expected) => AssertRead(expected, list);

    [Theory]
    [InlineData("smtp:a@x.example", "a@x.example")]
    [InlineData("<SMTP:a@x.example>", "a@x.example")]
    [InlineData("<mailto:a@x.example>", "a@x.example")]
    [InlineData("mailto:a@x.example?subject=words", "a@x.example")]
    [InlineData("Ada [mailto:a@x.example]", "a@x.example")]
    [InlineData("Ada [a@x.example]", "a@x.example")]
    [InlineData("[LIST] Ada <a@x.example>", "a@x.example")]
    [InlineData("'a@x.example'", "a@x.example")]
    [InlineData("\"a@x.example\"", "a@x.example")]
    [InlineData("\"'a@x.example'\" <a@x.example>", "a@x.example")]
    [InlineData("<<a@x.example>>", "a@x.example")]
    [InlineData("a@x.example>", "a@x.example")]
    [InlineData("a@x.example.", "a@x.example")]
    [InlineData("<a@x.example.>", "a@x.example")]
    [InlineData("(a@x.example), b@x.example", "b@x.example")]
    [InlineData("o'neil@x.example", "o'neil@x.example")]
    [InlineData("a+b=c@x.example", "a+b=c@x.example")]
    [InlineData("ada.\"the first\"@x.example", "ada.\"the first\"@x.example")]
    [InlineData("\"a b\"@x.example", "\"a b\"@x.example")]
    [InlineData("a@[192.0.2.1]", "a@[192.0.2.1]")]
    [InlineData("ada@m\u00FCnchen.example", "ada@m\u00FCnchen.example")]
    [InlineData("a@x.example; b@x.example", "a@x.example b@x.example")]
    [InlineData("\"the first\".ada@x.example", "\"the first\".ada@x.example")]
    [InlineData("<a.\"b\".c@x.example>", "a.\"b\".c@x.example")]
    [InlineData("\"a@y.example\".\"i: j\"@x.example", "\"a@y.example\".\"i: j\"@x.example")]
    [InlineData("smtp:\"a b\"@x.example", "\"a b\"@x.example")]
    [InlineData("r&d@[192.0.2.1]", "r&d@[192.0.2.1]")]
    [InlineData("Made &amp; Co <r&d@[192.0.2.1]>", "r&d@[192.0.2.1]")]
    public void Marks_around_an_address_are_none_of_it(string list, string expected) => AssertRead(expected, list);

    [Theory]
    [InlineData("Ada <a@x.example> (on leave, back soon), c@x.example", "a@x.example c@x.example")]
    [InlineData("Ada <a@x.example> (ask, write to b@y.example; or (c@y.example, d)), c@x.example",
        "a@x.example c@x.example")]
    [InlineData("Ada <a@x.example> (open, c@x.example", "a@x.example c@x.example")]
    [InlineData("Staff: Ada <a@x.example> (a, b);, c@x.example", "a@x.example c@x.example")]
    [InlineData("Ada <a@x.example> :( , b@x.example (c@y.example)", "a@x.example b@x.example")]
    [InlineData("Ada :( <a@x.example>, b@x.example (c@y.example)", "a@x.example b@x.example")]
    public void A_comment_behind_an_address_names_nobody(string list, string expected) => AssertRead(expected, list);

    [Theory]
    [InlineData("<a@x.example> <b@x.example>", "a@x.example b@x.example")]
    [InlineData("Ada <a@x.example>\r\n Ben <b@x.example>", "a@x.example b@x.example")]
    [InlineData("Ada <ada> <a@x.example>", "- a@x.example")]
    [InlineData("Ada <a@x.example> <work>", "a@x.example")]
    [InlineData("Ada <a@x.example> \"Ben <c@y.example>\" <b@x.example>", "a@x.example b@x.example")]
    [InlineData("Ada <a@x.example> \"Made, c@y.example, Ben\" <b@x.example>", "a@x.example b@x.example")]
    [InlineData("Ada <a@x.example>\", b@x.example, \"Cy\" <c@x.example>", "a@x.example b@x.example c@x.example")]
    [InlineData("Ada <a@x.example> b@x.example", "a@x.example")]
    public void A_list_without_its_commas_loses_nobody_in_angles(string list, string expected) =>
        AssertRead(expected, list);

    [Theory]
    [InlineData("a@b@x.example", "-")]
    [InlineData("a@x..example", "-")]
    [InlineData("a@.example", "-")]
    [InlineData("a...@x.example", "-")]
    [InlineData("a\u2026@x.example", "-")]
    [InlineData("/O=MADE/OU=FIRST/CN=RECIPIENTS/CN=ADA", "-")]
    [InlineData("IMCEAEX-_O=MADE_CN=ADA@x.example", "-")]
    public void What_is_no_address_makes_no_account(string list, string expected) => AssertRead(expected, list);

    [Theory]
    [InlineData("undisclosed-recipients:;")]
    [InlineData("undisclosed-recipients: ;")]
    [InlineData("<undisclosed-recipients:;>")]
    [InlineData("Undisclosed recipients")]
    [InlineData("\"Undisclosed-Recipient:;\"")]
    [InlineData("unlisted-recipients:; (no To-header on input)")]
    public void Recipients_that_are_not_told_are_none(string list) => AssertRead("", list);

    [Theory]
    [InlineData("ada at made.example (Ada, of Made)", "ada@made.example")]
    [InlineData("Ada Made <ada at made.example>", "ada@made.example")]
    [InlineData("ada AT made DOT example", "ada@made.example")]
    [InlineData("ada dot b at mail dot made dot example", "ada.b@mail.made.example")]
    [InlineData("ada (at) made.example", "ada@made.example")]
    [InlineData("ada(at)made(dot)example", "ada@made.example")]
    [InlineData("ada [at] made [dot] example (Ada)", "ada@made.example")]
    [InlineData("ada{at}made.example", "ada@made.example")]
    [InlineData("ada<at>made.example", "ada@made.example")]
    [InlineData("ada&#64;made.example", "ada@made.example")]
    [InlineData("Ada &lt;ada&#x40;made&#46;example&gt;", "ada@made.example")]
    [InlineData("Ada &LT;ada@made.example&GT;", "ada@made.example")]
    [InlineData("&QUOT;Ada&QUOT; &lt;ada&#X40;made&#46;example&GT;", "ada@made.example")]
    [InlineData("&#1040;da&#64;made.example", "da@made.example")]
    [InlineData("ada9&#8203;@made.example", "ada9@made.example")]
    [InlineData("ada en made.example (Ada)", "ada@made.example")]
    [InlineData("ada at made.example, ben at made.example", "ada@made.example ben@made.example")]
    [InlineData("ada at made.example, Ben <ben@made.example>", "ada@made.example ben@made.example")]
    [InlineData("Ada at home", "-")]
    public void Addresses_hidden_from_programs_are_found(string list, string expected) => AssertRead(expected, list);

    [Fact]
    public void Many_names_without_an_address_cost_no_more_than_other_text()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var part in new[] { "a,", "a ", "a at ", "&#64;", "=?a?q?", "a\"", "(at)" })
            Read("a.eml", To("ben", $"Cc: {string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length))}\n"));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    [Fact]
    public void The_case_of_letters_tells_nobody_apart() => Assert.Equal(
        ["ada@made.example", "ben@made.example"],
        Read("a.mbox", Separator + Of("From: Ada@MADE.example", "To: BEN@made.example") + Separator + To("ben"))
            .Accounts.Added.Select(account => account.Handle).Order());

    private static void AssertRead(string expected, string list)
    {
        var found = new List<string>();
        var addresses = new MailAddresses(Encoding.UTF8.GetBytes(list), new byte[MailAddresses.LengthMax]);
        while (addresses.Next(out var address))
            found.Add(address.IsEmpty ? "-" : Encoding.UTF8.GetString(address));
        Assert.Equal(expected, string.Join(' ', found));
    }
}
