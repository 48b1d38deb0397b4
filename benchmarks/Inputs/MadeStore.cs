using System.Buffers.Binary;
using InfluencerMap.Collectors;
using InfluencerMap.Demo;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Benchmarks;

/// <summary>
/// A store of the product's own made company, without files between: the last days of its activity that hold so many
/// interactions, through the append that every import ends in. Seed 1.
/// </summary>
internal sealed class MadeStore(int people, int interactions)
{
    private readonly MadeCompany _company = new(new() { People = people });

    public DateOnly AsOf => _company.Options.AsOf;

    public int DayCount { get; private set; }

    public long RowCount { get; private set; }

    public void WritePeopleTo(string path) => _company.WritePeopleTo(path);

    /// <summary>The people are in the store already.</summary>
    public async Task FillAsync(string path)
    {
        // Days do not depend on each other, so counting backwards and appending forwards make the same ones.
        for (var rows = 0L; rows < interactions; DayCount++)
        {
            if (AsOf.AddDays(-DayCount) <= _company.Options.From)
                throw new ArgumentException(
                    $"{people:N0} people have {rows:N0} interactions in six months, not {interactions:N0}.");
            rows += _company.Day(AsOf.AddDays(-DayCount - 1)).Events.Sum(made => (long)made.RecipientCount);
        }
        await using var store = await Store.OpenAsync(path, CancellationToken.None);
        var accounts = new AccountDirectory(await store.Interactions.AccountsAsync(CancellationToken.None));
        var names = new AccountNames(_company);
        for (var date = AsOf.AddDays(-DayCount); date < AsOf; date = date.AddDays(1))
        {
            var addedBefore = accounts.Added.Count;
            var appended = await store.Interactions.AppendAsync(
                Rows(_company.Day(date), names, accounts).ToAsyncEnumerable(),
                () => accounts.AddedAfter(addedBefore), null, CancellationToken.None);
            RowCount += appended.Stored;
        }
    }

    private static IEnumerable<Interaction<AccountId>> Rows(MadeDay day, AccountNames names, AccountDirectory accounts)
    {
        foreach (var made in day.Events)
        {
            var from = accounts.Resolve(names.Of(made.From, made));
            var row = new Interaction<AccountId>(
                Scattered(made.Number), made.At, from, new(0), made.Channel, RecipientRole.To, made.RecipientCount);
            for (var i = 0; i < made.RecipientCount; i++)
            {
                var recipient = day.RecipientsOf(made)[i];
                var to = accounts.Resolve(names.Of(recipient.Account, made));
                yield return row with { Target = to, Role = recipient.Role };
            }
            if (made.Sender != made.From)
                yield return row.SentBy(accounts.Resolve(names.Of(made.Sender, made)));
        }
    }

    /// <summary>Event ids fill 64 bits, as the hashes that collectors make do; one-to-one.</summary>
    private static long Scattered(long number) =>
        BinaryPrimitives.ReverseEndianness(number * unchecked((long)0x9E37_79B9_7F4A_7C15));
}
