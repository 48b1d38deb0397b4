using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>An explanation in words, before it is decided which units may be named to whoever reads it.</summary>
/// <param name="Sentences">Three, in counts; <c>{0}</c> and <c>{1}</c> stand for the units.</param>
/// <param name="Units">The units spoken of, none or two.</param>
public sealed record ExplanationWords(IReadOnlyList<string> Sentences, IReadOnlyList<Unit> Units)
{
    /// <summary>What is said in place of a unit that may not be named.</summary>
    public const string NotShown = "a unit that is not shown";

    /// <summary>The sentences with every unit named; a branch of the org chart is given with its size.</summary>
    public IReadOnlyList<string> InFull() => Fill(Sentences, [.. Units.Select(NameOf)]);

    /// <summary>The sentences with these names.</summary>
    /// <param name="sentences">As <see cref="Sentences"/>.</param>
    /// <param name="units">In the order of <see cref="Units"/>; null for one that may not be named.</param>
    public static IReadOnlyList<string> Fill(IReadOnlyList<string> sentences, IReadOnlyList<string?> units) =>
    [
        .. sentences.Select(sentence => units.Index().Aggregate(
            sentence, (text, unit) =>
                text.Replace($"{{{unit.Index}}}", unit.Item ?? NotShown, StringComparison.Ordinal))),
    ];

    private static string NameOf(Unit unit) => unit.HeadId is null
        ? unit.Name
        : $"{unit.Name} ({(unit.PersonCount == 1 ? "1 person" : $"{unit.PersonCount:N0} people")})";
}
