using InfluencerMap.Graph.Company;

namespace InfluencerMap.Planted;

/// <summary>What one person may do to gain a place, or happens to them, on top of a company's mail.</summary>
public static class Behaviour
{
    private const long FirstEventId = 1L << 40;

    /// <summary>Mails to random people, on random weekdays.</summary>
    /// <param name="company">Whose people.</param>
    /// <param name="sender">Who tries to gain.</param>
    /// <param name="count">Mails.</param>
    /// <param name="audience">Recipients of each.</param>
    /// <param name="seed">Which people, and when.</param>
    /// <param name="role">How they are addressed.</param>
    /// <param name="answeredShare">Probability that one recipient answers a mail, once.</param>
    public static IEnumerable<Interaction<PersonId>> Mails(
        PlantedCompany company, PersonId sender, int count, int audience, int seed,
        RecipientRole role = RecipientRole.To, double answeredShare = 0)
    {
        var random = new Random(seed);
        for (var mail = 0; mail < count; mail++)
        {
            var at = company.Period.From.AddDays(random.Next((int)company.Period.Days)).AddHours(9 + random.Next(8));
            if (at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                at = at.AddDays(-2);
            var targets = company.Some(random, audience, sender);
            foreach (var target in targets)
                yield return new(
                    FirstEventId + 2 * mail, at, sender, target, Channel.Mail, role, targets.Length);
            if (random.NextDouble() < answeredShare)
                yield return new(
                    FirstEventId + 2 * mail + 1, at.AddHours(1), targets[0], sender, Channel.Mail, RecipientRole.To, 1);
        }
    }

    /// <summary>The same mail without what these people wrote or got on their days off.</summary>
    /// <param name="mails">Of full weeks.</param>
    /// <param name="people">Who works on the first <paramref name="daysAWeek"/> weekdays only.</param>
    /// <param name="daysAWeek">1 … 5.</param>
    public static IEnumerable<Interaction<PersonId>> PartTime(
        IEnumerable<Interaction<PersonId>> mails, IReadOnlySet<PersonId> people, int daysAWeek) =>
        mails.Where(mail => (int)mail.At.DayOfWeek <= daysAWeek
            || !(people.Contains(mail.Source) || people.Contains(mail.Target)));
}
