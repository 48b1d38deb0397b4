using InfluencerMap.Collectors;
using InfluencerMap.Tests.Reading;

namespace InfluencerMap.Cli.Tests.FirstDay;

/// <summary>The staff list as an office keeps it in Excel: a title, a blank row, then headings.</summary>
internal static class FirmWorkbook
{
    public const int HeadingRow = 3;

    private static readonly string[] Headings =
        ["Cognome", "Nome", "E-mail", "Responsabile", "Reparto", "Sede", "Data di assunzione"];

    public static void Write(string path)
    {
        object[] rows =
        [
            (string[])["Officina Esempio S.r.l. – Elenco del personale al 31/10/2026"], (string[])[], Headings,
            .. FirmStaff.All.Select((colleague, index) => Row(colleague, HeadingRow + 1 + index)),
        ];
        File.WriteAllBytes(path, new MadeWorkbook { Merged = "A1:G1" }.Sheet("Personale", rows).ToBytes());
    }

    /// <summary>Days are numbers that Excel shows as dd/mm/yyyy.</summary>
    private static string Row(Colleague colleague, int row) =>
        string.Concat(((string[])
        [
            colleague.Surname, colleague.Name, colleague.Address, colleague.Manager, colleague.Department,
            colleague.Site,
        ]).Select((text, column) => text.Length == 0 ? "" : MadeWorkbook.Text($"{(char)('A' + column)}{row}", text)))
        + MadeWorkbook.Day($"G{row}", $"{colleague.Start.ToDateTime(default).ToOADate()}");
}
