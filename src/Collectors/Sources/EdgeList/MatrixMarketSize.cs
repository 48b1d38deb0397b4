namespace InfluencerMap.Collectors;

/// <summary>What a Matrix Market file says of itself: the banner and the row of sizes after the comments.</summary>
internal sealed record MatrixMarketSize(bool IsSymmetric, bool HasWeights)
{
    public const string Banner = "%%MatrixMarket";

    /// <param name="name">For messages.</param>
    /// <param name="banner">The first line.</param>
    /// <exception cref="InputException">No matrix of entries by coordinates whose numbers can be weights.</exception>
    public static MatrixMarketSize Parse(string name, string banner)
    {
        var words = banner.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is not [_, "matrix", var form, var field, var symmetry, ..])
            throw Refusal(name, "is not complete");
        if (form != "coordinate")
            throw Refusal(name, $"says '{form}'; only entries by 'coordinate' are read");
        if (field is not ("real" or "double" or "integer" or "pattern"))
            throw Refusal(name, "names numbers that are not weights; 'real', 'integer' and 'pattern' are read");
        if (symmetry is not ("general" or "symmetric"))
            throw Refusal(name, "names a symmetry that no network has; 'general' and 'symmetric' are read");
        return new(symmetry == "symmetric", field != "pattern");
    }

    private static InputException Refusal(string name, string what) =>
        new($"{name}, line 1: the Matrix Market banner {what}.");
}
