using InfluencerMap.Collectors;

namespace InfluencerMap.Tests;

public sealed class OutcomeTests
{
    [Fact]
    public void Every_outcome_has_words_of_its_own()
    {
        var words = Enum.GetValues<Outcome>().Select(Outcomes.InWords).ToArray();
        Assert.Distinct(words);
        Assert.All(words, text => Assert.DoesNotMatch("^[a-z]+[A-Z]", text));
    }
}
