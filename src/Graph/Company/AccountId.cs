namespace InfluencerMap.Graph.Company;

/// <summary>The number of a mailbox or handle in the store, from 1.</summary>
/// <param name="Value">The number; 0 is <see cref="None"/>.</param>
public readonly record struct AccountId(int Value) : IComparable<AccountId>
{
    /// <summary>Stands for a handle that no account is kept for.</summary>
    public static AccountId None => default;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => Value == 0;

    /// <inheritdoc/>
    public int CompareTo(AccountId other) => Value.CompareTo(other.Value);

    /// <summary>The number, in digits.</summary>
    public override string ToString() => $"{Value}";
}
