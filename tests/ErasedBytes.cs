using System.Text;

namespace InfluencerMap.Tests;

/// <summary>Looks for words in every byte of a folder, in any case and encoding.</summary>
internal static class ErasedBytes
{
    /// <returns>Each word that is found, with the file it is in and how it is written there.</returns>
    public static string[] Find(string folder, params string[] words) =>
    [
        .. from path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
           let bytes = LowerOf(Read(path))
           from word in words
           from form in FormsOf(word)
           where bytes.AsSpan().IndexOf(LowerOf(form.Bytes)) >= 0
           select $"{Path.GetFileName(path)}: {word} as {form.Name}",
    ];

    private static IEnumerable<(string Name, byte[] Bytes)> FormsOf(string word)
    {
        yield return ("UTF-8", Encoding.UTF8.GetBytes(word));
        yield return ("UTF-16", Encoding.Unicode.GetBytes(word));
        yield return ("UTF-16, the other way round", Encoding.BigEndianUnicode.GetBytes(word));
        yield return ("percent", Encoding.ASCII.GetBytes(Uri.EscapeDataString(word)));
        yield return ("hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(word))));
        foreach (var spelling in (string[])[word, word.ToLowerInvariant(), word.ToUpperInvariant()])
            for (var before = 0; before < 3; before++)
            {
                // Whatever stands before, these characters in the middle are the word's alone.
                var text = Convert.ToBase64String([.. new byte[before], .. Encoding.UTF8.GetBytes(spelling)]);
                var whole = (before + Encoding.UTF8.GetByteCount(spelling)) / 3 * 4;
                yield return ("base64", Encoding.ASCII.GetBytes(text[(before == 0 ? 0 : 4)..whole]));
            }
    }

    private static byte[] Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] LowerOf(byte[] bytes) =>
        Array.ConvertAll(bytes, b => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b);
}
