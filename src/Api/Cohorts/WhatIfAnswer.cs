using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Graph.Resilience;

namespace InfluencerMap.Api;

/// <summary>Who would not be there.</summary>
public sealed record WhatIfRequest : IValidatableObject
{
    [Description("Keys of members of one cohort proposed to you on this run: at least 5, or 3 of nominations.")]
    [MaxLength(1000, ErrorMessage = "leave holds at most 1000 keys.")]
    public string[]? Leave { get; init; }

    internal string[] Leaving => KeyList.Of(Leave);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (KeyList.HoldsNull(Leave))
            yield return new("leave holds null where a key is to stand.", ["leave"]);
        if (Leaving.Length < 3)
            yield return new("leave holds at least 5 keys; at least 3 where a run is of nominations.", ["leave"]);
    }
}

/// <summary>
/// What would be lost: a scenario, never a likelihood that anybody leaves. It shows nobody; shares are whole per cents.
/// </summary>
/// <param name="Run">Id of the run that it rests on.</param>
/// <param name="StayingCount">People who stay, to two digits.</param>
/// <param name="PairsCutOff">Of the pairs that have a way to each other today, the share that would have none.</param>
/// <param name="PairsLonger">The share whose way would be longer.</param>
/// <param name="ExtraStepsMean">By how many steps, on average.</param>
/// <param name="Units">Departments that are shown and would lose over a fifth of their ties to others.</param>
/// <param name="OnlyBridges">Pairs of units that would have one bridge only, and have more today.</param>
/// <param name="Backups">How many could stand in, by department; few of one are with the others.</param>
public sealed record WhatIfAnswer(
    string Run, int StayingCount, int PairsCutOff, int PairsLonger, double ExtraStepsMean, LostUnit[] Units,
    int OnlyBridges, BackupCount[] Backups) : IShowsPeople
{
    /// <summary>Whom was asked about: the audit says so.</summary>
    internal IReadOnlyList<string> Leaving { get; init; } = [];

    IEnumerable<string> IShowsPeople.ShownKeys => Leaving;

    internal static WhatIfAnswer Of(
        RunNetwork network, WhatIfResult result, string[] leaving, PeopleGroups groups, SmallGroups policy) => new(
        network.Run.Id, Coarse.People(result.StayingCount), ShareOf(result.PairsCutOff, result),
        ShareOf(result.PairsLonger, result),
        Math.Round(result.ExtraStepsMean, 1),
        [
            .. result.Units.Where(loss => loss.Unit.HeadId is null && groups.Shows("department", loss.Unit.Name))
                .OrderBy(loss => loss.Unit.Name, StringComparer.Ordinal)
                .Select(loss => new LostUnit(loss.Unit.Name, Percent.Of(loss.LostShare))),
        ],
        result.OnlyBridges.Select(bridge => (bridge.First, bridge.Second)).Distinct().Count(),
        CountBackups(result, network.People, groups, policy.Minimum))
    {
        Leaving = leaving,
    };

    private static int ShareOf(double pairs, WhatIfResult result) =>
        result.PairsConnected > 0 ? Percent.Of(pairs / result.PairsConnected) : 0;

    private static BackupCount[] CountBackups(
        WhatIfResult result, PersonIndex people, PeopleGroups groups, int minimum)
    {
        var byUnit = result.Backups.SelectMany(leaver => leaver.Candidates)
            .Select(backup => people[backup.PersonId].Department)
            .CountBy(unit => unit is not null && groups.Shows("department", unit) ? unit : "")
            .ToDictionary();
        BackupCount[] shown =
        [
            .. byUnit.Where(unit => unit.Key.Length > 0 && unit.Value >= minimum)
                .OrderBy(unit => unit.Key, StringComparer.Ordinal)
                .Select(unit => new BackupCount(unit.Key, unit.Value)),
        ];
        var others = byUnit.Values.Sum() - shown.Sum(unit => unit.Count);
        return others > 0 ? [.. shown, new(null, others)] : shown;
    }
}

/// <summary>What a unit would lose.</summary>
/// <param name="Unit">The department.</param>
/// <param name="LostShare">Whole per cent of the strength of its ties to others.</param>
public sealed record LostUnit(string Unit, int LostShare);

/// <summary>People who could stand in.</summary>
/// <param name="Unit">The department; null for all others.</param>
/// <param name="Count">How many, over all who would leave.</param>
public sealed record BackupCount(string? Unit, int Count);
