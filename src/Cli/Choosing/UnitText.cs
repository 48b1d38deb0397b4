using InfluencerMap.Graph.Company;

namespace InfluencerMap.Cli;

/// <summary>Units as reports name them.</summary>
internal static class UnitText
{
    public static string NameOf(Unit unit, PeopleNames names) => unit.HeadId is { } head
        ? $"{unit.Name} (under {(names.NameOf(head) is { } name ? $"{name}, " : "")}{names.IdOf(head)})"
        : unit.Name;
}
