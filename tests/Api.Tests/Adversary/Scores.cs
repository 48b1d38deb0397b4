namespace InfluencerMap.Tests.Adversary;

/// <summary>How strongly an adversary holds that two things belong together; 0 where nothing was learnt.</summary>
internal sealed class Scores
{
    private readonly Dictionary<(string, string), double> _values = [];

    public double this[string one, string other]
    {
        get => _values.GetValueOrDefault((one, other));
        set => _values[(one, other)] = value;
    }

    /// <summary>Of one thing alone.</summary>
    public double this[string one]
    {
        get => this[one, ""];
        set => this[one, ""] = value;
    }

    public void Add(string one, string other, double value) => this[one, other] += value;

    /// <summary>How often each person was seen where: people alike in it are told apart by nothing permitted.</summary>
    public static Dictionary<string, string> SignaturesOf(IEnumerable<IReadOnlySet<string>> lists, string[] keys)
    {
        var all = lists.ToArray();
        return keys.ToDictionary(
            key => key, key => string.Concat(all.Select(list => list.Contains(key) ? '1' : '0')));
    }
}

/// <summary>
/// Holds answers against the truth. Each question has two choices, one of them right, and is drawn such that the staff
/// list and what the role may know speak for neither: whoever guesses from those is right half of the time. Where an
/// adversary holds both choices equally likely a guess is right half of the time, too.
/// </summary>
internal sealed class Judge
{
    /// <summary>The 99 % point of the normal distribution, both sides.</summary>
    private const double Normal99 = 2.576;

    private double _right;

    public int Questions { get; private set; }

    /// <summary>Questions that do not hang together: fewer, where several are about one person.</summary>
    public int? Independent { get; init; }

    public double Accuracy => Questions == 0 ? 0.5 : _right / Questions;

    /// <summary>Half the width of the interval in which a guess lies in 99 of 100 cases.</summary>
    public double Halfwidth => Questions == 0
        ? 0.5
        : Normal99 * Math.Sqrt(0.25 / Math.Min(Questions, Independent ?? Questions));

    /// <summary>Share of what there is to be known: 1 where every answer is right, 0 where it is a guess.</summary>
    public double Recovered => (Accuracy - 0.5) / 0.5;

    public bool IsGuess => Math.Abs(Accuracy - 0.5) <= Halfwidth;

    public void Ask(double right, double wrong)
    {
        Questions++;
        _right += right > wrong ? 1 : right == wrong ? 0.5 : 0;
    }

    public override string ToString() => $"{Accuracy:0.000} of {Questions} (guess 0.5 ± {Halfwidth:0.000})";
}
