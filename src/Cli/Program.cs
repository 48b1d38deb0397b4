using InfluencerMap.Cli;
using InfluencerMap.Cli.Verbs;
using InfluencerMap.Cli.Verbs.Agreements;
using InfluencerMap.Cli.Verbs.Identities;
using InfluencerMap.Cli.Verbs.Mappings;
using InfluencerMap.Cli.Verbs.Runs;

var root = CommandLine.Create(
    ImportVerb.Create(),
    MappingVerb.Create(),
    IdentitiesVerb.Create(),
    CollectVerb.Create(),
    NightlyVerb.Create(),
    RankVerb.Create(),
    BroadcastsVerb.Create(),
    RunsVerb.Create(),
    ExplainVerb.Create(),
    ConsentVerb.Create(),
    KeysVerb.Create(),
    RetentionVerb.Create(),
    AgreementVerb.Create(),
    AuditVerb.Create(),
    AccessVerb.Create(),
    EraseVerb.Create(),
    HygieneVerb.Create(),
    CohortVerb.Create(),
    WhatIfVerb.Create(),
    FragilityVerb.Create(),
    ServeVerb.Create(),
    MeasureVerb.Create(),
    DemoVerb.Create(),
    ScheduleVerb.Create(),
    BackupVerb.Create(),
    RestoreVerb.Create(),
    DoctorVerb.Create());
return await CommandLine.RunAsync(root, args);
