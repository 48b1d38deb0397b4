Console.Error.WriteLine("influencermap");
