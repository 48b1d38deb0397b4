namespace InfluencerMap.Graph.Disclosure;

/// <summary>Rounds figures so far that none of a single person or of who is missing follows from them.</summary>
public static class Coarse
{
    /// <summary>The value to so many significant digits.</summary>
    public static double Digits(double value, int digits)
    {
        if (value == 0 || !double.IsFinite(value))
            return value;
        var exponent = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        // Powers of ten beyond the range of a double are left as they are: nobody has such a figure.
        var scale = Math.Pow(10, Math.Abs(exponent));
        return !double.IsFinite(scale) ? value
            : exponent >= 0 ? Math.Round(value * scale) / scale : Math.Round(value / scale) * scale;
    }

    /// <summary>The nearest multiple of a step.</summary>
    public static double Step(double value, double step) => Math.Round(value / step) * step + 0.0;

    /// <summary>
    /// A number of people to two digits, under 100 to the nearest 5: compared with a staff list an exact one counts who
    /// is left out.
    /// </summary>
    public static int People(int count)
    {
        var step = 5;
        for (var above = 100; count >= above && above < int.MaxValue / 10; above *= 10)
            step = above / 10;
        return (int)Math.Min(int.MaxValue, (count + step / 2L) / step * step);
    }
}
