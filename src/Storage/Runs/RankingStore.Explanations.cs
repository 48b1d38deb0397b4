using System.Text.Json;
using System.Text.Json.Serialization;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Storage;

/// <summary>Why people of a run stand where they do, as its night prepared it.</summary>
public sealed partial class RankingStore
{
    /// <summary>Adds explanations to a published run.</summary>
    public Task SaveExplanationsAsync(
        string runId, IReadOnlyList<Explanation> explanations, CancellationToken cancellation) =>
        SaveToAsync(
            runId, Query.SaveExplanation,
            number => explanations.Select(one => new
            {
                RunNumber = number, one.Ranked.PersonId, Explanation = PreparedExplanation.Of(one.Words).Json(),
            }),
            cancellation);

    /// <summary>Why the person stands there in the run; null where no night prepared it.</summary>
    public Task<PreparedExplanation?> ExplanationAsync(
        string runId, PersonId personId, CancellationToken cancellation) =>
        _database.FirstAsync<PreparedExplanation>(
            Query.ReadExplanation, new { RunId = runId, PersonId = personId }, cancellation);
}

/// <summary>An explanation as stored: nothing in it is of a person.</summary>
/// <param name="Sentences">With <c>{0}</c> and <c>{1}</c> for the units.</param>
/// <param name="Departments">The units by name, none or two; null for one that is not a department.</param>
public sealed record PreparedExplanation(IReadOnlyList<string> Sentences, IReadOnlyList<string?> Departments)
{
    /// <summary>What is kept of an explanation.</summary>
    public static PreparedExplanation Of(ExplanationWords words) =>
        new(words.Sentences, [.. words.Units.Select(unit => unit.HeadId is null ? unit.Name : null)]);

    internal string Json() => JsonSerializer.Serialize(this, PreparedJson.Default.PreparedExplanation);

    /// <summary>The sentences, where only some departments may be named.</summary>
    public IReadOnlyList<string> Read(Func<string, bool> isNamed) => ExplanationWords.Fill(
        Sentences, [.. Departments.Select(name => name is not null && isNamed(name) ? name : null)]);
}

[JsonSerializable(typeof(PreparedExplanation))]
internal sealed partial class PreparedJson : JsonSerializerContext;
