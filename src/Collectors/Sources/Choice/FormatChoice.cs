using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Which of the files are read by which format.</summary>
/// <remarks>
/// Exports that are one thing together come first, and keep all of their files. Every other file is examined by
/// itself; where that leaves several formats open, the one that most files are written in decides.
/// </remarks>
internal sealed class FormatChoice
{
    /// <summary>What is kept of the beginnings of files until they are read.</summary>
    private const long HeadBytesMax = 64L << 20;

    private static readonly IReadOnlyList<IInteractionFormat> All = InteractionFormats.All;

    private readonly SourceFiles _files;
    private readonly List<(IInteractionFormat Format, SourceFiles Files)> _parts = [];
    private readonly List<SourceFile> _archives = [];
    private SourceFile[] _workbooks = [];
    private SourceFile[] _others = [];
    private int _indexes;
    private readonly bool _isGiven;

    private FormatChoice(SourceFiles files, bool isGiven) => (_files, _isGiven) = (files, isGiven);

    /// <summary>The format of most files.</summary>
    public IInteractionFormat Main => Counts.MaxBy(count => count.Files).Format;

    /// <summary>Number of files per format, in the order of the formats.</summary>
    private IEnumerable<(IInteractionFormat Format, int Files)> Counts =>
        from part in _parts group part by part.Format into same
        select (same.Key, same.Sum(part => part.Files.Files.Count));

    /// <param name="files">What was given.</param>
    /// <param name="format">The format of all of them by name; null looks for it.</param>
    /// <param name="csv">Which columns are mapped.</param>
    /// <exception cref="InputException">They look like nothing that is read.</exception>
    public static FormatChoice Of(SourceFiles files, string? format, CsvFormat csv)
    {
        var choice = new FormatChoice(files, format is not null);
        if (format is not null)
            choice.Give(InteractionFormats.Named(format));
        else
        {
            choice.Detect(csv);
            if (choice._parts.Count == 0)
                throw choice.NoFormat();
        }
        return choice;
    }

    /// <summary>Reads all parts, one after the other.</summary>
    public IEnumerable<Interaction<AccountId>> Read(FormatRead read)
    {
        Report(read);
        foreach (var (format, files) in _parts)
            foreach (var interaction in format.Read(files, read))
                yield return interaction;
        read.Report.EndRow();
        if (read.Report.RowsRead > 0)
            yield break;
        if (_isGiven && _files.Files.Count == _archives.Count
            + read.Report.Dropped.GetValueOrDefault(Outcome.OtherFile.InWords()))
            throw new InputException($"{_files.Name}: no file in it is of the format {Main.Name}.");
        read.Report.Note($"There is nothing in what was read as {Main.Name}: no row was found.");
    }

    private void Give(IInteractionFormat format)
    {
        var files = _files.IsOneFile ? _files.Files : [.. _files.Files.Where(file => !OtherKinds.IsNamedArchive(file))];
        _archives.AddRange(_files.Files.Except(files));
        _parts.Add((format, _files.Some(files, areChosen: false)));
    }

    private void Detect(CsvFormat csv)
    {
        var remaining = _files.Files;
        foreach (var format in All)
            while (remaining.Count > 0
                && format.Claim(_files.Some(remaining, areChosen: false)) is { Count: > 0 } claimed)
            {
                _parts.Add((format, _files.Some(claimed, areChosen: false)));
                var isClaimed = claimed.ToHashSet();
                remaining = [.. remaining.Where(file => !isClaimed.Contains(file))];
            }
        var looks = Look(remaining, csv);
        var main = MainOf(looks);
        var byFormat = WithoutIndexes([.. looks.Select(look => (look.FormatWhere(main), look.File))])
            .ToLookup(file => file.Format, file => file.File);
        foreach (var format in All.Where(format => byFormat.Contains(format)))
            _parts.Add((format, _files.Some([.. byFormat[format]], areChosen: true)));
        LeaveOut([.. byFormat[null]]);
    }

    /// <summary>What the formats say of each file.</summary>
    private static List<Looks> Look(IReadOnlyList<SourceFile> files, CsvFormat csv)
    {
        var (looks, keptBytes) = (new List<Looks>(files.Count), 0L);
        foreach (var file in files)
        {
            var formats = All.ToLookup(format => format.LikenessOf(file, csv));
            var likeness = formats.Contains(Likeness.Sure) ? Likeness.Sure : Likeness.Possible;
            looks.Add(new(file, likeness == Likeness.Sure, [.. formats[likeness]]));
            keptBytes += file.Forget(alsoHead: keptBytes > HeadBytesMax);
        }
        return looks;
    }

    /// <summary>
    /// The format that most files show: first by those of which one format is sure, and where there are none by what
    /// is possible. Null where exports have been found, and nothing else is sure.
    /// </summary>
    private IInteractionFormat? MainOf(List<Looks> looks)
    {
        var sure = looks.Where(look => look.AreSure).ToArray();
        var alone = Array.FindAll(sure, look => look.Formats.Length == 1);
        var shown = sure.Length == 0 && _parts.Count == 0
            ? looks.SelectMany(look => look.Formats)
            : (alone.Length > 0 ? alone : sure).Select(look => look.Formats[0]);
        var counts = shown.CountBy(format => format).ToDictionary();
        // Of several that as many files show, the first of the formats.
        return All.Where(counts.ContainsKey).MaxBy(format => counts[format]);
    }

    /// <summary>
    /// What saves the mails of a folder one by one may write a table of them as well: read with them, it would report
    /// each mail twice.
    /// </summary>
    private IEnumerable<(IInteractionFormat? Format, SourceFile File)> WithoutIndexes(
        List<(IInteractionFormat? Format, SourceFile File)> files)
    {
        string[] folders = [.. files.Where(file => file.Format is Eml).Select(file => file.File.Folder).Distinct()];
        foreach (var (format, file) in files)
            if (format is CsvInteractions && file.PlainName.Contains("index", StringComparison.OrdinalIgnoreCase)
                && folders.Any(folder => folder.StartsWith(file.Folder, StringComparison.Ordinal)))
                _indexes++;
            else
                yield return (format, file);
    }

    /// <summary>Any one file is taken for a table in the end: its columns say whether it is one.</summary>
    private void LeaveOut(SourceFile[] files)
    {
        if (_files.IsOneFile && files.Length == 1 && _parts.Count == 0)
        {
            _parts.Add((All[^1], _files));
            return;
        }
        var isArchive = files.ToLookup(file =>
            ForeignMail.AdviceFor(file.Name) is null && OtherKinds.IsArchive(file));
        _archives.AddRange(isArchive[true]);
        var isWorkbook = isArchive[false].ToLookup(OtherKinds.IsWorkbook);
        _workbooks = [.. isWorkbook[true]];
        _others = [.. isWorkbook[false]];
    }

    private void Report(FormatRead read)
    {
        var report = read.Report;
        if (_archives.Count > 0)
        {
            report.DropFiles(Outcome.InnerArchive, _archives.Count);
            report.Note($"{_archives[0].Name}: an archive inside is not opened; unpack it, and import what is in it.");
        }
        if (_workbooks.Length > 0)
        {
            report.DropFiles(Outcome.InnerWorkbook, _workbooks.Length);
            report.Note($"{_workbooks[0].Name}: a workbook among other files is not opened; import it by itself.");
        }
        foreach (var other in _others)
            ForeignMail.Drop(other, read);
        if (_indexes > 0)
            report.DropFiles(Outcome.MailIndex, _indexes);
        if (Counts.Skip(1).Any())
            report.Note("Files by format: " + string.Join(", ", Counts.OrderByDescending(count => count.Files)
                .Select(count => $"{count.Format.Name}: {(count.Files == 1 ? "1 file" : $"{count.Files:N0} files")}")));
    }

    private InputException NoFormat() => _archives.Count > 0
        ? new($"{_files.Name}: it holds archives, such as {_archives[0].Name}, and nothing else that is read; "
            + "unpack them, and import what is in them.")
        : _workbooks.Length > 0
        ? new($"{_files.Name}: it holds workbooks, such as {_workbooks[0].Name}, and nothing else that is read; "
            + "import each by itself.")
        : _files.Find("[Content_Types].xml") is not null
        ? new($"{_files.Name}: it is an Office document; save the table in it as CSV, and import that.")
        : new($"{_files.Name}: looks like no format known here; name it (--format {InteractionFormats.Names}).");

    /// <summary>How a file looks.</summary>
    /// <param name="File">The file.</param>
    /// <param name="AreSure">Whether formats are sure that it is theirs.</param>
    /// <param name="Formats">These; else those to which it is possible.</param>
    private sealed record Looks(SourceFile File, bool AreSure, IInteractionFormat[] Formats)
    {
        /// <summary>The format that reads it where most files are of another or of the same.</summary>
        public IInteractionFormat? FormatWhere(IInteractionFormat? main) =>
            Formats.Contains(main) ? main : AreSure ? Formats[0] : null;
    }
}
