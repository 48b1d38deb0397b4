using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfluencerMap.Graph.Company;

/// <summary>The number of a person in the store, from 1; never shown outside, where a person is a key.</summary>
/// <param name="Value">The number; 0 is <see cref="Nobody"/>.</param>
[JsonConverter(typeof(PersonIdJson))]
public readonly record struct PersonId(int Value) : IComparable<PersonId>
{
    /// <summary>
    /// Stands for an account that belongs to nobody in the directory: shared, technical, former, external.
    /// </summary>
    public static PersonId Nobody => default;

    /// <summary>Whether this is <see cref="Nobody"/>.</summary>
    public bool IsNobody => Value == 0;

    /// <inheritdoc/>
    public int CompareTo(PersonId other) => Value.CompareTo(other.Value);

    /// <summary>The number, in digits.</summary>
    public override string ToString() => $"{Value}";
}

/// <summary>Writes a <see cref="PersonId"/> to stored JSON as the bare number.</summary>
public sealed class PersonIdJson : JsonConverter<PersonId>
{
    /// <inheritdoc/>
    public override PersonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt32());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}
