namespace InfluencerMap.Tests;
public class Smoke { [Fact] public void Root_is_found() => Assert.True(Directory.Exists(SharedData.RepositoryRoot)); }
