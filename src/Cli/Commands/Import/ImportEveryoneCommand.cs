
namespace InfluencerMap.Cli;

/// <summary><c>influencermap import everyone</c>: people for data that come without a directory.</summary>
internal static class ImportEveryoneCommand
{
    public static CliCommand Create()
    {
        return new CliCommand(
            "everyone",
            "Makes a person of every account that the stored interactions name. Only for data without a directory: "
            + "where one was imported, accounts that it does not name stay nobody's.")
        {
            Examples =
            [
                "import everyone",
                "import everyone --store network.db",
            ],
        }.Writes(async (opened, parsed, cancellation) =>
        {
            var saved = await Everyone.SaveAsync(opened, cancellation);
            Progress.Say($"{saved.Added:N0} accounts became people, with externals and programs if there are any.");
            Withheld.Say(saved.Withheld);
        });
    }
}
