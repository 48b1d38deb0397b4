using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

/// <summary>Archives of social networks as their servers of different years and languages write them.</summary>
public sealed class ArchiveVariants
{
    private const string Ada = "https://social.example/users/ada";
    private const string Context = "\"@context\":\"https://www.w3.org/ns/activitystreams\"";

    private const string Post = $$$"""
        {"id":"{{{Ada}}}/statuses/1/activity","type":"Create","actor":"{{{Ada}}}","published":"2026-01-05T09:00:00Z",
         "to":["https://www.w3.org/ns/activitystreams#Public"],"object":{"type":"Note","conversation":null,
         "inReplyTo":"https://other.example/users/ben/statuses/9"}}
        """;

    [Theory]
    [InlineData($$$"""{ {{{Context}}},"type":"Collection","orderedItems":[],"orderedItems":[{{{Post}}}]}""")]
    [InlineData($$$"""{ {{{Context}}},"type":"Collection","@context":{},"totalItems":1,"orderedItems":[{{{Post}}}]}""")]
    [InlineData($$$"""{ {{{Context}}},"type":"Collection","orderedItems":[{{{Post}}}],"orderedItems":[],"x":[1]}""")]
    public void A_mastodon_archive_may_say_a_thing_twice(string outbox)
    {
        var read = Read(
            [("outbox.json", outbox), ("actor.json", $"{{\"id\":\"{Ada}\"}}"), ("media_attachments/a.png", "x")]);
        Assert.Equal([$"{Ada}>https://other.example/users/ben"], read.Pairs());
        Assert.Equal(1, read.Report.Dropped["files of the export that are not read"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"type":"Collection","orderedItems":[]}""")]
    public void Somebody_who_liked_nothing_has_a_list_without_items(string likes) => Assert.Single(
        Read(
            [
                ("outbox.json", $"{{{Context},\"type\":\"Collection\",\"orderedItems\":[{Post}]}}"),
                ("likes.json", likes),
            ]).Interactions);

    [Fact]
    public void An_x_archive_of_before_2018_is_refused_by_name()
    {
        (string, string)[] files =
        [
            ("x/data/js/tweets/2016_01.js", "Grailbird.data.tweets_2016_01 = \n[ {\"id_str\":\"5\"} ]"),
            ("x/data/js/user_details.js", "var user_details = {}"), ("x/index.html", "x"),
        ];
        foreach (var format in (string?[])[null, "x-archive"])
            Assert.Equal(
                "x/data/js/tweets/2016_01.js: this archive is of the form of before 2018 (Grailbird), which is not "
                + "read; ask X for a new archive, which holds the older posts too.",
                Assert.Throws<InputException>(() => Read(files, format: format)).Message);
    }

    [Fact]
    public void An_x_archive_of_2018_has_no_folder_and_no_objects_around_posts()
    {
        const string Tweets = """
            window.YTD.tweet.part0 = [ {"id_str":"1","created_at":"Mon Jan 05 08:00:00 +0000 2026",
            "in_reply_to_user_id_str":"200","full_text":"x"} ]
            """;
        Assert.Equal(["x:100>x:200"], Read(
            [
                ("account.js", "window.YTD.account.part0 = [ {\"account\":{\"accountId\":\"100\"}} ]"),
                ("tweet.js", Tweets),
            ]).Pairs());
        Assert.Equal(["e7>x:200"], Read([("tweet.js", Tweets), ("like.js", "x")], "E7").Pairs());
    }

    [Theory]
    [InlineData("First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n", "7 Feb 2022")]
    [InlineData("First Name,Last Name,Email Address,Company,Position,Connected On\n", "07-Feb-22")]
    [InlineData("Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Data collegamento\n", "7 feb 2022")]
    [InlineData("\"Nome\",\"Cognome\",\"URL\",\"E-mail\",\"Ditta\",\"Ruolo\",\"Collegato il\"\n", "07/02/2022")]
    [InlineData("Vorname;Nachname;URL;E-Mail-Adresse;Firma;Position;Vernetzt am\n", "7. Feb. 2022")]
    [InlineData("Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le\n", "7 févr. 2022")]
    [InlineData("Nombre,Apellidos,URL,Correo electrónico,Empresa,Cargo,Conectado el\n", "7 de feb de 2022")]
    [InlineData("Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em\n", "7 de fev. de 2022")]
    public void Connections_are_read_in_the_language_of_the_account(string header, string day)
    {
        const string Notes = "Note:\n\"Quando esporti i dati,\n \"\"First Name,Last Name,a,b,c,d\"\" …\"\n\n";
        var delimiter = header.Contains(';', StringComparison.Ordinal) ? ";" : ",";
        string[] cells = ["Ben", "B", "ben@other.example", "O", "P", day];
        if (header.Contains("URL", StringComparison.Ordinal))
            cells = [.. cells[..2], "https://x", .. cells[2..]];
        foreach (var before in (string[])["", "\uFEFF", Notes, "\uFEFF" + Notes])
        {
            var text = before + header + string.Join(delimiter, cells) + "\n";
            foreach (var folder in (string[])["", "Basic_LinkedInDataExport/"])
                Assert.Equal(["2022-02-07 00:00:00Z e7>@other.example"],
                    Read(
                        [
                            ($"{folder}Connections.csv", text),
                            ($"{folder}messages.csv", "FROM,TO,AT\na,b,2026-01-05\n"),
                        ], "E7").Events());
        }
    }

    [Theory]
    [InlineData("gen", 1)]
    [InlineData("mag", 5)]
    [InlineData("giu", 6)]
    [InlineData("luglio", 7)]
    [InlineData("set", 9)]
    [InlineData("ott", 10)]
    [InlineData("dic", 12)]
    [InlineData("juin", 6)]
    [InlineData("juil.", 7)]
    [InlineData("Mär", 3)]
    [InlineData("Dez.", 12)]
    public void Months_are_read_in_every_language_of_the_headings(string month, int number)
    {
        const string Header = "Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Data collegamento\n";
        var read = Read([("Connections.csv", $"{Header}A,B,u,a@o.example,C,P,12 {month} 2024\n")], "E7");
        Assert.Equal(number, Assert.Single(read.Interactions).At.Month);
    }

    [Fact]
    public void A_quiet_day_of_viva_engage_is_no_error()
    {
        const string Columns = "id,replied_to_id,thread_id,sender_id,sender_type,sender_email,created_at,deleted_at\n";
        var read = Read(
            [("y/Messages.csv", Columns), ("y/Users.csv", "id,email\n1,a@made.example\n"), ("y/Files/1.eml", "x")]);
        Assert.Equal(("yammer", 0L), (read.Format, read.Report.RowsRead));
        Assert.Equal(["There is nothing in what was read as yammer: no row was found."], read.Report.Notes);
    }

    private static Collected Read((string Name, string Text)[] files, string? owner = null, string? format = null)
    {
        using var opened = SourceFiles.InMemory(files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text))));
        return Samples.Read(opened, format, owner is null ? new() { CompanyAccount = true } : new() { Owner = owner });
    }
}
