using System.Buffers.Binary;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>Describes a run by the hashes of what went in, so that a changed ranking can be explained.</summary>
internal static class RunManifest
{
    public static Run Describe(
        NightlyOptions options, Person[] directory, Interaction[] interactions, int personCount,
        IReadOnlyList<RankedPerson> ranking, int tieCount, IReadOnlyList<RunSource> sources, TimeProvider clock,
        Progress progress)
    {
        var inputHash = HashInputs(directory, interactions);
        var optionsHash = Hex(SHA256.HashData(Encoding.UTF8.GetBytes(OptionsJson.Write(options.Influence))));
        var codeVersion = typeof(RunManifest).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return new()
        {
            Id = Hex(SHA256.HashData([.. Convert.FromHexString(inputHash), .. Convert.FromHexString(optionsHash),
                .. PeriodBytes(options.Period), .. Encoding.UTF8.GetBytes(codeVersion)]))[..16],
            Period = options.Period,
            Options = options.Influence,
            InputHash = inputHash,
            OptionsHash = optionsHash,
            CodeVersion = codeVersion,
            PublishedAt = clock.GetUtcNow().UtcDateTime,
            PersonCount = personCount,
            RankedCount = ranking.Count(person => person.Rank is not null),
            InteractionCount = interactions.Length,
            TieCount = tieCount,
            Steps = progress.Steps,
            Sources = sources,
        };
    }

    /// <summary>SHA-256 over the directory without names, then over every interaction in the order read.</summary>
    private static string HashInputs(Person[] directory, Interaction[] interactions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(directory));
        Span<byte> row = stackalloc byte[32];
        foreach (var interaction in interactions)
        {
            BinaryPrimitives.WriteInt64LittleEndian(row, interaction.EventId);
            BinaryPrimitives.WriteInt64LittleEndian(row[8..], interaction.At.Ticks);
            BinaryPrimitives.WriteInt32LittleEndian(row[16..], interaction.Source);
            BinaryPrimitives.WriteInt32LittleEndian(row[20..], interaction.Target);
            row[24] = (byte)interaction.Channel;
            row[25] = (byte)interaction.Role;
            BinaryPrimitives.WriteInt32LittleEndian(row[26..], interaction.AudienceSize);
            BinaryPrimitives.WriteInt16LittleEndian(row[30..], (short)interaction.Minutes);
            // Without minutes a row is hashed as it was before there were any, so that runs of then compare.
            var isTimed = interaction.Minutes > 0;
            row[25] |= isTimed ? (byte)0x80 : (byte)0;
            hash.AppendData(isTimed ? row : row[..30]);
        }
        return Hex(hash.GetHashAndReset());
    }

    private static byte[] PeriodBytes(Period period) =>
        [.. BitConverter.GetBytes(period.From.Ticks), .. BitConverter.GetBytes(period.To.Ticks)];

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
