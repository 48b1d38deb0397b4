using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap import everyone</c>: people for data that come without a directory.</summary>
internal static class ImportEveryoneCommand
{
    public static CliCommand Create() =>
        new CliCommand(
            "everyone",
            "Makes a person of every account that the stored interactions name. Only for data without a directory: "
            + "where one was imported, accounts that it does not name stay nobody's.")
        {
            Examples = ["import everyone", "import everyone --store network.db"],
        }.Writes(async (store, _, cancellation) =>
        {
            var saved = await SaveAsync(store, cancellation);
            Progress.Say($"{saved.Added:N0} accounts became people, with externals and programs if there are any.");
            LeftOut.SayWithheld(saved.Withheld);
        });

    /// <summary>Makes a person of every account that interactions name and that belongs to nobody.</summary>
    /// <exception cref="FailedException">
    /// There is a directory: accounts that it does not name belong to nobody on purpose.
    /// </exception>
    private static async Task<PeopleSaved> SaveAsync(Store store, CancellationToken cancellation)
    {
        var described = (await store.People.ReadAsync(cancellation)).Count(IsDescribed);
        if (described > 0)
            throw new FailedException(
                $"The store holds a directory: {described:N0} people with a unit, a manager or dates. Accounts that it "
                + "does not name belong to nobody: externals, shared mailboxes, programs. See: import people FILE");
        if (await store.Interactions.SpanAsync(cancellation) is null)
            throw new FailedException("The store holds no interactions. Import some: import interactions FILE");
        var key = await CustomerKey.OpenAsync(store, Progress.Lines, cancellation);
        var handles = await store.Interactions.UnownedHandlesAsync(cancellation);
        return await store.People.SaveAsync(
            Array.ConvertAll(handles, handle => new DirectoryEntry
            {
                SourceId = handle,
                Spelling = handle,
                Key = PersonKey.Derive(key, handle),
            }),
            cancellation);
    }

    private static bool IsDescribed(Person person) => person is not
    {
        ManagerId: null, Department: null, Site: null, JobFamily: null, Level: null, Start: null, Leave: null,
    };
}
