using System.Diagnostics.CodeAnalysis;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>What is asked of a cohort.</summary>
public sealed record CohortOptions
{
    /// <summary>Members.</summary>
    /// <value>30; at least 1.</value>
    public int Size { get; init => field = OptionBounds.AtLeast(1, value, nameof(Size)); } = 30;

    /// <summary>What the members are to reach together.</summary>
    /// <value>Two steps, the horizon that field studies support best.</value>
    public CohortReach Reach { get; init; } = CohortReach.Steps(2);

    /// <summary>Bounds by attribute; all of them hold in every cohort that is returned.</summary>
    /// <value>None.</value>
    public IReadOnlyList<CohortQuota> Quotas { get; init; } = [];

    /// <summary>Ids of people who are members whatever they add, even without a tie or a rank.</summary>
    /// <value>Nobody.</value>
    public IReadOnlyList<PersonId> Included { get; init; } = [];

    /// <summary>
    /// Whether bounds hold only as far as they can: who is included stands outside upper bounds and outside
    /// <see cref="ChosenFrom"/> and counts towards lower bounds, and a lower bound asks a group for no more people than
    /// there are to choose from. Then no conflict reveals which groups the named people are in, or who agreed.
    /// </summary>
    /// <value>False: a cohort holds to every bound, or there is none.</value>
    public bool BoundsGiveWay { get; init; }

    /// <summary>Ids of people who are neither members nor on the wait list.</summary>
    /// <value>Nobody.</value>
    public IReadOnlyList<PersonId> Excluded { get; init; } = [];

    /// <summary>Ids of the people to choose members and the wait list from, such as those who agreed.</summary>
    /// <value>Null: everybody. Ids of people who are not in the graph say nothing.</value>
    public IReadOnlyList<PersonId>? ChosenFrom { get; init; }

    /// <summary>
    /// Ids of volunteers: only they and who is included may be chosen, and any of them, even without a tie or a rank.
    /// </summary>
    /// <value>
    /// Null: everybody who has a tie and can be measured. Ids of people who are not in the graph say nothing.
    /// </value>
    public IReadOnlyList<PersonId>? From { get; init; }

    /// <summary>
    /// Share of the seats that each professional family would have by headcount, which it is to have at least; see
    /// <see cref="VoiceFloors"/>.
    /// </summary>
    /// <value>0: families are ignored.</value>
    public double Voice { get; init => field = OptionBounds.Share(value, nameof(Voice)); }

    /// <summary>People on the wait list.</summary>
    /// <value>0.</value>
    public int WaitListSize { get; init => field = OptionBounds.AtLeast(0, value, nameof(WaitListSize)); }

    /// <summary>Ids of an earlier cohort, kept where a change is worth little; see <see cref="Continuity"/>.</summary>
    /// <value>Nobody: a cohort from scratch.</value>
    public IReadOnlyList<PersonId> Previous { get; init; } = [];

    /// <summary>
    /// Share of those who can be reached that replacing one previous member must add at least, 0 … 1.
    /// </summary>
    /// <value>0.005: a change must reach one person in 200 more.</value>
    public double Continuity { get; init => field = OptionBounds.Share(value, nameof(Continuity)); } = 0.005;

    /// <summary>Seed of all that is drawn: reverse-reachable sets and the random cohorts compared with.</summary>
    /// <value>1.</value>
    public ulong Seed { get; init; } = 1;

    /// <summary>Workers at most. The cohort is the same for any number.</summary>
    /// <value>0: one per core.</value>
    public int Threads
    {
        get;
        init => field = value >= 0 ? value : Throw.ThreadsNegative(value);
    }
}

/// <summary>What counts as reached.</summary>
/// <remarks>
/// <see cref="Steps"/>: everybody whom a member gets to in at most so many steps along the ties, and the members;
/// exact. <see cref="Influence"/>: the expected number of people that word from the members gets to, each tie passing
/// it on once, with probability 1 − exp(−beta · strength) (independent cascade; Kempe, Kleinberg, Tardos 2003);
/// sampled, with a stated error.
/// </remarks>
public sealed record CohortReach
{
    /// <summary>Under so many people two steps reach nearly everybody.</summary>
    public const int SmallCompany = 50;

    private CohortReach()
    {
    }

    /// <summary>Greatest number of steps; 0 for influence.</summary>
    public int StepsMax { get; private init; }

    /// <summary>
    /// How many others one person informs on average over the company: fixes beta, whatever the unit of the strengths.
    /// 0 for steps.
    /// </summary>
    public double ToldMean { get; private init; }

    /// <summary>What sampling may take from the certificate, as a share; 0 for steps.</summary>
    public double Epsilon { get; private init; }

    /// <summary>True for influence.</summary>
    public bool IsSampled => StepsMax == 0;

    /// <summary>Everybody in at most <paramref name="stepsMax"/> steps, from 1.</summary>
    public static CohortReach Steps(int stepsMax) => new()
    {
        StepsMax = stepsMax > 0 ? stepsMax : Throw.OptionOutside("steps", stepsMax, "at least 1"),
    };

    /// <summary>
    /// What is reached unless something else is asked: everybody in two steps; in one step where two would reach nearly
    /// all, whoever is chosen: by nominations, and among fewer than <see cref="SmallCompany"/> people.
    /// </summary>
    /// <param name="options">How the run was ranked.</param>
    /// <param name="personCount">People of the run.</param>
    public static CohortReach DefaultFor(Influence.InfluenceOptions options, int personCount) =>
        Steps(options.Nominations || personCount < SmallCompany ? 1 : 2);

    /// <summary>Reads <c>steps:1</c> … <c>steps:9</c> and <c>influence</c>, in any case.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CohortReach? reach)
    {
        reach = text?.ToLowerInvariant() switch
        {
            "influence" => Influence(),
            ['s', 't', 'e', 'p', 's', ':', >= '1' and <= '9' and var steps] => Steps(steps - '0'),
            _ => null,
        };
        return reach is not null;
    }

    /// <summary>The expected spread.</summary>
    /// <param name="toldMean">
    /// How many others one person informs on average; see <see cref="ToldMean"/>. Nothing in the data says how many:
    /// 0.5 is a middle assumption, to be compared with half and twice as many.
    /// </param>
    /// <param name="epsilon">What sampling may take from the certificate, 0.01 … 0.5.</param>
    public static CohortReach Influence(double toldMean = 0.5, double epsilon = 0.1) => new()
    {
        ToldMean = toldMean is > 0 and <= 100
            ? toldMean
            : Throw.OptionOutside("told", toldMean, "above 0, at most 100"),
        Epsilon = epsilon is >= 0.01 and <= 0.5 ? epsilon : Throw.OptionOutside("epsilon", epsilon, "0.01 … 0.5"),
    };
}

/// <summary>Bounds on the members who share a value of an attribute.</summary>
/// <param name="Trait">What is shared.</param>
/// <param name="Value">The value bounded; null bounds every value that occurs, each by itself.</param>
/// <param name="Min">Members at least.</param>
/// <param name="Max">Members at most; null = any number.</param>
public sealed record CohortQuota(CohortTrait Trait, string? Value = null, int Min = 0, int? Max = null)
{
    /// <summary>Without <see cref="Value"/>: bounds these values alone, each by itself.</summary>
    /// <value>Null: every value that occurs.</value>
    public IReadOnlyCollection<string>? OnlyValues { get; init; }
}

/// <summary>Attributes that quotas speak of. Who has none is in no group.</summary>
public enum CohortTrait
{
    /// <summary>Department.</summary>
    Department,

    /// <summary>Place of work.</summary>
    Site,

    /// <summary>Professional family.</summary>
    JobFamily,

    /// <summary>Level, as a number.</summary>
    Level,

    /// <summary>Everybody whom someone reports to: one group, without values.</summary>
    Managers,

    /// <summary>Everybody who reports to the same person; the value is that person's key.</summary>
    Team,
}
