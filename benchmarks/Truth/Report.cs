namespace InfluencerMap.Benchmarks.Truth;

/// <summary>Markdown on standard output; how far it has come on standard error.</summary>
internal static class Report
{
    public static void Section(string title, params string[] paragraphs)
    {
        Console.Error.WriteLine(title);
        Console.WriteLine($"## {title}");
        Console.WriteLine();
        foreach (var paragraph in paragraphs)
        {
            Console.WriteLine(paragraph);
            Console.WriteLine();
        }
    }

    public static void Heading(params string[] columns)
    {
        Row(columns);
        Row([.. columns.Select(_ => "---")]);
    }

    public static void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    public static void End() => Console.WriteLine();

    public static void Progress(string what) => Console.Error.WriteLine($"  {what}");
}
