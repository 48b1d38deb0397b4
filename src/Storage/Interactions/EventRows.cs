using System.Runtime.InteropServices;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>The rows of one event, until the next one begins.</summary>
internal sealed class EventRows(MailLists lists)
{
    private readonly List<Interaction<PersonId>> _rows = [];
    private readonly List<AccountId> _sources = [];
    private readonly List<(Interaction<PersonId> Row, AccountId Principal)> _sent = [];
    private readonly List<(Interaction<PersonId> Row, AccountId Source, MailList List)> _toLists = [];
    private readonly HashSet<(PersonId, PersonId)> _reached = [];
    private (long Id, DateTime At) _event;
    private bool _isSettled;

    /// <summary>Whether the row is of another event than those before it.</summary>
    public bool Ends(in Interaction<PersonId> row) => _rows.Count + _sent.Count > 0 && _event != (row.EventId, row.At);

    public void Add(in Interaction<PersonId> row, AccountId sourceAccount, AccountId targetAccount)
    {
        if (_isSettled)
        {
            _rows.Clear();
            _sources.Clear();
            _sent.Clear();
            _toLists.Clear();
            _isSettled = false;
        }
        _event = (row.EventId, row.At);
        if (row.Role == RecipientRole.SentFor)
        {
            _sent.Add((row, targetAccount));
            return;
        }
        _rows.Add(row);
        _sources.Add(sourceAccount);
        if (row.Target.IsNobody && lists.Find(targetAccount) is { } list)
            _toLists.Add((row, sourceAccount, list));
    }

    /// <summary>
    /// The rows with their audience, small lists expanded and excluded people taken out, in an order that does not
    /// depend on account ids. They are valid until the next row is added.
    /// </summary>
    public ReadOnlySpan<Interaction<PersonId>> Settle()
    {
        foreach (var (sent, principal) in _sent)
            if (sent.Target.IsNobody)
                Credit(sent.Source, principal);
        var audience = _rows.Count;
        foreach (var row in _rows)
            audience = Math.Max(audience, row.AudienceSize);
        if (_rows.Count > 1)
            audience = Math.Max(1, audience - RepeatCount());
        // By role, so that a member of two lists is reached the more direct way.
        _toLists.Sort((a, b) => Order(a.Row, b.Row));
        foreach (var (row, _, list) in _toLists)
        {
            var reachedCount = list.IsExpanded ? Expand(row, list)
                : list.People.Count - (list.People.Contains(row.Source) ? 1 : 0);
            // The list itself was counted as one.
            audience += reachedCount + list.OtherCount - 1;
        }
        if (_rows.Count > 1)
            _rows.Sort((a, b) => Order(a, b));
        for (var i = 0; i < _rows.Count; i++)
            _rows[i] = _rows[i] with { AudienceSize = audience };
        if (_sent.Count > 1)
            _sent.Sort((a, b) => Order(a.Row, b.Row));
        foreach (var (sent, _) in _sent)
            if (!sent.Source.IsNobody && !sent.Target.IsNobody)
                _rows.Add(sent);
        _rows.RemoveAll(static row => row.Source == Ownership.LeftOut || row.Target == Ownership.LeftOut);
        _isSettled = true;
        return CollectionsMarshal.AsSpan(_rows);
    }

    /// <summary>What is from a shared mailbox is the person's who answered there.</summary>
    private void Credit(PersonId sender, AccountId principalAccount)
    {
        for (var i = 0; i < _rows.Count; i++)
            if (_sources[i] == principalAccount && _rows[i].Source.IsNobody)
                _rows[i] = _rows[i] with { Source = sender };
        for (var i = 0; i < _toLists.Count; i++)
            if (_toLists[i].Source == principalAccount && _toLists[i].Row.Source.IsNobody)
                _toLists[i] = _toLists[i] with { Row = _toLists[i].Row with { Source = sender } };
    }

    /// <summary>Rows to a further address of one person, or of the sender: nobody else is reached.</summary>
    private int RepeatCount()
    {
        _reached.Clear();
        var count = 0;
        foreach (var row in _rows)
            if (row.Target.Value > 0
                && (row.Target == row.Source || !_reached.Add((row.Source, row.Target))))
                count++;
        return count;
    }

    /// <summary>Puts the members in the list's place who are not recipients already.</summary>
    /// <returns>Their number.</returns>
    private int Expand(Interaction<PersonId> row, MailList list)
    {
        var reached = _rows.Select(known => known.Target).Append(row.Source).ToHashSet();
        var members = list.People.Where(reached.Add).ToArray();
        _rows.Remove(row);
        _rows.AddRange(members.Select(person => row with { Target = person }));
        return members.Length;
    }

    private static int Order(in Interaction<PersonId> a, in Interaction<PersonId> b) =>
        (a.Source, a.Target, a.Channel, a.Role).CompareTo((b.Source, b.Target, b.Channel, b.Role));
}
