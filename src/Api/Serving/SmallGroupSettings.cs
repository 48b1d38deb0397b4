using InfluencerMap.Graph.Disclosure;

namespace InfluencerMap.Api;

/// <summary>Reads the policy for small groups from the configuration's section InfluencerMap:SmallGroups.</summary>
internal static class SmallGroupSettings
{
    public const string Section = "InfluencerMap:SmallGroups";

    extension(SmallGroups policy)
    {
        public static SmallGroups From(IConfiguration configuration) =>
            configuration.GetSection(Section).Get<SmallGroups>() ?? new();

        /// <exception cref="NotStartedException">The minimum is below the floor.</exception>
        public void Require()
        {
            if (policy.Minimum < SmallGroups.MinimumFloor)
                throw new NotStartedException(
                    $"{Section}:Minimum is {policy.Minimum}; groups of fewer than {SmallGroups.MinimumFloor} people "
                    + "are never shown.");
        }
    }
}
