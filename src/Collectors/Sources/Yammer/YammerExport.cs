using System.Text;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>A network of Viva Engage (Yammer) as its administrators export it: tables of messages and users.</summary>
internal sealed class YammerExport : IInteractionFormat
{
    private const string Messages = "Messages.csv";

    private enum Column
    {
        Id,
        [Named("replied_to_id")] RepliedTo,
        [Named("in_private_conversation")] Private,
        Participants,
        [Named("sender_id")] SenderId,
        [Named("sender_type")] SenderType,
        [Named("created_at")] CreatedAt,
        [Named("deleted_at")] DeletedAt,
        Body,
    }

    public string Name => "yammer";

    public string What => "a Viva Engage (Yammer) network or user export, folder or ZIP with Messages.csv";

    /// <summary>All that lies where the messages do: attachments are not read.</summary>
    public IReadOnlyList<SourceFile> Claim(SourceFiles files) => !files.IsOneFile
        && files.Files.FirstOrDefault(file => IsNamed(file, Messages) && file.Head.IndexOf("replied_to_id"u8) >= 0)
            is { } messages
        ? files.Under(messages.Folder) : [];

    public IEnumerable<Interaction<AccountId>> Read(SourceFiles files, FormatRead read)
    {
        var messages = Find(files, Messages)
            ?? throw new InputException($"{files.Name}: expected a folder or ZIP with Messages.csv.");
        var users = new YammerUsers(read);
        users.Learn(Find(files, "Users.csv"), areSenders: false);
        users.Learn(messages, areSenders: true);
        var given = new ItemInteractions(read);
        var threads = new Threads(given, read.Report);
        using var table = CsvTable<Column>.Open(
            messages, Layout(read) with { Ignore = read.Options.Mentions ? [] : ["body"] }, read.Report);
        var row = new Row(table, users, given, threads, read);
        foreach (var interaction in given.Each(table, row.Read))
            yield return interaction;
        foreach (var interaction in threads.End())
            yield return interaction;
        if (Find(files, "LikedMessages.csv") is { } liked)
            foreach (var like in LikedMessages.Read(liked, row.OnlySender, users, read))
                yield return like;
        read.LeaveOutUnread(files);
    }

    /// <summary>The tables have a layout of their own; only how many bad rows are allowed is the caller's.</summary>
    internal static CsvFormat Layout(FormatRead read) => CsvFormat.Default with
    {
        Delimiter = ",", MaxBadRows = read.Csv.MaxBadRows, Encoding = read.Csv.Encoding, Dates = read.Csv.Dates,
    };

    private static SourceFile? Find(SourceFiles files, string name) =>
        files.Files.FirstOrDefault(file => IsNamed(file, name));

    private static bool IsNamed(SourceFile file, string name) =>
        file.PlainName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private sealed class Row(
        CsvTable<Column> table, YammerUsers users, ItemInteractions given, Threads threads, FormatRead read)
    {
        private readonly Instants _instants = new(table.Of(Column.CreatedAt), TimeZoneInfo.Utc, read.Report);
        private byte[] _sender = [];
        private bool _hasSeveralSenders;

        /// <summary>Id of the one who sent every message; empty where several did.</summary>
        public byte[] OnlySender => _hasSeveralSenders ? [] : _sender;

        public void Read()
        {
            if (table[Column.Id].IsEmpty || table[Column.SenderId].IsEmpty)
                table.Bad(table[Column.Id].IsEmpty ? Column.Id : Column.SenderId, "a number");
            else if (!_instants.TryRead(table[Column.CreatedAt], out var at))
                table.Bad(Column.CreatedAt, _instants.Expected);
            else if (!table[Column.DeletedAt].IsEmpty)
                read.Report.Drop(Outcome.Edit);
            else if (table[Column.SenderType] is { IsEmpty: false } type && !Ascii.EqualsIgnoreCase(type, "user"u8))
                read.Report.Drop(Outcome.Bot);
            else
                Give(at);
        }

        private void Give(DateTime at)
        {
            var id = new EventId().Add(table[Column.Id]);
            var author = users.AccountOf(table[Column.SenderId]);
            _hasSeveralSenders |= _sender.Length > 0 && !table[Column.SenderId].SequenceEqual(_sender);
            if (_sender.Length == 0)
                _sender = table[Column.SenderId].ToArray();
            threads.Begin(id, author);
            if (Ascii.EqualsIgnoreCase(table[Column.Private], "true"u8))
                GiveToParticipants(id, at, author);
            else if (!table[Column.RepliedTo].IsEmpty)
                threads.Answer(id, at, author, new EventId().Add(table[Column.RepliedTo]), Channel.ChannelPost);
            else
                read.Report.Drop(Outcome.ToNobody);
            if (read.Options.Mentions)
                GiveMentions(id, at, author);
        }

        /// <summary>As <c>user:12,user:34</c>, the sender among them or not.</summary>
        private void GiveToParticipants(EventId id, DateTime at, AccountId author)
        {
            var others = new HashSet<AccountId>();
            var participants = table[Column.Participants];
            foreach (var range in participants.SplitAny(",;"u8))
            {
                var part = participants[range];
                part = part[Ascii.Trim(part)];
                if (part.StartsWith("user:"u8) && users.AccountOf(part["user:"u8.Length..]) is var other
                    && other != author)
                    others.Add(other);
            }
            foreach (var other in others)
                given.Give(id, at, author, other, Channel.Chat, others.Count);
        }

        /// <summary>Looks for <c>[[user:12]]</c> among the bytes; of what stands around it nothing is kept.</summary>
        private void GiveMentions(EventId id, DateTime at, AccountId author)
        {
            for (var rest = table[Column.Body]; rest.IndexOf("[[user:"u8) is >= 0 and var begin;)
            {
                rest = rest[(begin + "[[user:"u8.Length)..];
                var length = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
                if (length is > 0 and < 20)
                    given.Give(id, at, author, users.AccountOf(rest[..length]), Channel.Mention);
            }
        }
    }
}
