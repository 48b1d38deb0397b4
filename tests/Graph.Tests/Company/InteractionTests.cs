using System.Runtime.CompilerServices;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Tests;

public sealed class InteractionTests
{
    [Fact]
    public void Interaction_takes_thirty_two_bytes() => Assert.Equal(32, Unsafe.SizeOf<Interaction<PersonId>>());

    [Fact]
    public void Every_value_is_kept_beside_every_other_and_tells_interactions_apart()
    {
        var seen = new HashSet<Interaction<PersonId>>();
        foreach (var role in Enum.GetValues<RecipientRole>())
            foreach (var part in Enum.GetValues<CreditPart>())
                foreach (var minutes in (int[])[0, 1, 255, 256, Interaction.MinutesMax])
                {
                    var made = MadeCompany.Mail(1, 2) with { Minutes = minutes, Part = part, Role = role };
                    Assert.Equal((role, part, minutes), (made.Role, made.Part, made.Minutes));
                    Assert.Equal(made, made with { Role = RecipientRole.Bcc } with { Role = role });
                    Assert.True(seen.Add(made));
                }
        Assert.Equal(4 * 3 * 5, seen.Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(481)]
    public void Minutes_outside_their_bounds_are_refused(int minutes)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => MadeCompany.Mail(1, 2) with { Minutes = minutes });
        Assert.StartsWith(
            $"A meeting of {minutes} minutes is outside 0 … 480.", error.Message, StringComparison.Ordinal);
    }
}
