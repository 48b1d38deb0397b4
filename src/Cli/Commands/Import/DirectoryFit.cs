using InfluencerMap.Collectors;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>Whether the people of the store are those whom its interactions name.</summary>
internal static class DirectoryFit
{
    /// <summary>With fewer accounts chance decides.</summary>
    private const int AccountsMin = 5;

    /// <summary>Says what to do where the two name people in different ways.</summary>
    public static async Task SayAsync(Store store, CancellationToken cancellation)
    {
        var people = await store.People.HandlesAsync(cancellation);
        if (people.Length == 0)
            return;
        var seen = await store.Interactions.SeenAccountsAsync(cancellation);
        var owned = seen.Count(account => account.IsOwned);
        var numbers = people.Select(person => LeadingZeros.Without(person.Handle)).OfType<string>().ToHashSet();
        var cut = seen.Count(account =>
            !account.IsOwned && LeadingZeros.Without(account.Handle) is { } number && numbers.Contains(number));
        if (cut > 0)
            Progress.Say($"{cut:N0} accounts differ from somebody's id in leading zeros alone, as 0005 and 5 do: a "
                + "spreadsheet cut them off. Write ids as text in both files, and import them again.");
        var names = (await store.People.NamesAsync(cancellation)).Values
            .Select(person => person.Name is { } name ? NameKey.Of(name) : null).OfType<string>().ToHashSet();
        var named = seen.Count(account => !account.IsOwned && account.Handle.Contains(' ')
            && NameKey.Of(account.Handle) is { } name && names.Contains(name));
        if (named > 0)
            Progress.Say($"Accounts written as names of people of the directory: {named:N0}. A name joins nothing by "
                + "itself, so they count for nobody. Write who they are into a file, take out the lines that are "
                + "wrong, and take it in: influencermap identities review --format csv > review.csv, then "
                + "influencermap identities map review.csv.");
        else if (cut == 0 && seen.Length >= AccountsMin && 10 * owned < seen.Length)
            Progress.Say($"{owned:N0} of {seen.Length:N0} accounts in the interactions belong to anybody: people and "
                + "interactions name them in different ways. Give people the addresses or ids that the interactions "
                + "have (import people FILE --map email=COLUMN, or aliases=COLUMN), or say which are whose "
                + "(influencermap identities map FILE).");
    }
}
