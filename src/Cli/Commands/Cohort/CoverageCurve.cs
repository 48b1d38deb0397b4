using InfluencerMap.Graph.Cohorts;

namespace InfluencerMap.Cli;

/// <summary>How the share reached grows with the members, and what no cohort can exceed.</summary>
internal static class CoverageCurve
{
    public static string Of(Cohort cohort, bool asPicture, ExcelTongue? excel)
    {
        var shares = new double[cohort.Members.Count + 1];
        var tiedCount = Math.Max(1, cohort.Certificate.TiedCount);
        for (var size = 1; size < shares.Length; size++)
            shares[size] = shares[size - 1] + cohort.Members[size - 1].Added / tiedCount;
        if (!asPicture)
        {
            using var text = new StringWriter();
            CsvOutput.Write(
                text, ["Members", "Covered"], shares.Select((share, size) => new object?[] { size, share }), excel);
            return text.ToString();
        }
        return CurvePicture.Draw(
            $"{cohort.Members.Count} members reach {100 * cohort.Certificate.Share:0.0} % of the people with a tie",
            "members",
            "share of the people with a tie reached",
            [new("this cohort", [.. shares.Select((share, size) => (size, share))])],
            new("no cohort of this size can exceed", cohort.Certificate.CeilingShare));
    }
}
