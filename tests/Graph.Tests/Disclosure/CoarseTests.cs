using InfluencerMap.Graph.Disclosure;

namespace InfluencerMap.Tests;

/// <summary>Figures are rounded as they say.</summary>
public sealed class CoarseTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0)]
    [InlineData(28, 30)]
    [InlineData(97, 95)]
    [InlineData(98, 100)]
    [InlineData(114, 110)]
    [InlineData(1_162, 1_200)]
    [InlineData(1_149, 1_100)]
    [InlineData(99_999, 100_000)]
    public void People_are_told_to_two_digits(int count, int told) => Assert.Equal(told, Coarse.People(count));

    [Theory]
    [InlineData(0.0123456, 2, 0.012)]
    [InlineData(123456, 3, 123000)]
    [InlineData(-0.999, 2, -1.0)]
    [InlineData(0, 3, 0)]
    public void Measures_are_told_to_so_many_digits(double value, int digits, double told) =>
        Assert.Equal(told, Coarse.Digits(value, digits), 12);

    [Theory]
    [InlineData(0.9, 0)]
    [InlineData(1.1, 2)]
    [InlineData(-3.2, -4)]
    public void Residuals_are_told_in_steps(double value, double told) => Assert.Equal(told, Coarse.Step(value, 2));
}
