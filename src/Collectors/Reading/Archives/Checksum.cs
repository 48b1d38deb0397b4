using System.Buffers.Binary;

namespace InfluencerMap.Collectors;

/// <summary>The CRC-32 of ZIP archives (APPNOTE 4.4.7), taken eight bytes at a time.</summary>
internal struct Checksum()
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[][] Tables = MakeTables();

    private uint _rest = uint.MaxValue;

    /// <summary>Of all bytes so far.</summary>
    public readonly uint Value => ~_rest;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var (tables, rest) = (Tables, _rest);
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ rest;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            rest = tables[7][(byte)low] ^ tables[6][(byte)(low >> 8)] ^ tables[5][(byte)(low >> 16)]
                ^ tables[4][low >> 24] ^ tables[3][(byte)high] ^ tables[2][(byte)(high >> 8)]
                ^ tables[1][(byte)(high >> 16)] ^ tables[0][high >> 24];
        }
        foreach (var one in bytes)
            rest = tables[0][(byte)(rest ^ one)] ^ (rest >> 8);
        _rest = rest;
    }

    /// <summary>What a byte adds, and what it adds when one to seven bytes follow it.</summary>
    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        for (var k = 0; k < tables.Length; k++)
            tables[k] = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var rest = i;
            for (var bit = 0; bit < 8; bit++)
                rest = (rest & 1) != 0 ? Polynomial ^ (rest >> 1) : rest >> 1;
            tables[0][i] = rest;
        }
        for (var k = 1; k < tables.Length; k++)
            for (var i = 0; i < 256; i++)
                tables[k][i] = tables[0][(byte)tables[k - 1][i]] ^ (tables[k - 1][i] >> 8);
        return tables;
    }
}
