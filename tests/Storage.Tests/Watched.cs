using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Tests;

/// <summary>Tells when an element is read, which is in the middle of the save.</summary>
internal sealed class Watched(RankedPerson[] people, Action seen) : IReadOnlyList<RankedPerson>
{
    public int Count => people.Length;
    public RankedPerson this[int index] => people[index];

    public IEnumerator<RankedPerson> GetEnumerator()
    {
        foreach (var person in people)
        {
            seen();
            yield return person;
        }
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
