using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap keys create</c>: a key, shown once.</summary>
internal static class KeysCreateCommand
{
    private const int DaysDefault = 90;
    private const int DaysMax = 366;

    public static CliCommand Create()
    {
        var role = Options.Word<string>(
            "--role", "What the key opens. One role a key: nobody should see everything.", [.. Roles.All]);
        role.Required = true;
        var person = Options.Of<string?>(
            "--person", "person", $"Whose self-view a key of the role {Roles.Person} opens: an id or key.");
        var days = Options.Of<int>(
            "--days", "n", $"Days until it ends, 1 to {DaysMax}; {DaysDefault} when left out.", DaysDefault);
        var store = SharedOptions.Store();
        return new CliCommand(
            "create", "Makes a key and prints it once; only its hash is kept.", [role, person, days, store])
        {
            Examples = ["keys create --role Hr.Read", "keys create --role Person --person 45 --days 30"],
        }.Does(async (parsed, cancellation) =>
        {
            Options.Require(parsed, days, 1, DaysMax);
            var named = parsed.GetValue(person);
            if (parsed.GetRequiredValue(role) == Roles.Person != named is not null)
                throw new UsageException($"--person goes with --role {Roles.Person}, and that role with --person.");
            await using var opened = await Store.OpenToWriteAsync(parsed.GetRequiredValue(store), cancellation);
            PersonId? personId = named is null ? null : await PersonLookup.RequireAsync(opened, named, cancellation);
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            var end = now.AddDays(parsed.GetValue(days));
            Console.Out.WriteLine(await CallerKeys.CreateAsync(
                opened, parsed.GetRequiredValue(role), personId, now, end, cancellation));
            Progress.Say(
                $"Ends on {end:yyyy-MM-dd}. Keep it now: it cannot be shown again. "
                + "Send it as Authorization: Bearer KEY.");
        });
    }
}
