namespace InfluencerMap.Cli;

/// <summary>What runs every night, and as whom: without any secret.</summary>
internal sealed record Schedule
{
    /// <summary>Of every file that is written, and of the unit, the task or the table.</summary>
    public const string Name = "influencermap-nightly";

    /// <summary>By the clocks of the machine, or of <see cref="Zone"/>.</summary>
    public required TimeOnly At { get; init; }

    /// <summary>As IANA names it; null = the machine's.</summary>
    public string? Zone { get; init; }

    /// <summary>The program, with what starts it, then the words: the imports, and the night last.</summary>
    public required IReadOnlyList<string[]> Commands { get; init; }

    public required string User { get; init; }

    /// <summary>Where the commands run.</summary>
    public required string Folder { get; init; }

    /// <summary>The file with the variables that hold secrets; not written here.</summary>
    public required string SecretsFile { get; init; }

    /// <summary>Whether nothing works without that file: it holds the connection.</summary>
    public bool NeedsSecrets { get; init; }

    /// <summary>Folders that are written to: the store's, and that of the metrics.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];

    /// <summary>Folders and files that are read: the program's, the imports', the configuration's.</summary>
    public IReadOnlyList<string> Read { get; init; } = [];

    /// <summary>Where the runtime is, when it is not where programs look; null where it is.</summary>
    public string? DotnetRoot { get; init; }
}

/// <summary>A file that a scheduler reads, and the lines that say what to do with it.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Text">All of it.</param>
internal sealed record ScheduledFile(string Name, string Text)
{
    /// <summary>Windows' own tasks are UTF-16; all else is UTF-8.</summary>
    public bool IsUtf16 { get; init; }
}
