using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>People for data that come without a directory.</summary>
internal static class Everyone
{
    /// <summary>Makes a person of every account that interactions name and that belongs to nobody.</summary>
    /// <exception cref="FailedException">
    /// There is a directory: accounts that it does not name belong to nobody on purpose.
    /// </exception>
    public static async Task<PeopleSaved> SaveAsync(Store store, CancellationToken cancellation)
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
