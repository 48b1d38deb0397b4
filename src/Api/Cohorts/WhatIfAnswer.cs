using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using InfluencerMap.Api.Audit;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Api.Cohorts;

/// <summary>Who would not be there.</summary>
public sealed record WhatIfRequest : IValidatableObject
{
    [Description("Pseudonymous keys of those who would not be there.")]
    [MaxLength(100, ErrorMessage = "leave holds at most 100 keys.")]
    public string[]? Leave { get; init; }

    [Description("Together with them, so many from the top of the ranking.")]
    [Range(0, 100, ErrorMessage = "top is a whole number from 0 to 100.")]
    public int? Top { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Leave is null or [] && Top is null or 0)
            yield return new("Say who would not be there: leave with keys, or top.", ["leave"]);
    }
}

/// <summary>What would be lost: a scenario, never a likelihood that anybody leaves. Shares are 0 … 1.</summary>
/// <param name="Run">Id of the run that it rests on.</param>
/// <param name="StayingCount">People who stay.</param>
/// <param name="PairsConnected">Pairs of them that have a way to each other today.</param>
/// <param name="PairsCutOff">Pairs that would have none.</param>
/// <param name="PairsLonger">Pairs whose way would be longer.</param>
/// <param name="ExtraStepsMean">By how many steps, on average.</param>
/// <param name="SourceCount">People whose ways were searched; fewer than those who stay in large companies.</param>
/// <param name="Units">
/// Units, large enough to be named, that would lose more than a fifth of the strength of their ties to others.
/// </param>
/// <param name="OnlyBridges">Who would become the only bridge between two units.</param>
/// <param name="Backups">Who knows most of the same people.</param>
public sealed record WhatIfAnswer(
    string Run, int StayingCount, double PairsConnected, double PairsCutOff, double PairsLonger, double ExtraStepsMean,
    int SourceCount, LostUnit[] Units, BridgeKey[] OnlyBridges, BackupKey[] Backups) : IShowsPeople
{
    IEnumerable<string> IShowsPeople.ShownKeys =>
        [
            .. OnlyBridges.Select(bridge => bridge.Key),
            .. Backups.SelectMany(backup => new[] { backup.Leaver, backup.Key }),
        ];

    public static WhatIfAnswer Of(string run, WhatIfResult result, Func<int, string> keyOf, int groupMin) => new(
        run, result.StayingCount, result.PairsConnected, result.PairsCutOff, result.PairsLonger, result.ExtraStepsMean,
        result.SourceCount,
        [
            .. from loss in result.Units
               where loss.Unit.PersonCount >= groupMin
               select new LostUnit(loss.Unit.Name, loss.LostShare),
        ],
        [.. result.OnlyBridges.Select(bridge => new BridgeKey(
            keyOf(bridge.PersonId), NameOf(bridge.First, groupMin), NameOf(bridge.Second, groupMin)))],
        [.. from leaver in result.Backups
            from backup in leaver.Candidates
            select new BackupKey(keyOf(leaver.LeaverId), keyOf(backup.PersonId), backup.Overlap, backup.KnownShare)]);

    private static string? NameOf(Unit unit, int groupMin) => unit.PersonCount >= groupMin ? unit.Name : null;

}

/// <summary>What a unit would lose.</summary>
public sealed record LostUnit(string Unit, double LostShare);

/// <summary>A person on whom all ties between two units would hang.</summary>
/// <param name="Key">The person's pseudonymous key.</param>
/// <param name="First">One of the units; null where it is too small to be named.</param>
/// <param name="Second">The other; null likewise.</param>
public sealed record BridgeKey(string Key, string? First, string? Second);

/// <summary>A person who could stand in.</summary>
/// <param name="Leaver">Key of who would leave.</param>
/// <param name="Key">Key of who could stand in.</param>
/// <param name="Overlap">Neighbours in common as a share of the neighbours of either.</param>
/// <param name="KnownShare">Share of the leaver's neighbours whom the person has a tie to.</param>
public sealed record BackupKey(string Leaver, string Key, double Overlap, double KnownShare);
