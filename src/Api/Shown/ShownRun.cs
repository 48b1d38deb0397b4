using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Api;

/// <summary>A run as it may be shown; its graph is read when a person, cohort or scenario is asked about.</summary>
public sealed class ShownRun
{
    private readonly ConcurrentDictionary<PersonId, WeekOfEvents[]> _events = [];
    private readonly ConcurrentDictionary<PersonId, IReadOnlyList<string>> _explanations = [];
    private readonly Store _store;
    private readonly Lazy<PeopleGroups> _byInfluence;
    private readonly Once<RunNetwork> _network;

    public ShownRun(
        Store store, RankedRun ranked, HiddenPlaces hidden, ShownState state, SmallGroups policy,
        IReadOnlyList<ProvisionalReason> provisional)
    {
        Provisional = provisional;
        (_store, Ranked, Hidden, State, Policy) = (store, ranked, hidden, state, policy);
        var people = ranked.People.People;
        _byInfluence = new(() => PeopleGroups.ByInfluence(ranked.Everybody, ranked.Ranking, policy));
        _network = new(() => RunNetwork.ReadAsync(store, ranked, CancellationToken.None));
        Groups = PeopleGroups.ByHeadcount(ranked.Everybody, policy);
        People = ShownPeople.Of(people, ranked.Ranking, Groups, policy);
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{Run.Id} {state.RotationNumber} "
            + string.Join('\n', people.Select(person => $"{person.Key} {People[person.Id]}")))));
    }

    public ShownState State { get; }

    public Run Run => Ranked.Run;

    public RankedRun Ranked { get; }

    public SmallGroups Policy { get; }

    /// <summary>Why its places are provisional; none where they stand.</summary>
    public IReadOnlyList<ProvisionalReason> Provisional { get; }

    /// <summary>Which groups may be named and asked for.</summary>
    public PeopleGroups Groups { get; }

    /// <summary>What may be said of people beside their keys.</summary>
    public ShownPeople People { get; }

    /// <summary>Places over which those of others close up.</summary>
    public HiddenPlaces Hidden { get; }

    /// <summary>The same for the same run as long as the same may be shown of the same people.</summary>
    public string Fingerprint { get; }

    /// <summary>Which groups' influence may be shown.</summary>
    public PeopleGroups GroupsByInfluence => _byInfluence.Value;

    /// <summary>
    /// Whether few people are ranked from what was seen of them. Who is named by colleagues was named on purpose: a run
    /// of nominations needs no reason.
    /// </summary>
    public bool IsSmallCompany => Ranked.People.Count < SmallGroups.CompanyMin && !Run.Options.Nominations;

    /// <summary>How much groups are heard, as the night drew it: told after the run is published.</summary>
    public Task<VoiceInterval[]> VoicesAsync(CancellationToken cancellation) =>
        _store.Rankings.VoicesAsync(Run.Id, cancellation);

    /// <summary>A person's own events are counted once a run: that reads every row.</summary>
    public async Task<WeekOfEvents[]> EventsAsync(PersonId personId, CancellationToken cancellation) =>
        _events.TryGetValue(personId, out var counted)
            ? counted
            : _events[personId] = await _store.Access.EventsAsync(personId, cancellation);

    /// <summary>
    /// Why a person has their rank: as the night prepared it; else, and where somebody of the run may no longer be
    /// shown, computed once a run, as that searches the graph from everybody.
    /// </summary>
    public async Task<IReadOnlyList<string>> ExplanationAsync(PersonId personId, CancellationToken cancellation)
    {
        if (_explanations.TryGetValue(personId, out var kept))
            return kept;
        var prepared = Ranked.IsWhole
            ? await _store.Rankings.ExplanationAsync(Run.Id, personId, cancellation)
            : null;
        prepared ??= await ExplainAsync(personId, cancellation);
        return _explanations[personId] = prepared.Read(name => Groups.Shows("department", name));
    }

    private async Task<PreparedExplanation> ExplainAsync(PersonId personId, CancellationToken cancellation)
    {
        var (_, network, ranking) = await NetworkAsync(cancellation);
        return PreparedExplanation.Of(Explanation.For(network, ranking, personId, cancellation).Words);
    }

    public Task<RunNetwork> NetworkAsync(CancellationToken cancellation) => _network.ReadAsync(cancellation);
}
