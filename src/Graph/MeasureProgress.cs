namespace InfluencerMap.Graph;

/// <summary>How far a measure has come. Only ever rises.</summary>
/// <param name="SourcesDone">Sources finished.</param>
/// <param name="SourceCount">Sources in all.</param>
public readonly record struct MeasureProgress(int SourcesDone, int SourceCount);
