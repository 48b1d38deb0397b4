namespace InfluencerMap.Collectors;

/// <summary>The people that the cells of a row name.</summary>
internal sealed class RowRecipients(Cells<InteractionColumn> table)
{
    private readonly char[] _checked = new char[Handle.LengthMax];

    /// <summary>The one address or id of a cell; without one, whether there are several.</summary>
    public bool TryReadSender(InteractionColumn key, out bool areSeveral, out ReadOnlySpan<byte> handle)
    {
        areSeveral = false;
        handle = table[key];
        if (handle.IsEmpty || AddressCell.IsPlain(handle))
            return true;
        var cell = new AddressCell(handle, isList: false);
        if (!cell.Next(out handle))
            return false;
        areSeveral = cell.Next(out _);
        return !areSeveral;
    }

    /// <summary>The addresses and ids of a cell; a comma belongs to ids where the sender's holds one.</summary>
    public AddressCell Of(InteractionColumn key) =>
        new(table[key], isList: true, idsHaveCommas: table[InteractionColumn.From].Contains((byte)','));

    /// <summary>Whether all that the cell names can be kept, and is somebody where somebody is needed.</summary>
    public bool AreReadable(InteractionColumn key, bool isNeeded)
    {
        var cell = table[key];
        if (cell.IsEmpty)
            return !isNeeded;
        if (AddressCell.IsPlain(cell))
            return Handle.TryNormalise(cell, _checked, out _);
        var count = 0;
        var recipients = Of(key);
        while (recipients.Next(out var handle))
        {
            if (!Handle.TryNormalise(handle, _checked, out _))
                return false;
            count++;
        }
        return count > 0 || recipients.HasOthers || !isNeeded;
    }
}
