using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>
/// The line that names the columns of a list of connections, in the language in which the account was used, after notes
/// of any length.
/// </summary>
/// <param name="LinesBefore">Lines of notes before it.</param>
/// <param name="Delimiter">A comma; another mark where a table program saved the file.</param>
/// <param name="Address">1-based number of the column of addresses.</param>
/// <param name="ConnectedOn">1-based number of the column of days, the last.</param>
/// <param name="IsMonthFirst">Whether days in figures begin with the month: in English they do.</param>
internal sealed record ConnectionsHeader(
    int LinesBefore, char Delimiter, int Address, int ConnectedOn, bool IsMonthFirst)
{
    private const int ColumnsMin = 5;

    private static readonly (string First, string Last)[] Names =
    [
        ("First Name", "Last Name"), ("Nome", "Cognome"), ("Vorname", "Nachname"), ("Prénom", "Nom"),
        ("Prénom", "Nom de famille"), ("Nombre", "Apellidos"), ("Nombre", "Apellido"), ("Nome", "Sobrenome"),
        ("Nome", "Apelido"), ("Voornaam", "Achternaam"), ("Förnamn", "Efternamn"), ("Fornavn", "Etternavn"),
        ("Fornavn", "Efternavn"), ("Imię", "Nazwisko"),
    ];

    private static readonly string[] AddressWords = ["mail", "correo", "e-post"];

    /// <summary>Null where the bytes hold no such line.</summary>
    public static ConnectionsHeader? Find(ReadOnlySpan<byte> head) => Encoding.UTF8.GetString(head).Split('\n')
        .Select((line, number) => Of(line.TrimEnd('\r'), number)).FirstOrDefault(header => header is not null);

    private static ConnectionsHeader? Of(string line, int number)
    {
        foreach (var delimiter in (ReadOnlySpan<char>)[',', ';', '\t'])
        {
            var cells = line.Split(delimiter)
                .Select(cell => EntryNames.Composed(Unquoted(cell.Trim(' ', '\uFEFF')))).ToArray();
            if (cells.Length < ColumnsMin || Array.FindIndex(Names, names => Is(cells[0], names.First)
                && Is(cells[1], names.Last)) is not (>= 0 and var language))
                continue;
            var address = Array.FindIndex(cells, cell => AddressWords.Any(word =>
                cell.Contains(word, StringComparison.OrdinalIgnoreCase)));
            if (address >= 0)
                return new(number, delimiter, address + 1, cells.Length, IsMonthFirst: language == 0);
        }
        return null;
    }

    /// <summary>Without the quotes around it; doubled ones are of a note that speaks of columns.</summary>
    private static string Unquoted(string cell) =>
        cell.Length > 1 && cell[0] == '"' && cell[^1] == '"' ? cell[1..^1] : cell;

    private static bool Is(string cell, string name) => cell.Equals(name, StringComparison.OrdinalIgnoreCase);
}
