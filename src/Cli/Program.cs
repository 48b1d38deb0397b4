using InfluencerMap.Cli;
using InfluencerMap.Cli.Verbs;

var root = CommandLine.Create(
    ImportVerb.Create(),
    NightlyVerb.Create(),
    RankVerb.Create(),
    ExplainVerb.Create(),
    HygieneVerb.Create(),
    CohortVerb.Create(),
    WhatIfVerb.Create(),
    FragilityVerb.Create(),
    MeasureVerb.Create(),
    DemoVerb.Create());
return await CommandLine.RunAsync(root, args);
