namespace InfluencerMap.Demo;

/// <summary>Makes a company to try everything on, without any real person's data.</summary>
public static class DemoCompany
{
    public static MadeCompany Make(DemoOptions options) => new(options);
}
