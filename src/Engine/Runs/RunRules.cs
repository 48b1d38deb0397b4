using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>One rule in one run.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="IsOn">Whether the run applied it.</param>
/// <param name="Settings">Its options as the run's manifest holds them, <c>name=value</c>.</param>
/// <param name="Count">What it touched; null when its source drops while it reads, and nothing is stored.</param>
/// <param name="Effect">How the head moves without it; null where the run was not ranked without it.</param>
public sealed record RunRule(
    InfluenceRule Rule, bool IsOn, IReadOnlyList<string> Settings, HygieneCount? Count, RuleEffect? Effect)
{
    /// <summary>Every rule of a run, in the order in which they apply; no move of who is excluded by now.</summary>
    public static async Task<RunRule[]> ReadAsync(Store store, Run run, CancellationToken cancellation)
    {
        var counts = (await store.Rankings.HygieneAsync(run.Id, cancellation)).ToDictionary(count => count.Rule);
        var excluded = (await store.Consents.ReadAsync(cancellation)).Excluded;
        var effects = (await store.Rankings.EffectsAsync(run.Id, cancellation)).ToDictionary(
            effect => effect.Rule,
            effect => effect with { Moves = [.. effect.Moves.Where(move => !excluded.Contains(move.PersonId))] });
        var values = OptionsJson.List(run.Options);
        return
        [
            .. InfluenceRules.All.Select(rule => new RunRule(
                rule, rule.IsOn(run.Options), [.. rule.Options.Select(Setting)],
                counts.GetValueOrDefault(rule.Name), effects.GetValueOrDefault(rule.Name))),
        ];

        // Where a whole group is off its parts have no value of their own.
        string Setting(string option) =>
            values.FirstOrDefault(value => value.Key == option) is { Key: not null } found
                ? $"{found.Key}={found.Value}"
                : $"{option.Split('.')[0]}=null";
    }
}
