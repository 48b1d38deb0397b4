using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Tests;

/// <summary>The strengths of ties straight from the definition.</summary>
internal static class NaiveStrengths
{
    /// <summary>For every pair of people, every event between them, straight from the definition.</summary>
    public static Dictionary<(int, int), double> Of(Interaction<PersonId>[] events, PersonIndex index)
    {
        var strengths = new Dictionary<(int, int), double>();
        for (var u = 0; u < index.Count; u++)
        {
            for (var v = u + 1; v < index.Count; v++)
            {
                var (there, back) = (Amount(u, v), Amount(v, u));
                var days = events.Where(e => Connects(e, u, v) || Connects(e, v, u)).Select(e => e.At.Date).Distinct();
                if (Days(u, v) >= 2 && Days(v, u) >= 2 && days.Count() >= 2)
                    strengths[(u, v)] = Math.Log(1 + 2 * Math.Min(there, back))
                        * (0.5 + 0.5 * (2 * Math.Min(there, back) / (there + back)));
            }
        }
        return strengths;

        bool Connects(Interaction<PersonId> e, int from, int to) =>
            index.NodeOf(e.Source) == from && index.NodeOf(e.Target) == to;

        bool Speaks(Interaction<PersonId> e, int from, int to) => Connects(e, from, to)
            || (e.Channel is Channel.Meeting or Channel.Call && Connects(e, to, from));

        double Amount(int from, int to) => events.Where(e => Speaks(e, from, to)).Sum(e =>
        {
            double[] channels = [0, 1, 1, 0.5, 0.25, 1, 0.1, 0.5, 0.25];
            double[] roles = [0, 1, 0.5, 0];
            var units = e.Channel == Channel.Meeting && e.Minutes != 0 ? e.Minutes / 30.0 : 1;
            return units * channels[(int)e.Channel] * roles[(int)e.Role] * Part(e)
                * Math.Pow(0.5, (MadeCompany.End - e.At).TotalDays / 30);
        });

        double Days(int from, int to) => events
            .Where(e => Speaks(e, from, to) && e.Role == RecipientRole.To)
            .GroupBy(e => e.At.Date)
            .Sum(day => day.Max(Part));

        double Part(Interaction<PersonId> e)
        {
            if (e.AudienceSize <= 1 || e.Channel is Channel.Meeting or Channel.Call)
                return 1.0 / e.AudienceSize;
            var recipients = events.Where(other => other.Source == e.Source && other.AudienceSize > 1
                && other.Channel is not (Channel.Meeting or Channel.Call)).DistinctBy(other => other.Target);
            return recipients.Average(other => WritesBack(other) ? 1.0 : 0) / e.AudienceSize;
        }

        bool WritesBack(Interaction<PersonId> e) => events.Any(other => other.Role == RecipientRole.To
            ? Speaks(other, index.KnownNodeOf(e.Target), index.KnownNodeOf(e.Source))
            : other.Channel is Channel.Meeting or Channel.Call
                && (Connects(other, index.KnownNodeOf(e.Target), index.KnownNodeOf(e.Source))
                    || Connects(other, index.KnownNodeOf(e.Source), index.KnownNodeOf(e.Target))));
    }
}
