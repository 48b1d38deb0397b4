using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>What <c>rank --by</c> takes: the score, a column by purpose, or one measure of the run.</summary>
internal enum RankColumn
{
    Influence,

    /// <summary>Who is near everybody.</summary>
    Connector,

    /// <summary>Who stands between people apart.</summary>
    Broker,

    /// <summary>Whom colleagues name.</summary>
    Named,

    Betweenness,
    Reach,
    Surprise,
}

internal static class RankColumns
{
    extension(RankColumn column)
    {
        /// <summary>What the run stores and orders by; null for a column that is computed when asked for.</summary>
        public RankBy? Stored => column switch
        {
            RankColumn.Influence => RankBy.Influence,
            RankColumn.Betweenness => RankBy.Betweenness,
            RankColumn.Reach => RankBy.Reach,
            RankColumn.Surprise => RankBy.Surprise,
            _ => null,
        };
    }
}
