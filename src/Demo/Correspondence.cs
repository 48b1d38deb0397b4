using InfluencerMap.Graph.Company;

namespace InfluencerMap.Demo;

/// <summary>What people write to each other: mail with copies and replies, chats, calls, outside letters.</summary>
internal static class Correspondence
{
    private const int HalfHours = 20;
    private const double ReplyChance = 0.5;

    public static void Write(Workday today)
    {
        foreach (var person in today.Company.People)
        {
            if (!today.IsAtWork[person.Index])
                continue;
            var chance = today.Company.Habits[person.Index].BegunPerDay * today.Busyness / HalfHours;
            for (var halfHour = 0; halfHour < HalfHours; halfHour++)
                if (today.Dice.Chance(chance))
                    Begin(today, person.Index, today.At(halfHour));
        }
    }

    private static void Begin(Workday today, int from, DateTime at)
    {
        if (Partner(today, from) is not { } partner || !today.IsEmployed(partner))
            return;
        switch (today.Dice.Next())
        {
            case < 0.52: Mail(today, from, partner, at); break;
            case < 0.88: Chat(today, from, partner, at); break;
            case < 0.92: GroupChat(today, from, at); break;
            case < 0.95: Meetings.Call(today, from, partner, at); break;
            default: MailOutside(today, from, at); break;
        }
    }

    private static int? Partner(Workday today, int from)
    {
        var (dice, habits) = (today.Dice, today.Company.Habits[from]);
        if (habits.Across.Length > 0 && dice.Chance(habits.AcrossShare))
            return dice.Pick(habits.Across);
        if (today.ProjectOf[from] is { } project && dice.Chance(0.2))
            return dice.Pick(project.Members) is var member && member != from ? member : null;
        if (habits.Department.Length > 0 && dice.Chance(0.3))
            return dice.PickFavourite(habits.Department);
        return habits.Team.Length > 0 ? dice.PickFavourite(habits.Team) : null;
    }

    private static void Mail(Workday today, int from, int partner, DateTime at)
    {
        var dice = today.Dice;
        List<MadeRecipient> recipients = [new(partner, RecipientRole.To)];
        for (var copies = dice.Chance(0.3) ? 1 + dice.Below(4) : 0; copies > 0; copies--)
            if (Copy(today, from) is { } copied && !recipients.Exists(one => one.Account == copied.Account))
                recipients.Add(copied);

        var assistant = today.Company.Habits[from].Assistant;
        var sender = assistant != Habits.Nobody && dice.Chance(0.7) ? assistant : from;
        today.Day.Add(at, Channel.Mail, from, sender, [.. recipients]);
        Reply(today, partner, from, at);
    }

    private static MadeRecipient? Copy(Workday today, int from)
    {
        var team = today.Company.Habits[from].Team;
        if (team.Length == 0 || today.Dice.Pick(team) is var copied && !today.IsEmployed(copied))
            return null;
        return new(copied, today.Dice.Next() switch
        {
            < 0.3 => RecipientRole.To,
            < 0.97 => RecipientRole.Cc,
            _ => RecipientRole.Bcc,
        });
    }

    private static void Reply(Workday today, int from, int to, DateTime at)
    {
        if (!today.IsAtWork[from] || !today.Dice.Chance(ReplyChance) || today.Later(at, 15) is not { } answered)
            return;
        today.Day.Add(answered, Channel.Mail, from, to);
        if (today.Dice.Chance(0.3) && today.Later(answered, 15) is { } thanked)
            today.Day.Add(thanked, Channel.Mail, to, from);
    }

    private static void Chat(Workday today, int from, int partner, DateTime at)
    {
        if (!today.IsAtWork[partner])
            return;
        var (speaker, listener) = (from, partner);
        for (var messages = 1 + today.Dice.Below(4); messages > 0; messages--)
        {
            today.Day.Add(at, Channel.Chat, speaker, listener);
            if (today.Later(at, 0.5) is not { } next)
                return;
            (speaker, listener, at) = (listener, speaker, next);
        }
    }

    private static void GroupChat(Workday today, int from, DateTime at)
    {
        var group = today.ProjectOf[from]?.Members ?? today.Company.Habits[from].Team;
        today.Day.Add(at, Channel.Chat, from, from, today.Everyone(group, except: from));
    }

    /// <summary>Departments that deal with the outside have their own customers and suppliers there.</summary>
    private static void MailOutside(Workday today, int from, DateTime at)
    {
        if (today.Company.People[from].Department is not ("Sales" or "Service" or "Purchasing" or "Marketing"))
            return;
        var outsiders = today.Company.Outsiders;
        var outsider = outsiders[(from * 7 + today.Dice.Below(3)) % outsiders.Length].Index;
        today.Day.Add(at, Channel.Mail, from, outsider);
        if (today.Dice.Chance(ReplyChance) && today.Later(at, 30) is { } answered)
            today.Day.Add(answered, Channel.Mail, outsider, from);
    }
}
