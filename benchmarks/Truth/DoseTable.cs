using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Planted;

namespace InfluencerMap.Benchmarks.Truth;

/// <summary>Whether somebody gains places by writing more.</summary>
internal static class DoseTable
{
    private delegate IEnumerable<Interaction<PersonId>> Dose(PlantedCompany company, PersonId sender, int seed);

    private sealed record Sender(PlantedCompany Company, Interaction<PersonId>[] Mails, PersonId Id, int Seed);

    public static void Print(Effort effort)
    {
        Report.Section(
            "Writing more", $"Median place of {effort.DoseCompanies * effort.SendersEach} people from the middle of "
            + $"{effort.DoseCompanies} companies of {effort.PersonCount}, without and with the dose; the largest gain "
            + "of one of them. Smaller is higher. *One day is enough* leaves out the days on which each has to address "
            + "the other (`daysEachWay` 0): as near as options come to the rules of 0.1.0, under which copies were "
            + "answers as well.");
        Report.Heading("dose", "today", "largest gain", "one day is enough", "largest gain");
        var senders = Senders(effort).ToArray();
        InfluenceOptions[] rules = [InfluenceOptions.Default, Companies.NearestToBefore];
        var without = rules.Select(rule => PlacesWithout(senders, rule)).ToArray();
        foreach (var (name, dose) in Doses(effort))
        {
            Report.Progress(name);
            string[] cells = [.. rules.SelectMany((rule, i) => Cells(senders, without[i], rule, dose))];
            Report.Row([name, .. cells]);
        }
        Report.End();
    }

    private static string[] Cells(Sender[] senders, double[] without, InfluenceOptions rules, Dose dose)
    {
        double[] with =
        [
            .. senders.Select(sender => Companies.PlaceOf(
                Companies.Rank(
                    sender.Company, [.. sender.Mails, .. dose(sender.Company, sender.Id, sender.Seed)], rules),
                sender.Id)),
        ];
        var gain = without.Zip(with, (before, after) => before - after).Max();
        return [$"{Statistics.Median(without):0.#} → {Statistics.Median(with):0.#}", $"{Math.Max(0, gain):0}"];
    }

    private static double[] PlacesWithout(Sender[] senders, InfluenceOptions rules)
    {
        var rankings = senders.Select(sender => sender.Company).Distinct()
            .ToDictionary(company => company, company => Companies.Rank(company, company.Draw(), rules));
        return [.. senders.Select(sender => Companies.PlaceOf(rankings[sender.Company], sender.Id))];
    }

    private static IEnumerable<Sender> Senders(Effort effort)
    {
        for (var number = 0; number < effort.DoseCompanies; number++)
        {
            var company = new PlantedCompany(new() { Seed = 5 * number + 1, PersonCount = effort.PersonCount });
            var mails = company.Draw();
            var ranked = Companies.Rank(company, mails).People.Where(person => person.Rank is not null).ToArray();
            for (var sender = 0; sender < effort.SendersEach; sender++)
                yield return new(
                    company, mails, ranked[ranked.Length * (sender + 4) / 10].PersonId, 500 * number + sender);
        }
    }

    private static IEnumerable<(string Name, Dose Dose)> Doses(Effort effort)
    {
        foreach (var mails in effort.Doses)
            yield return ($"{mails} mails to 9 people each, unanswered", (company, sender, seed) =>
                Behaviour.Mails(company, sender, mails, 9, seed));
        foreach (var mails in effort.Doses)
            yield return ($"{mails} mails to 9, 12 % answered once", (company, sender, seed) =>
                Behaviour.Mails(company, sender, mails, 9, seed, answeredShare: 0.12));
        foreach (var mails in effort.Doses)
            yield return ($"{mails} mails with 9 copied only", (company, sender, seed) =>
                Behaviour.Mails(company, sender, mails, 9, seed, RecipientRole.Cc));
        yield return ("600 mails to 50 people each", (company, sender, seed) =>
            Behaviour.Mails(company, sender, 600, 50, seed));
    }
}
