using System.Text.Json.Serialization;

namespace InfluencerMap.Cli.Reports;

/// <summary>JSON of the reports: camelCase, the same numbers as CSV.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RankingLine[]))]
[JsonSerializable(typeof(HygieneLine[]))]
[JsonSerializable(typeof(ExplanationLine))]
[JsonSerializable(typeof(CohortLines))]
[JsonSerializable(typeof(WhatIfLines))]
[JsonSerializable(typeof(FragilityLines))]
internal sealed partial class ReportJson : JsonSerializerContext;
