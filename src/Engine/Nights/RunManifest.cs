using System.Buffers.Binary;
using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>Describes a run by the hashes of what went in, so that a changed ranking can be explained.</summary>
/// <remarks>The id rests on hashes and window alone: what differs by machine or night is no part of it.</remarks>
public static class RunManifest
{
    private const int RowBytesMax = 32;

    /// <summary>Part time that nobody states adds no byte, so that runs of before it could be stated compare.</summary>
    private static readonly JsonSerializerOptions PersonForm = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(form =>
        {
            foreach (var property in form.Properties)
                if (property.Name is nameof(Person.Fte) or nameof(Person.WorkingDays))
                    property.ShouldSerialize = (_, value) => value is not null;
        }),
    };

    public static Run Describe(
        NightlyOptions options, Person[] directory, Ranking ranking, IReadOnlyList<RunSource> sources,
        IReadOnlyList<ImportedFormat> imports, DateTime now, Steps progress)
    {
        var interactions = ranking.Interactions;
        var inputHash = HashInputs(directory, interactions);
        var optionsHash = Hex(SHA256.HashData(Encoding.UTF8.GetBytes(OptionsJson.Write(options.Influence))));
        var codeHash = HashCode();
        var run = new Run
        {
            Id = Hex(SHA256.HashData([.. Convert.FromHexString(inputHash), .. Convert.FromHexString(optionsHash),
                .. PeriodBytes(options.Period), .. Convert.FromHexString(codeHash)]))[..16],
            Period = options.Period,
            Options = options.Influence,
            InputHash = inputHash,
            OptionsHash = optionsHash,
            CodeVersion = typeof(RunManifest).Assembly
                .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            CodeHash = codeHash,
            PublishedAt = now,
            PersonCount = ranking.People.Count,
            RankedCount = ranking.People.Count(person => person.Rank is not null),
            InteractionCount = interactions.Count,
            TieCount = ranking.Ties.Ties.Length,
            Steps = [],
            Sources = sources,
            Channels = CountChannels(interactions),
            Imports = imports,
            Sampling = ranking.Measures.Sampled is { } sampled
                ? new(sampled.SourceCount, sampled.Epsilon, sampled.Delta, sampled.Seed)
                : null,
        };
        return Measure(run, progress);
    }

    /// <summary>The run with what it took up to now: no part of what it is known by.</summary>
    public static Run Measure(Run run, Steps progress)
    {
        using var process = Process.GetCurrentProcess();
        return run with { Steps = [.. progress.Durations], PeakMemoryBytes = process.PeakWorkingSet64 };
    }

    /// <summary>
    /// SHA-256 over the identities that the compiler gave to the programs that read the window and score it: the same
    /// sources give the same, in whatever folder a release is built, and any change of them another.
    /// </summary>
    private static string HashCode()
    {
        Type[] parts = [typeof(InfluenceModel), typeof(Store), typeof(RunManifest)];
        return Hex(SHA256.HashData([.. parts.SelectMany(part => part.Module.ModuleVersionId.ToByteArray())]));
    }

    private static ChannelCount[] CountChannels(ReadOnlySpan<Interaction<PersonId>> interactions)
    {
        var counts = new long[byte.MaxValue + 1];
        foreach (ref readonly var interaction in interactions)
            counts[(byte)interaction.Channel]++;
        return
        [
            .. from channel in Enum.GetValues<Channel>()
               where counts[(byte)channel] > 0
               select new ChannelCount(
                   JsonNamingPolicy.CamelCase.ConvertName(channel.ToString()), counts[(byte)channel]),
        ];
    }

    /// <summary>SHA-256 over the directory without names, then over every interaction in the order read.</summary>
    private static string HashInputs(Person[] directory, ReadOnlySpan<Interaction<PersonId>> interactions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(directory, PersonForm));
        // Many rows a call: a call costs more than the hash of one row.
        var rows = new byte[1000 * RowBytesMax];
        var length = 0;
        foreach (ref readonly var interaction in interactions)
        {
            length += Write(interaction, rows.AsSpan(length));
            if (length + RowBytesMax <= rows.Length)
                continue;
            hash.AppendData(rows, 0, length);
            length = 0;
        }
        hash.AppendData(rows, 0, length);
        return Hex(hash.GetHashAndReset());
    }

    /// <returns>
    /// Bytes written: without minutes as many as before there were any, so that runs of then compare.
    /// </returns>
    private static int Write(in Interaction<PersonId> interaction, Span<byte> row)
    {
        var isTimed = interaction.Minutes > 0;
        BinaryPrimitives.WriteInt64LittleEndian(row, interaction.EventId);
        BinaryPrimitives.WriteInt64LittleEndian(row[8..], interaction.At.Ticks);
        BinaryPrimitives.WriteInt32LittleEndian(row[16..], interaction.Source.Value);
        BinaryPrimitives.WriteInt32LittleEndian(row[20..], interaction.Target.Value);
        row[24] = (byte)interaction.Channel;
        row[25] = (byte)((byte)interaction.Role | (isTimed ? 0x80 : 0));
        BinaryPrimitives.WriteInt32LittleEndian(row[26..], interaction.AudienceSize);
        BinaryPrimitives.WriteInt16LittleEndian(row[30..], (short)interaction.Minutes);
        return isTimed ? RowBytesMax : RowBytesMax - 2;
    }

    private static byte[] PeriodBytes(Period period) =>
        [.. BitConverter.GetBytes(period.From.Ticks), .. BitConverter.GetBytes(period.To.Ticks)];

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
