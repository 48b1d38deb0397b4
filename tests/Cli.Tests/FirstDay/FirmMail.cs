using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace InfluencerMap.Cli.Tests.FirstDay;

/// <summary>The mailbox of the firm's office manager as Google Takeout gives it, in Italian.</summary>
internal sealed class FirmMail
{
    public const string MailboxName = "Takeout/Posta/Tutti i messaggi, inclusi Spam e Cestino.mbox";

    /// <summary>A Monday; the last day is a Friday.</summary>
    public static readonly DateOnly FirstDay = new(2026, 8, 3);

    public static readonly DateOnly LastDay = new(2026, 10, 30);

    private const string Inbox = "Posta in arrivo,Aperto,=?UTF-8?Q?Categoria:_Attivit=C3=A0?=";
    private const string Sent = "Inviati,Aperto";

    /// <summary>Who writes to whom and after how many working days again, each time with an answer.</summary>
    private static readonly (int One, int Other, int EveryDays)[] Habits =
    [
        // The director and the heads.
        (0, 1, 4), (0, 2, 2), (0, 3, 5), (0, 4, 9), (1, 2, 3), (1, 3, 6), (2, 3, 4), (2, 4, 5), (3, 4, 5),
        // Sales, among themselves and with the office.
        (1, 5, 3), (1, 6, 3), (1, 7, 5), (1, 8, 5), (5, 6, 5), (5, 7, 7), (6, 8, 6), (7, 8, 8), (2, 5, 6), (2, 7, 7),
        // The office.
        (2, 9, 2), (2, 10, 2), (2, 11, 3), (9, 10, 3), (9, 11, 6), (10, 11, 5), (10, 6, 7), (9, 1, 9),
        // Production.
        (3, 12, 4), (3, 13, 4), (3, 14, 6), (3, 15, 7), (3, 17, 8), (12, 14, 6), (14, 15, 7), (15, 16, 8), (16, 17, 8),
        (12, 17, 9), (2, 15, 9), (16, 12, 9),
        // He knows how each piece is made: all ask him.
        (13, 5, 3), (13, 6, 4), (13, 1, 5), (13, 12, 3), (13, 14, 4), (13, 16, 5), (13, 19, 4), (13, 20, 6), (13, 2, 4),
        (13, 8, 6), (13, 10, 7),
        // The warehouse.
        (4, 19, 4), (4, 20, 5), (4, 21, 7), (19, 20, 7), (20, 21, 9), (19, 10, 8), (2, 19, 9),
    ];

    private readonly StringBuilder _text = new();
    private int _number;

    private FirmMail()
    {
    }

    /// <summary>What lies in the mailbox, by kind.</summary>
    public int Drafts { get; private set; }

    public int Spam { get; private set; }

    public int Binned { get; private set; }

    public int Automatic { get; private set; }

    public int ListMails { get; private set; }

    /// <summary>Of colleagues, customers and suppliers.</summary>
    public int Written { get; private set; }

    public int Count => Drafts + Spam + Binned + Automatic + ListMails + Written;

    public static FirmMail Write(string zipPath)
    {
        var mail = new FirmMail();
        var workday = 0;
        for (var day = FirstDay; day <= LastDay; day = day.AddDays(1))
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                mail.WriteDay(day, workday++);
        using var zip = ZipFile.Open(zipPath, ZipArchiveMode.Create);
        Put(zip, "Takeout/archive_browser.html", "<!DOCTYPE html><html><body>Il tuo archivio</body></html>\n");
        Put(zip, MailboxName, mail._text.ToString());
        Put(zip, "Takeout/Posta/Impostazioni utente/Filtri.json", "{\"filtri\": []}\n");
        return mail;
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    private void WriteDay(DateOnly day, int workday)
    {
        foreach (var (index, (one, other, every)) in Habits.Index())
            if ((workday + index) % every == 0)
                Converse(day, index, (workday / every) % 2 == 0 ? (one, other) : (other, one));
        WriteOutside(day, workday);
        WriteWhatNobodyWrote(day, workday);
    }

    /// <summary>A question and its answer; whoever keeps the office reads along.</summary>
    private void Converse(DateOnly day, int index, (int One, int Other) pair)
    {
        var (one, other) = (FirmStaff.All[pair.One], FirmStaff.All[pair.Other]);
        var owner = FirmStaff.All[FirmStaff.Owner];
        var copy = one == owner || other == owner ? null : owner.InHeader;
        var minute = (7 * 60) + (11 * index % 500);
        var id = Mail(day, minute, one.InHeader, other.InHeader, LabelsOf(one), copy: copy);
        Mail(day, minute + 35, other.InHeader, one.InHeader, LabelsOf(other), copy: copy, answers: id);
        Written += 2;

        string LabelsOf(Colleague writer) => writer == owner ? Sent : Inbox;
    }

    private void WriteOutside(DateOnly day, int workday)
    {
        var owner = FirmStaff.All[FirmStaff.Owner].InHeader;
        for (var customer = 0; customer < 11; customer++)
        {
            if ((workday + customer) % 2 != 0)
                continue;
            var outside = $"{Colleague.EncodedWord($"Cliente {customer + 1}")} <ufficio{customer}@cliente.example>";
            var id = Mail(day, 540 + customer, outside, owner, Inbox, copy: $"info@{FirmStaff.Domain}");
            Mail(day, 600 + customer, owner, outside, Sent, answers: id);
            Written += 2;
        }
        Mail(day, 660, "\"Corriere\" <ritiri@corriere.example>", $"info@{FirmStaff.Domain}", Inbox, copy: owner);
        Written++;
    }

    private void WriteWhatNobodyWrote(DateOnly day, int workday)
    {
        var owner = FirmStaff.All[FirmStaff.Owner].InHeader;
        for (var i = 0; i < 3; i++, Automatic++)
            Mail(day, 300 + i, $"\"Novità {i}\" <novita{i}@fiera.example>", owner,
                "Posta in arrivo,Categoria: Promozioni",
                extra: "List-Unsubscribe: <mailto:esci@fiera.example>\r\nPrecedence: bulk\r\n");
        Mail(day, 310, "\"Banca\" <noreply@banca.example>", owner, Inbox);
        Automatic++;
        Mail(day, 700, FirmStaff.All[workday % FirmStaff.All.Count].InHeader, $"tutti@{FirmStaff.Domain}", Inbox,
            extra: $"List-Id: <tutti.{FirmStaff.Domain}>\r\nPrecedence: list\r\n");
        ListMails++;
        if (workday % 5 == 2)
        {
            Mail(day, 701, FirmStaff.All[5 + (workday % 9)].InHeader, owner, Inbox,
                extra: "Auto-Submitted: auto-replied\r\n");
            Automatic++;
        }
        for (var i = 0; i < 5; i++, Spam++)
            Mail(day, 120 + i, $"\"Premio\" <vinci{i}@premi.example>", owner, "Spam,Da leggere");
        Mail(day, 820, FirmStaff.All[FirmStaff.Owner].InHeader, FirmStaff.All[0].InHeader, "=?UTF-8?Q?Bozze?=");
        Drafts++;
        if (workday % 2 == 0)
        {
            Mail(day, 830, "\"Listino\" <offerte@fornitore.example>", owner, "Cestino,Aperto");
            Binned++;
        }
    }

    private string Mail(
        DateOnly day, int minute, string from, string to, string labels, string? copy = null, string? answers = null,
        string extra = "")
    {
        var at = day.ToDateTime(TimeOnly.MinValue.AddMinutes(minute)).AddSeconds(_number % 60);
        var id = $"<{_number++:D6}.{at:yyyyMMddHHmmss}@mail.{FirmStaff.Domain}>";
        var zone = day < new DateOnly(2026, 10, 25) ? "+0200" : "+0100";
        var english = CultureInfo.InvariantCulture;
        _text.Append(english, $"From {1_800_000_000_000_000_000 + _number}@xxx ")
            .Append(english, $"{at:ddd MMM dd HH:mm:ss} +0000 {at:yyyy}\r\n")
            .Append(english, $"X-GM-THRID: {1_800_000_000_000_000_000 + _number}\r\nX-Gmail-Labels: {labels}\r\n")
            .Append(english, $"{extra}MIME-Version: 1.0\r\nDate: {at:ddd, dd MMM yyyy HH:mm:ss} {zone}\r\n")
            .Append(answers is null ? "" : $"In-Reply-To: {answers}\r\nReferences: {answers}\r\n")
            .Append(english, $"Message-ID: {id}\r\nSubject: {Colleague.EncodedWord("Pezzi, qualità e consegne")}\r\n")
            .Append(english, $"From: {from}\r\nTo: {to}\r\n").Append(copy is null ? "" : $"Cc: {copy}\r\n")
            .Append("Content-Type: text/plain; charset=\"UTF-8\"\r\n\r\nBuongiorno,\r\n>From domani va bene.\r\n\r\n");
        return id;
    }
}
