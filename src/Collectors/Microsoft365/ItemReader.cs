using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>
/// Reads one element of a page's <c>value</c>: the reader stands on its StartObject, and on its EndObject afterwards.
/// Names the properties it takes (<see cref="Fields"/>) and skips all others, so that these never become strings.
/// A page that breaks off is read again from its beginning: nothing may be changed outside but accounts resolved.
/// </summary>
/// <returns>Whether the element says something; false leaves it out.</returns>
public delegate bool ItemReader<T>(ref Utf8JsonReader reader, out T item);
