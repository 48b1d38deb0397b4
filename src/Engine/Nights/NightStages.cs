using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Engine;

/// <summary>Reports the stages of the model as steps of the night; measuring and blending are one step.</summary>
internal sealed class NightStages(Steps steps) : IProgress<StageReport>
{
    private string _measured = "";

    public void Report(StageReport value)
    {
        if (value.Result is Measures measures)
            _measured = measures.Sampled is { } sampled ? $"sampled from {sampled.SourceCount:N0}" : "exact";
        else if (value.Result is not null)
            steps.End(OutcomeOf(value.Result));
        else if (value.Stage != InfluenceStage.Blend)
            steps.Begin(NameOf(value.Stage));
    }

    private static string NameOf(InfluenceStage stage) => stage switch
    {
        InfluenceStage.Clean => "Set aside what says nothing",
        InfluenceStage.Weigh => "Weigh the ties",
        InfluenceStage.Extract => "Keep the ties that stand out",
        InfluenceStage.Build => "Build the graph",
        _ => "Score and rank",
    };

    private string OutcomeOf(object result) => result switch
    {
        HygieneResult clean => $"{clean.Kept.Count:N0} interactions kept",
        TieStrengthResult weighed => $"{weighed.Ties.Length:N0} ties",
        BackboneResult backbone => $"{backbone.Ties.Length:N0} ties",
        Network network => $"{network.Graph.NodeCount:N0} people, {network.Graph.ArcCount:N0} arcs",
        RankedPerson[] people =>
            $"{people.Count(person => person.Rank is not null):N0} people ranked, betweenness {_measured}",
        _ => "",
    };
}
