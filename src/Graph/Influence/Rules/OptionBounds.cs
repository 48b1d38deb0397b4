namespace InfluencerMap.Graph.Influence;

/// <summary>What the numbers of <see cref="InfluenceOptions"/> may be.</summary>
internal static class OptionBounds
{
    public static int AtLeast(int min, int value, string option) =>
        value >= min ? value : Throw.OptionOutside(option, value, $"at least {min}");

    public static double Weight(double value, string option) =>
        value is >= 0 and < double.PositiveInfinity ? value : Throw.OptionOutside(option, value, "from 0 and finite");

    public static double? AboveZeroOrNull(double? value, string option, string nullMeans) =>
        value is null or (> 0 and < double.PositiveInfinity)
            ? value
            : Throw.OptionOutside(option, value, $"above 0 and finite, or null for {nullMeans}");

    public static double Share(double value, string option) =>
        value is >= 0 and <= 1 ? value : Throw.OptionOutside(option, value, "a share from 0 to 1");
}
