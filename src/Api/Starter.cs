namespace InfluencerMap.Api;

/// <summary>The program that started this one, such as <c>influencermap serve</c>.</summary>
internal static class Starter
{
    extension(WebApplication app)
    {
        /// <summary>
        /// Stops when standard input ends, where the arguments ask for it. The starter holds the other end open; the
        /// system closes it with the starter, so that no API is left behind, not even where it was killed.
        /// </summary>
        public void StopWithStarter(string[] args)
        {
            if (!args.Contains(Arguments.UntilInputEnds))
                return;
            var input = Console.OpenStandardInput();
            // Reading blocks, which would cost the requests a thread of the pool.
            var reading = new Thread(() =>
            {
                while (input.ReadByte() >= 0)
                    continue;
                app.Lifetime.StopApplication();
            });
            reading.IsBackground = true;
            reading.Start();
        }
    }
}
