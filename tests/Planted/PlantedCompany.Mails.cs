using InfluencerMap.Graph.Company;

namespace InfluencerMap.Planted;

/// <content>What is written to several at once.</content>
public sealed partial class PlantedCompany
{
    /// <summary>
    /// Once a week everybody writes to some of their contacts at once and copies others in: where copies are answers,
    /// these tie everybody to everybody.
    /// </summary>
    private void SendToGroups(Mailing mailing)
    {
        var random = new Random(_options.Seed * 31 + mailing.Mails.Count);
        var contacts = _habits.SelectMany(h => new[] { (h.One, h.Other), (h.Other, h.One) })
            .ToLookup(pair => pair.Item1, pair => pair.Item2);
        foreach (var person in People.Where(p => PartOf(p.Id) is not (Part.FrontLine or Part.Bot)))
        {
            PersonId[] known = [.. contacts[person.Id].Distinct()];
            PersonId[] unit = [.. People.Where(p => p.Department == person.Department).Select(p => p.Id)];
            for (var sent = mailing.Poisson(_options.DayCount / 7.0); sent > 0 && known.Length > 0; sent--)
            {
                PersonId[] to =
                [
                    known[random.Next(known.Length)],
                    .. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => random.Next(8) == 0
                        ? People[random.Next(People.Count)].Id
                        : unit[random.Next(unit.Length)]),
                ];
                to = [.. to.Distinct().Where(id => id != person.Id && PartOf(id) != Part.Bot)];
                if (to.Length > 0)
                    mailing.Send(
                        person.Id, to, mailing.Weekday(random.Next(_options.DayCount)), HoursEast(person.Id),
                        directCount: 1);
            }
        }
    }

    /// <summary>Mass mail to more people than talk with one another, and the program's notices.</summary>
    private void SendToMany(Mailing mailing)
    {
        var random = new Random(_options.Seed * 37);
        foreach (var mailer in All(Part.MassMailer))
            for (var sent = 0; sent < 100; sent++)
                mailing.Send(
                    mailer, Some(random, 60, mailer), mailing.Weekday(random.Next(_options.DayCount)),
                    HoursEast(mailer));
        foreach (var bot in All(Part.Bot))
            for (var day = 0; day < _options.DayCount; day++)
                for (var hour = 0; hour < 24; hour++)
                    mailing.Send(bot, Some(random, 9, bot), day, 8 - hour);
    }

    /// <summary>Other people, each once.</summary>
    public PersonId[] Some(Random random, int count, PersonId except)
    {
        var all = People.Select(p => p.Id).Where(id => id != except).ToArray();
        random.Shuffle(all);
        return all[..Math.Min(count, all.Length)];
    }

    /// <summary>Half of what the first heads write is sent by their assistants.</summary>
    private IEnumerable<Interaction<PersonId>> SentByAssistants(IEnumerable<Interaction<PersonId>> mails)
    {
        var assistants = All(Part.Head).Zip(All(Part.Assistant)).ToDictionary(pair => pair.First, pair => pair.Second);
        long last = 0;
        foreach (var mail in mails)
        {
            yield return mail;
            if (mail.EventId != last && mail.EventId % 2 == 0
                && assistants.TryGetValue(mail.Source, out var assistant) && assistant != mail.Source)
                yield return mail.SentBy(assistant);
            last = mail.EventId;
        }
    }
}
