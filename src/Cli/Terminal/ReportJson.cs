using System.Text.Json.Serialization;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>JSON of the reports: camelCase, the same numbers as CSV.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RankingLine[]))]
[JsonSerializable(typeof(BesideLines))]
[JsonSerializable(typeof(BroadcastLine[]))]
[JsonSerializable(typeof(HygieneLine[]))]
[JsonSerializable(typeof(SourceLine[]))]
[JsonSerializable(typeof(ExplanationLine))]
[JsonSerializable(typeof(CohortLines))]
[JsonSerializable(typeof(SavedCohortLine[]))]
[JsonSerializable(typeof(SavedCohortLines))]
[JsonSerializable(typeof(WhatIfLines))]
[JsonSerializable(typeof(FragilityLines))]
[JsonSerializable(typeof(IdentityLine[]))]
[JsonSerializable(typeof(ImportLines))]
[JsonSerializable(typeof(PeopleLines))]
[JsonSerializable(typeof(LikelyPair[]))]
[JsonSerializable(typeof(AccessSection[]))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(RunManifestLines))]
internal sealed partial class ReportJson : JsonSerializerContext;
