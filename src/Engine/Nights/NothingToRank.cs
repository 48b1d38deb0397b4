using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>
/// Refuses a night whose places would say nothing: nobody to rank, no tie, or nobody measurable. It
/// says what took the rest away and what to do; the last run stays.
/// </summary>
public sealed class NothingToRank(
    Store store, NightlyOptions options, Run? last, int readCount, int keptCount, IReadOnlyList<HygieneCount> counts)
{
    private const int RulesShown = 4;

    /// <summary>What kept people from being measured, once that is known.</summary>
    private HygieneCount[] _gates = [];

    private InfluenceOptions Influence => options.Influence;

    public static void RequirePeople(Person[] people)
    {
        if (people.Length == 0)
            throw new FailedException("The store holds no people. Import them first: influencermap import people FILE");
    }

    public static async Task RequireInteractionsAsync(
        int count, Store store, Period period, CancellationToken cancellation)
    {
        if (count > 0)
            return;
        var span = await store.Interactions.SpanAsync(cancellation);
        throw new FailedException(
            $"No interactions from {period.From:yyyy-MM-dd} up to {period.To:yyyy-MM-dd}. " + (span is { } stored
                ? $"The store holds {stored.From:yyyy-MM-dd} to {stored.To:yyyy-MM-dd}: see --as-of and --window-days."
                : "Import some first: influencermap import interactions FILE"));
    }

    public async Task RequireOrderAsync(Ranking ranking, CancellationToken cancellation)
    {
        var tieCount = ranking.Ties.Ties.Length;
        if (tieCount == 0)
            throw await RefusalAsync("No tie between people is left: there is nothing to rank.", cancellation);
        RankedPerson[] ranked = [.. ranking.People.Where(person => person.Rank is not null)];
        _gates = [.. ranking.Unmeasured.Where(count => count.Count > 0)];
        var tooFew = string.Join(", ", _gates.Select(count => $"{count.Rule} {count.Count:N0} people"));
        if (ranked.Length == 0)
            throw await RefusalAsync(
                $"{tieCount:N0} ties, but nobody can be measured ({tooFew}): there is nobody to rank.", cancellation);
        if (ranked.Length == 1)
            throw await RefusalAsync(
                $"Only 1 person can be measured ({tooFew}): there is nobody to compare with.", cancellation);
    }

    private async Task<FailedException> RefusalAsync(string what, CancellationToken cancellation)
    {
        var span = await store.Interactions.SpanAsync(cancellation);
        var kept = last is null ? "No run is published." : "No run is published; the last run stays.";
        return new($"{what} {kept} {Found()} What to do: {string.Join("; ", Remedies(span))}.");
    }

    /// <summary>How many interactions were read and kept, and which rules took most.</summary>
    private string Found()
    {
        var taken = counts.Where(count => count.Count > 0 && TakesAway(count.Rule))
            .OrderByDescending(count => count.Count).Take(RulesShown)
            .Select(count => $"{count.Rule} {count.Count:N0} {count.Unit}").ToArray();
        return $"Interactions read: {readCount:N0}, kept: {keptCount:N0}."
            + (taken.Length > 0 ? $" Set aside by rule: {string.Join(", ", taken)}." : "");
    }

    private IEnumerable<string> Remedies(Period? span)
    {
        if (CountOf("other-layer") > 0)
            yield return Influence.Nominations
                ? "these are contacts, not nominations, so leave --preset nominations out"
                : "these are nominations, which only a night of their own ranks: "
                    + "influencermap nightly --preset nominations";
        if (CountOf("nobody") * 2 > readCount)
            yield return "most interactions name accounts of nobody in the directory, so import the people with their "
                + "addresses (influencermap import people FILE) or map the accounts (influencermap identities map)";
        if (CountOf("left") * 2 > readCount)
            yield return $"most people had left by {options.Period.To:yyyy-MM-dd}, so give an earlier day with --as-of";
        // Plain keeps what hygiene and the rules for ties set aside; who is nobody it cannot rank either.
        if (Influence.Preset != InfluenceOptions.Plain.Preset && !Influence.Nominations
            && counts.Concat(_gates).Any(count => count.Count > 0 && IsOffInPlain(count.Rule)))
            yield return "--preset plain counts each contact as a tie, in one direction too";
        if (span is { } stored && (stored.From < options.Period.From || stored.To > options.Period.To))
            yield return "a longer window with --window-days, or another day with --as-of: the store holds "
                + $"{stored.From:yyyy-MM-dd} to {stored.To:yyyy-MM-dd}, read was "
                + $"{options.Period.From:yyyy-MM-dd} up to "
                + $"{options.Period.To:yyyy-MM-dd}";
        yield return "import more interactions, over more weeks or from other sources";
    }

    private long CountOf(string rule) => counts.FirstOrDefault(count => count.Rule == rule)?.Count ?? 0;

    /// <summary>Rules that only weigh otherwise leave everything where it is.</summary>
    private static bool TakesAway(string rule) => rule is not (
        "dilution" or "roles" or "channels" or "meeting-minutes" or "recency" or "rates" or "balance" or "delegates"
        or "delegated-pairs");

    private static bool IsOffInPlain(string rule) =>
        TakesAway(rule) && InfluenceRules.Named(rule) is { Off: not null } known
        && !known.IsOn(InfluenceOptions.Plain);
}
