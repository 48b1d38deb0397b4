using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using InfluencerMap.Graph.Cohorts;

namespace InfluencerMap.Storage;

/// <summary>The cohorts proposed, each with its run, wishes and certificate.</summary>
public sealed class CohortStore
{
    private readonly Database _database;

    internal CohortStore(Database database) => _database = database;

    /// <summary>Saves a cohort. The same wishes on the same run have one answer: the last.</summary>
    /// <param name="runId">The run that the cohort was chosen on.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="savedAt">Now, UTC.</param>
    /// <param name="cancellation">Undoes the save.</param>
    /// <returns>Its number.</returns>
    public Task<long> SaveAsync(string runId, Cohort cohort, DateTime savedAt, CancellationToken cancellation) =>
        _database.WriteAsync(
            async session =>
            {
                var row = new
                {
                    RunId = runId,
                    WishesHash = HashOf(cohort.Options),
                    SavedMs = Instant.ToMs(savedAt),
                    // Without people: the members are rows, which erasure and access find, and a text is not.
                    Wishes = Write(cohort.Options with { Included = [], Excluded = [] }),
                    Certificate = JsonSerializer.Serialize(
                        cohort.Certificate, CohortJson.Default.CohortCertificate),
                };
                await session.ExecuteAsync(Query.DropCohort, row);
                var number = await session.FirstAsync<long>(Query.AddCohort, row);
                var members = cohort.Members.Select(member => (member.PersonId, Gain: member.Added, IsWaiting: false));
                var waiting = cohort.WaitList.Select(person => (person.PersonId, person.Gain, IsWaiting: true));
                await session.ExecuteAsync(
                    Query.AddCohortMember,
                    members.Concat(waiting).Select((person, position) => new
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

    /// <summary>Ids of those last chosen for the same wishes on another run; nobody where there was none.</summary>
    public Task<int[]> PreviousAsync(string runId, CohortOptions wishes, CancellationToken cancellation) =>
        _database.ReadAsync(
            session => session.QueryAsync<int>(
                Query.ReadPreviousCohort, new { RunId = runId, WishesHash = HashOf(wishes) }),
            cancellation);

    private static string HashOf(CohortOptions wishes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(wishes))))[..16];

    /// <summary>
    /// Neither the earlier cohort nor the threads are part of what is asked; nor who agreed so far, only that it
    /// counts; nor which groups are large enough to be bounded tonight.
    /// </summary>
    private static string Write(CohortOptions wishes) => JsonSerializer.Serialize(
        wishes with
        {
            Previous = [],
            Threads = 0,
            ChosenFrom = wishes.ChosenFrom is null ? null : [],
            Quotas = [.. wishes.Quotas.Select(quota => quota with { OnlyValues = null })],
        },
        CohortJson.Default.CohortOptions);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CohortOptions))]
[JsonSerializable(typeof(CohortCertificate))]
internal sealed partial class CohortJson : JsonSerializerContext;
