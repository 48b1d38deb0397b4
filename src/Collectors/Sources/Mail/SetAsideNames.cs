using System.Collections.Frozen;

namespace InfluencerMap.Collectors;

/// <summary>
/// Names under which mail programs and servers keep drafts, deleted mail and junk, in the languages that they have:
/// of folders and files, and of Gmail's labels. Compared by letters alone, without accents and marks.
/// </summary>
internal static class SetAsideNames
{
    private const int NameLengthMax = 64;

    private const string OfAll = """
        Drafts;Draft;Spam;Trash;Junk;Junk E-mail;Junk Email;Junk Mail;Bulk Mail;Deleted Items;Deleted Messages;Deleted
        Bozze;Bozza;Cestino;Posta indesiderata;Posta eliminata;Elementi eliminati;Messaggi eliminati;Indesiderata
        Entwürfe;Entwurf;Papierkorb;Gelöschte Elemente;Gelöschte Objekte;Gelöscht;Junk-Mail;Unerwünscht;Spamverdacht
        Brouillons;Brouillon;Corbeille;Éléments supprimés;Messages supprimés;Courrier indésirable;Indésirables;Pourriel
        Borradores;Borrador;Papelera;Elementos eliminados;Correo no deseado;Correo electrónico no deseado;Eliminados
        Rascunhos;Rascunho;Lixeira;Lixo;Reciclagem;Itens Excluídos;Itens eliminados;Lixo Eletrônico;Lixo electrónico
        Email de lixo
        Concepten;Prullenbak;Verwijderde items;Ongewenste e-mail;Ongewenste mail
        Utkast;Skräppost;Papperskorgen;Borttaget;Borttagna objekt;Kladder;Papirkurv;Uønsket mail;Slettet post
        Søppelpost;Papirkurven;Slettede elementer;Luonnokset;Roskaposti;Roskakori;Poistetut
        Szkice;Wersje robocze;Robocze;Kosz;Elementy usunięte;Wiadomości-śmieci;Koncepty;Koš;Kôš
        Odstraněná pošta;Nevyžádaná pošta
        Piszkozatok;Kuka;Lomtár;Levélszemét;Törölt elemek;Schițe;Ciorne;Mesaje nefinalizate;Coș de gunoi;Elemente șterse
        Taslaklar;Çöp Kutusu;Çöp;Önemsiz E-posta;Silinmiş Öğeler;Skice;Smeće
        Otpad;Osnutki;Neželena pošta;Neželjena pošta
        Esborranys;Paperera;Correu brossa;Thư nháp;Thùng rác;Thư rác;Draf;Sampah
        Черновики;Спам;Корзина;Удаленные;Удалённые;Нежелательная почта;Чернетки;Кошик;Чернови;Кошче
        Πρόχειρα;Ανεπιθύμητα;Κάδος απορριμμάτων;Κάδος;Διαγραμμένα
        下書き;迷惑メール;ゴミ箱;草稿;草稿箱;垃圾邮件;已删除邮件;已删除;垃圾郵件;垃圾桶;임시보관함;스팸함;휴지통
        טיוטות;ספאם;דואר זבל;אשפה;المسودات;مسودات;المهملات;البريد المزعج;الرسائل غير المرغوب فيها
        """;

    private const string OfFolders = """
        Templates;Modelli;Vorlagen;Modèles;Plantillas;Modelos;Unsent Messages;Unsent;Probably Spam;Caught Spam
        """;

    private const string OfLabels = """
        Bin;Scheduled;Programmati;Programmate;Geplant;Planifié;Planifiés;Programados;Agendados;Gepland
        """;

    private const string OfChats = """
        Chat;Chats;Bate-papo;Bate-papos;Chatt;Czat;Чат;Чаты;チャット;채팅;聊天
        """;

    private const string Accented = "àáâãäåāăąạảầấèéêëēęěếìíîïīıòóôõöøőồốơùúûüůűưýÿçćčđďðłľñńňřśšșşțťžźżğ";
    private const string Plain = "aaaaaaaaaaaaaeeeeeeeeiiiiiioooooooooouuuuuuuyycccdddllnnnrssssttzzzg";

    private static readonly FrozenSet<string> Folders = Fold(OfAll + "\n" + OfFolders);
    private static readonly FrozenSet<string> Labels = Fold(OfAll + "\n" + OfLabels);
    private static readonly FrozenSet<string> Chats = Fold(OfChats);

    /// <summary>Whether a folder, or a file that stands for one, is such by its name.</summary>
    public static bool IsFolder(ReadOnlySpan<char> name) => Holds(Folders, name);

    /// <summary>Whether Gmail's label is such.</summary>
    public static bool IsLabel(ReadOnlySpan<char> name) => Holds(Labels, name);

    /// <summary>Whether Gmail's label is that of a chat.</summary>
    public static bool IsChat(ReadOnlySpan<char> name) => Holds(Chats, name);

    private static bool Holds(FrozenSet<string> names, ReadOnlySpan<char> name)
    {
        Span<char> folded = stackalloc char[NameLengthMax];
        return names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Fold(name, folded));
    }

    private static FrozenSet<string> Fold(string names)
    {
        var folded = new char[NameLengthMax];
        return names.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => Fold(name, folded).ToString()).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Letters in lower case without accents, composed or not; of a longer name nothing.</summary>
    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> name, Span<char> buffer)
    {
        var length = 0;
        foreach (var character in name)
        {
            if (!char.IsLetter(character))
                continue;
            if (length == buffer.Length)
                return [];
            var lower = char.ToLowerInvariant(character);
            buffer[length++] = lower > '\x7f' && Accented.IndexOf(lower) is >= 0 and var i ? Plain[i] : lower;
        }
        return buffer[..length];
    }
}
