using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>One format in which files hold interactions.</summary>
/// <remarks>
/// To add one: a class of this shape, with <see cref="Claim"/> or <see cref="LikenessOf"/>, a line in
/// <see cref="InteractionFormats"/>, a folder with a README (columns, what is read, what is dropped) and a synthetic
/// sample under tests/Collectors.Tests/Samples/NAME. A reader streams, holds no content, says when a row begins
/// (<see cref="CollectReport.Found"/>), and counts all that it leaves out (<see cref="CollectReport.Drop"/>) by one of
/// <see cref="Outcome"/>. A row that cannot be read goes to <see cref="FormatRead.Bad"/>. Event ids come from what the
/// source says (<see cref="EventId"/>), so that reading twice changes nothing. The import is one transaction: an
/// <see cref="InputException"/> leaves nothing stored.
/// </remarks>
public interface IInteractionFormat
{
    /// <summary>What it is called on the command line, such as <c>mbox</c>.</summary>
    string Name { get; }

    /// <summary>In a few words, for the help.</summary>
    string What { get; }

    /// <summary>
    /// The files of one export that are one thing together, such as all of a Slack export, whether it reads each or
    /// not: no other format is asked about them. Asked again for what remains, until there is none.
    /// </summary>
    /// <returns>None in formats whose files are each read by themselves.</returns>
    IReadOnlyList<SourceFile> Claim(SourceFiles files) => [];

    /// <summary>How a file by itself looks, by its name and by bytes from several places.</summary>
    /// <param name="file">The file.</param>
    /// <param name="csv">Which columns are mapped.</param>
    Likeness LikenessOf(SourceFile file, CsvFormat csv) => Likeness.None;

    /// <summary>The interactions of the files.</summary>
    /// <remarks>Files of another kind are left out, unless all <see cref="SourceFiles.AreChosen"/>.</remarks>
    /// <exception cref="InputException">The files cannot be read; thrown after the interactions before it.</exception>
    IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read);
}

/// <summary>How a file looks to a format.</summary>
public enum Likeness
{
    /// <summary>It is written in another one.</summary>
    None,

    /// <summary>Nothing speaks against it: what most files next to it are written in decides.</summary>
    Possible,

    /// <summary>Its name or its contents say so.</summary>
    Sure,
}

/// <summary>What a format reads with, and where it says what it left out.</summary>
public sealed record FormatRead
{
    /// <summary>Turns handles into account ids.</summary>
    public required AccountDirectory Accounts { get; init; }

    /// <summary>Complete when the reading has ended.</summary>
    public CollectReport Report { get; } = new();

    /// <summary>Layout of separated values, the mapping of columns, and how many bad rows are allowed.</summary>
    public CsvFormat Csv { get; init; } = CsvFormat.Default;

    /// <summary>What to take where the files do not say.</summary>
    public InteractionsCsvOptions Options { get; init; } = InteractionsCsvOptions.Default;

    /// <summary>Whether times may be seconds from a beginning of their own, as in public edge lists.</summary>
    internal bool AllowsSmallTimes { get; init; }

    /// <summary>Counts a bad row; refuses the file after <see cref="CsvFormat.MaxBadRows"/>.</summary>
    /// <param name="place">File, and line or item, such as <c>users.json, item 3</c>; never what stood there.</param>
    /// <param name="expected">What was expected there.</param>
    internal void Bad(string place, string expected) =>
        Report.AddBadRow($"{place}: expected {expected}", Csv.MaxBadRows);

    /// <summary>Counts what is older than what was asked for.</summary>
    internal bool IsTooOld(DateTime at)
    {
        if (!(at < Options.Since))
            return false;
        Report.Drop(Outcome.TooOld);
        return true;
    }

    /// <summary>Counts the item in which a file ends, as a bad row.</summary>
    /// <inheritdoc cref="Bad"/>
    internal void CutOff(string place, string expected)
    {
        Report.Found();
        Bad(place, expected);
    }

    /// <summary>Refuses an archive of which nobody said whose it is: people's own need their consent.</summary>
    internal void RequireWhose(string archive)
    {
        if (Options is { Owner: null, CompanyAccount: false })
            throw new InputException(
                $"{archive}: whose account is this? A person's needs their consent on record and --owner PERSON "
                + "(influencermap consent PERSON --external-contacts on); the company's own needs --company-account.");
    }

    /// <summary>Counts what stands among the files of an export, and is none of what its format reads.</summary>
    internal void LeaveOutUnread(SourceFiles files)
    {
        if (files.Files.Count(file => !file.WasOpened) is > 0 and var count)
            Report.DropFiles(Outcome.FileNotRead, count);
    }

    /// <summary>Counts an interaction, or drops it where it is to oneself or too old.</summary>
    internal bool Gives(Interaction<AccountId> interaction)
    {
        if (IsTooOld(interaction.At))
            return false;
        if (interaction.Source == interaction.Target)
        {
            Report.DropToOneself();
            return false;
        }
        Report.Give();
        return true;
    }
}
