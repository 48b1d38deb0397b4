namespace InfluencerMap.Cli;

/// <summary><c>influencermap doctor</c>: what is wrong with store, key, configuration and permissions.</summary>
internal static class DoctorCommand
{
    public static CliCommand Create()
    {
        var config = SharedOptions.Config();
        var store = SharedOptions.Store();
        return new CliCommand(
            "doctor", "Looks at the store, its keys, backups and retention and, where there is a configuration, at the "
                + "tenant's permissions; says what is wrong and how to mend it. Changes nothing.",
            [config, store])
        {
            Examples = ["doctor", "doctor --config /etc/influencermap/collect.json --store company.db"],
        }.Does(async (parsed, cancellation) =>
        {
            var findings = new List<Finding>();
            await foreach (var finding in Doctor.LookAsync(
                parsed.GetRequiredValue(store), parsed.GetRequiredValue(config),
                parsed.GetResult(config) is { Implicit: false }, cancellation))
            {
                var mark = finding.IsWrong switch { true => "WRONG", false => "ok   ", null => "     " };
                Console.WriteLine($"{mark}  {Suggested.InFull(finding.Text)}");
                findings.Add(finding);
            }
            return findings.Exists(finding => finding.IsWrong == true) ? CommandLine.Failed : CommandLine.Done;
        });
    }
}
