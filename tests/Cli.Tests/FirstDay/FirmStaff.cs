using System.Text;

namespace InfluencerMap.Cli.Tests.FirstDay;

/// <summary>Somebody of the made firm.</summary>
/// <param name="Surname">With accents, apostrophes and two words, as Italian surnames have.</param>
/// <param name="Name">The given name.</param>
/// <param name="Manager">As the staff list writes it; empty at the top.</param>
/// <param name="Department">The unit.</param>
/// <param name="Site">Where the person works.</param>
/// <param name="Start">The first day.</param>
internal sealed record Colleague(
    string Surname, string Name, string Manager, string Department, string Site, DateOnly Start)
{
    public string Address { get; } = $"{Letters(Name)}.{Letters(Surname)}@{FirmStaff.Domain}";

    /// <summary>As mail programs write it.</summary>
    public string InHeader => $"{EncodedWord($"{Name} {Surname}")} <{Address}>";

    public static string EncodedWord(string text) => text.All(char.IsAscii)
        ? $"\"{text}\""
        : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";

    private static string Letters(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter)).ToLowerInvariant();
}

/// <summary>A made firm of 22, as the staff list of an Italian office has it.</summary>
internal static class FirmStaff
{
    public const string Domain = "officina.example";

    /// <summary>Whose mailbox is exported: she keeps the office, and is in copy of much that is written.</summary>
    public const int Owner = 2;

    /// <summary>Names a manager who left long ago, as lists do.</summary>
    public const int WithoutManager = 19;

    /// <summary>In the order of the list: heads first, as their departments follow.</summary>
    public static IReadOnlyList<Colleague> All { get; } =
    [
        new("Esempio", "Ada", "", "Direzione", "Milano", new(2004, 1, 12)),
        new("Prova", "Mosè", "Esempio Ada", "Vendite", "Milano", new(2008, 9, 1)),
        new("Campione", "Zoe", "Esempio Ada", "Amministrazione", "Milano", new(2011, 3, 7)),
        new("Città", "Noè", "Esempio Ada", "Produzione", "Cantù", new(2006, 5, 2)),
        new("Modello", "Eva", "Esempio Ada", "Magazzino", "Cantù", new(2013, 10, 14)),
        new("D'Esempio", "Ugo", "Prova Mosè", "Vendite", "Milano", new(2015, 2, 9)),
        new("Saggio", "Lia", "Prova Mosè", "Vendite", "Milano", new(2017, 6, 19)),
        new("Della Prova", "Max", "Prova Mosè", "Vendite", "Milano", new(2019, 1, 8)),
        new("Finto", "Giosuè", "Prova Mosè", "Vendite", "Milano", new(2021, 11, 2)),
        new("Esempio", "Pia", "Campione Zoe", "Amministrazione", "Milano", new(2016, 4, 4)),
        new("Provino", "Leo", "Campione Zoe", "Amministrazione", "Milano", new(2020, 9, 21)),
        new("Cent'Esempi", "Ida", "Campione Zoe", "Amministrazione", "Milano", new(2023, 1, 16)),
        new("Modellini", "Elia", "Città Noè", "Produzione", "Cantù", new(2009, 7, 6)),
        new("Di Prova", "Nicolò", "Città Noè", "Produzione", "Cantù", new(2014, 3, 31)),
        new("Bozzetto", "Gea", "Città Noè", "Produzione", "Cantù", new(2018, 2, 12)),
        new("Schizzo", "Ivo", "Città Noè", "Produzione", "Cantù", new(2018, 10, 1)),
        new("Abbozzo", "Tea", "Città Noè", "Produzione", "Cantù", new(2020, 2, 3)),
        new("Traccia", "Desirée", "Città Noè", "Produzione", "Cantù", new(2022, 5, 9)),
        new("Prototipo", "Rita", "Città Noè", "Produzione", "Cantù", new(2024, 9, 2)),
        new("Facsimile", "Ciro", "Partito Bea", "Magazzino", "Cantù", new(2012, 12, 3)),
        new("Stampo", "Anna Sofia", "Modello Eva", "Magazzino", "Cantù", new(2019, 8, 26)),
        new("Calco", "Noemi", "Modello Eva", "Magazzino", "Cantù", new(2025, 2, 10)),
    ];
}
