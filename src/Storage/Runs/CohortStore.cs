using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>The cohorts that were saved, each with its run, wishes and certificate.</summary>
public sealed class CohortStore
{
    /// <summary>Who saves on the command line.</summary>
    public const string Operator = "operator";

    private readonly Database _database;

    static CohortStore()
    {
        Cells.KeepJson(CohortJson.Default.CohortCertificate);
        Cells.Keep<SavedWishes>(
            text => JsonSerializer.Deserialize((string)text, CohortJson.Default.WishesRow)!.ToWishes(),
            _ => throw new NotSupportedException("Wishes are saved without the people in them."));
    }

    internal CohortStore(Database database) => _database = database;

    /// <summary>
    /// Saves a cohort. The same people for the same wishes, by the same caller on the same run, are saved once.
    /// </summary>
    /// <param name="runId">The run that the cohort was chosen on.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="savedBy"><see cref="Operator"/>, or a keyed hash of the caller.</param>
    /// <param name="savedAt">Now, UTC.</param>
    /// <param name="cancellation">Undoes the save.</param>
    /// <returns>Its number.</returns>
    public Task<long> SaveAsync(
        string runId, Cohort cohort, string savedBy, DateTime savedAt, CancellationToken cancellation) =>
        _database.WriteAsync(
            async session =>
            {
                SavedMember[] people =
                [
                    .. cohort.Members.Select(member => new SavedMember(member.PersonId, false, member.Added)),
                    .. cohort.WaitList.Select(waiting => new SavedMember(waiting.PersonId, true, waiting.Gain)),
                ];
                var row = new
                {
                    RunId = runId,
                    WishesHash = HashOf(cohort.Options),
                    SavedAt = savedAt,
                    SavedBy = savedBy,
                    Wishes = WithoutPeople(cohort.Options),
                    cohort.Certificate,
                };
                if (await session.FirstAsync<long?>(Query.FindSameCohort, row) is { } same
                    && (await MembersAsync(session, same)).SequenceEqual(people))
                    return same;
                var number = await session.FirstAsync<long>(Query.AddCohort, row);
                await session.ExecuteAsync(
                    Query.AddCohortMember,
                    people.Select((person, position) => new
                    {
                        CohortNumber = number,
                        Position = position,
                        person.PersonId,
                        person.IsWaiting,
                        person.Gain,
                    }));
                return number;
            },
            cancellation);

    /// <summary>The cohorts saved, the last first.</summary>
    public Task<SavedCohort[]> ListAsync(int take, CancellationToken cancellation) =>
        _database.QueryAsync<SavedCohort>(Query.ListCohorts, new { Take = take }, cancellation);

    /// <summary>The cohort of that number; null where there is none.</summary>
    public Task<SavedCohort?> FindAsync(long number, CancellationToken cancellation) =>
        _database.FirstAsync<SavedCohort>(Query.FindCohort, new { Number = number }, cancellation);

    /// <summary>Members in order, then who waits; people erased since are missing.</summary>
    public Task<SavedMember[]> MembersAsync(long number, CancellationToken cancellation) =>
        _database.ReadAsync(session => MembersAsync(session, number), cancellation);

    /// <summary>Ids of those last saved for the same wishes on another run; nobody where there was none.</summary>
    public Task<PersonId[]> PreviousAsync(string runId, CohortOptions wishes, CancellationToken cancellation) =>
        _database.QueryAsync<PersonId>(
            Query.ReadPreviousCohort, new { RunId = runId, WishesHash = HashOf(wishes) }, cancellation);

    private static Task<SavedMember[]> MembersAsync(Session session, long number) =>
        session.QueryAsync<SavedMember>(Query.ReadCohortMembers, new { Number = number });

    private static string HashOf(CohortOptions wishes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(wishes))))[..16];

    /// <summary>
    /// The members are rows, which erasure and access find, and a text is not. A team's value is a key.
    /// </summary>
    private static string WithoutPeople(CohortOptions wishes)
    {
        var written = JsonNode.Parse(Write(wishes with
        {
            Included = [],
            Excluded = [],
            Quotas =
            [
                .. wishes.Quotas.Select(quota =>
                    quota is { Trait: CohortTrait.Team, Value: not null } ? quota with { Value = "one team" } : quota),
            ],
        }))!;
        written["includedCount"] = wishes.Included.Count;
        written["excludedCount"] = wishes.Excluded.Count;
        return written.ToJsonString();
    }

    /// <summary>
    /// Neither the earlier cohort nor the threads are part of what is asked; nor who volunteered or agreed so far, only
    /// that it counts; nor which groups are large enough to be bounded tonight.
    /// </summary>
    private static string Write(CohortOptions wishes) => JsonSerializer.Serialize(
        wishes with
        {
            Previous = [],
            Threads = 0,
            ChosenFrom = wishes.ChosenFrom is null ? null : [],
            From = wishes.From is null ? null : [],
            Quotas = [.. wishes.Quotas.Select(quota => quota with { OnlyValues = null })],
        },
        CohortJson.Default.CohortOptions);
}

/// <summary>Wishes as they are read again; what an older program did not write is its default.</summary>
internal sealed record WishesRow(
    int Size, ReachRow Reach, CohortQuota[]? Quotas, PersonId[]? ChosenFrom, PersonId[]? From, double Voice,
    int WaitListSize, int IncludedCount, int ExcludedCount)
{
    public SavedWishes ToWishes() => new(
        Size, Reach.StepsMax == 0 ? "influence" : $"steps:{Reach.StepsMax}", Quotas ?? [], Voice, From is not null,
        ChosenFrom is not null)
    {
        WaitListSize = WaitListSize,
        IncludedCount = IncludedCount,
        ExcludedCount = ExcludedCount,
    };
}

/// <summary>What is read again of what was to be reached.</summary>
internal sealed record ReachRow(int StepsMax);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CohortOptions))]
[JsonSerializable(typeof(CohortCertificate))]
[JsonSerializable(typeof(WishesRow))]
internal sealed partial class CohortJson : JsonSerializerContext;
