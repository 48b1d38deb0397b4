using System.Runtime.InteropServices;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Demo;

/// <summary>One event of the synthetic company: a mail, a chat message, a meeting, a reaction.</summary>
/// <param name="Number">Unique over all days and channels: year, month, day and a number in the day.</param>
/// <param name="At">Instant, UTC, whole seconds.</param>
/// <param name="Channel">Where it happened.</param>
/// <param name="From">Account that the event is credited to.</param>
/// <param name="Sender">Account that pressed send for <paramref name="From"/>, else the same account.</param>
/// <param name="FirstRecipient">Place of the first recipient, for <see cref="MadeDay.RecipientsOf"/>.</param>
/// <param name="RecipientCount">How many recipients, at least 1.</param>
public readonly record struct MadeEvent(
    long Number, DateTime At, Channel Channel, int From, int Sender, int FirstRecipient, int RecipientCount);

/// <summary>An account that an event went to, and how it was addressed.</summary>
public readonly record struct MadeRecipient(int Account, RecipientRole Role);

/// <summary>All events of one day in the order of time, whatever their channel.</summary>
public sealed class MadeDay(DateOnly date)
{
    private readonly List<MadeEvent> _events = [];
    private readonly List<MadeRecipient> _recipients = [];
    private readonly long _numbersFrom = (date.Year % 100 * 10_000L + date.Month * 100 + date.Day) * 10_000_000;

    public DateOnly Date { get; } = date;

    public IReadOnlyList<MadeEvent> Events => _events;

    /// <summary>Valid while no event is added.</summary>
    public ReadOnlySpan<MadeRecipient> RecipientsOf(scoped in MadeEvent made) =>
        CollectionsMarshal.AsSpan(_recipients).Slice(made.FirstRecipient, made.RecipientCount);

    internal void Add(DateTime at, Channel channel, int from, int to, RecipientRole role = RecipientRole.To) =>
        Add(at, channel, from, from, [new(to, role)]);

    internal void Add(DateTime at, Channel channel, int from, int sender, ReadOnlySpan<MadeRecipient> recipients)
    {
        if (recipients.IsEmpty)
            return;
        _events.Add(new(_numbersFrom + _events.Count, at, channel, from, sender, _recipients.Count, recipients.Length));
        _recipients.AddRange(recipients);
    }

    internal void Sort() => _events.Sort(static (a, b) => (a.At, a.Number).CompareTo((b.At, b.Number)));
}
