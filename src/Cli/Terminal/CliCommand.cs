using System.CommandLine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>A command of the grammar, with the examples that its help ends with.</summary>
internal sealed class CliCommand : Command
{
    /// <param name="name">The word that calls it.</param>
    /// <param name="description">What it does, for the help.</param>
    /// <param name="parts">Its arguments, options and commands, in the order in which help lists them.</param>
    public CliCommand(string name, string description, IEnumerable<Symbol>? parts = null)
        : base(name, description) => Add(parts ?? []);

    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>What it does; unless something is thrown, it is done.</summary>
    public CliCommand Does(Func<ParseResult, CancellationToken, Task> work) => Does(async (parsed, cancellation) =>
    {
        await work(parsed, cancellation);
        return CommandLine.Done;
    });

    /// <summary>What it does, with an exit code.</summary>
    public CliCommand Does(Func<ParseResult, CancellationToken, Task<int>> work)
    {
        SetAction(work);
        return this;
    }

    /// <summary>Reads a store that is there.</summary>
    public CliCommand Reads(Func<Store, ParseResult, CancellationToken, Task> work)
    {
        var store = StoreOption();
        return Does(async (parsed, cancellation) =>
        {
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            await work(opened, parsed, cancellation);
        });
    }

    /// <summary>Changes a store that is there.</summary>
    public CliCommand Writes(Func<Store, ParseResult, CancellationToken, Task> work)
    {
        var store = StoreOption();
        return Does(async (parsed, cancellation) =>
        {
            await using var opened = await Store.OpenToWriteAsync(parsed.GetRequiredValue(store), cancellation);
            await work(opened, parsed, cancellation);
        });
    }

    /// <summary>Writes what it reads in a store, for people or for programs.</summary>
    /// <param name="check">What can be refused before the store is opened.</param>
    /// <param name="work">Reads and writes.</param>
    public CliCommand Reports(
        Func<Store, ParseResult, Output, CancellationToken, Task> work, Action<ParseResult>? check = null)
    {
        var output = new OutputOptions();
        Add(output.All);
        var store = StoreOption();
        return Does(async (parsed, cancellation) =>
        {
            var choice = output.Read(parsed);
            check?.Invoke(parsed);
            await using var opened = await Store.OpenExistingAsync(parsed.GetRequiredValue(store), cancellation);
            await work(opened, parsed, choice, cancellation);
        });
    }

    /// <summary>The one among its parts; else a new one, at their end.</summary>
    private Option<string> StoreOption()
    {
        if (Options.FirstOrDefault(option => option.Name == SharedOptions.StoreName) is Option<string> store)
            return store;
        Add([store = SharedOptions.Store()]);
        return store;
    }

    private void Add(IEnumerable<Symbol> parts)
    {
        Symbol[] all = [.. parts];
        Array.ForEach([.. all.OfType<Argument>()], Add);
        Array.ForEach([.. all.OfType<Option>()], Add);
        Array.ForEach([.. all.OfType<Command>()], Add);
    }
}
