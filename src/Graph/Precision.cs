namespace InfluencerMap.Graph;

/// <summary>How exact an exact measure's arithmetic is.</summary>
public enum Precision
{
    /// <summary>
    /// Single precision allowed inside, sums in double: relative error at most 1e-5. An engine may be more exact than
    /// asked.
    /// </summary>
    Float,

    /// <summary>Double throughout, for audits: relative error at most 1e-12.</summary>
    Double,
}
