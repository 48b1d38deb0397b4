using System.Text.Json;

namespace InfluencerMap.Storage;

/// <summary>Every statement of the stores; the file of each bears its name in snake_case.</summary>
internal enum Query
{
    ReadSchemaState,
    LetReadersGoOn,
    PrepareWrite,
    PrepareAppend,
    AddPerson,
    ChangePerson,
    NamePerson,
    ReadPeople,
    ReadPersonNames,
    ReadPersonHandles,
    FindPerson,
    AddAccount,
    AddAccountHandle,
    ChangeAccount,
    ReadAccounts,
    ReadOwnedAccounts,
    ReadAccountOwners,
    ReadAccountIdMax,
    AddClaim,
    ReadClaims,
    ReadMerges,
    ReadDismissals,
    ReadInternalDomains,
    AddInternalDomain,
    ReadTenures,
    ForgetTenures,
    AddTenure,
    SettleAccount,
    CountAccountInteractions,
    LogIdentity,
    ReadIdentityLog,
    AppendInteraction,
    SaveCursor,
    ForgetCursor,
    ReadCursors,
    SaveGroup,
    ForgetGroup,
    ForgetGroupMembers,
    ForgetGroupAddresses,
    AddGroupMember,
    DropGroupMember,
    AddGroupAddress,
    MarkListAccount,
    ReadGroups,
    ReadPeopleOfGroups,
    ReadListAddresses,
    ReadListMembers,
    BeginCollection,
    AddToCollection,
    AddCollectionOutcome,
    CompleteCollection,
    ReadLastCollections,
    FindCollection,
    ReadCollectionOutcomes,
    CountInteractions,
    ReadInteractions,
    ReadInteractionSpan,
    ReadNobodyAccounts,
    ReadUnownedHandles,
    ReadEmployments,
    ReadDirectoryAddresses,
    ReadOutsideContacts,
    RecordImport,
    ReadImports,
    PublishRunAgain,
    AddRun,
    MeasureRun,
    AddRanking,
    AddRunTie,
    AddRunHygiene,
    ReadShownState,
    ReadLatestRun,
    FindRun,
    ListRuns,
    ReadRanking,
    ReadRankingSize,
    ReadPlacesOfPerson,
    CloseMoves,
    CloseRanks,
    LessenRuns,
    ReadRunTies,
    ReadRunHygiene,
    FindRunNumber,
    SaveRankInterval,
    AddRunRuleEffect,
    AddRunRuleMove,
    ReadRunRuleEffects,
    ReadRunRuleMoves,
    ReadPersonHistory,
    AddCohort,
    AddCohortMember,
    FindSameCohort,
    FindCohort,
    ListCohorts,
    ReadCohortMembers,
    ReadOwnCohortMembers,
    ReadPreviousCohort,
    AddRunVoice,
    ReadRunVoices,
    AddConsent,
    ReadConsents,
    ReadPersonConsents,
    AddApiKey,
    FindApiKey,
    ListApiKeys,
    RevokeApiKey,
    ReadAuditHead,
    AddAuditRow,
    FindAuditKeys,
    AddAuditKey,
    ReadAuditRows,
    ListAuditRows,
    ReadAuditKeys,
    ListViewsOfPerson,
    ForgetAuditKey,
    ReadPersonKey,
    HoldNight,
    ReadNightHolder,
    EraseInteractions,
    EraseGroupMembers,
    ReadHandlesOfPerson,
    BuryHandle,
    EraseClaims,
    EraseTenures,
    EraseFromIdentityLog,
    EraseRankings,
    EraseRunTies,
    EraseRuleMoves,
    EraseCohortMembers,
    EraseConsents,
    EraseApiKeys,
    MoveReportsUp,
    EraseName,
    ErasePerson,
    EraseFormerKeys,
    ReadFormerKeys,
    RememberKeys,
    ForgetFormerKeys,
    ChangePersonKey,
    RecordKeyRotation,
    RecordErasure,
    AccessPerson,
    AccessName,
    AccessAccounts,
    AccessHandles,
    AccessClaims,
    AccessTenures,
    AccessDecisions,
    AccessEvents,
    AccessGroups,
    AccessPlaces,
    AccessTies,
    AccessMoves,
    AccessCohorts,
    AccessConsents,
    AccessKeys,
    FindPersonKey,
    FreeAccounts,
    ReadTombstones,
    SetRetention,
    ReadRetention,
    AddAgreement,
    WithdrawAgreement,
    ReadAgreements,
    DeleteInteractions,
    DeletePastCohorts,
    DeletePastRuleMoves,
    DeletePastRuleEffects,
    DeletePastVoices,
    DeletePastHygiene,
    DeletePastTies,
    DeletePastRankings,
    DeletePastRuns,
    WipeDeleted,
    TruncateLog,
    ForgetRunTies,
    ReadPersonName,
    AddNamedView,
    ApproveNamedView,
    FindNamedView,
    ListNamedViews,
}

/// <summary>The statements and migrations of one dialect, from the files embedded in this assembly.</summary>
internal sealed class Queries
{
    private readonly Dictionary<Query, string> _texts = [];

    /// <exception cref="InvalidOperationException">Files are missing: the message names them all.</exception>
    public Queries(string dialect)
    {
        var missing = new List<string>();
        foreach (var query in Enum.GetValues<Query>())
        {
            var name = $"Queries/{dialect}/{JsonNamingPolicy.SnakeCaseLower.ConvertName(query.ToString())}.sql";
            if (Embedded(name) is { } text)
                _texts.Add(query, text);
            else
                missing.Add(name);
        }
        if (missing.Count > 0)
            throw new InvalidOperationException($"Not embedded: {string.Join(", ", missing)}.");
        Migrations = [.. typeof(Queries).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"Migrations/{dialect}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Embedded(name)!)];
    }

    /// <summary>The migrations in order; applying the first n makes schema version n.</summary>
    public IReadOnlyList<string> Migrations { get; }

    public string this[Query query] => _texts[query];

    private static string? Embedded(string name)
    {
        using var stream = typeof(Queries).Assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
