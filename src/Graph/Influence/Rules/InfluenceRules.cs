namespace InfluencerMap.Graph.Influence;

/// <summary>Every rule by name, in the order in which they apply.</summary>
public static class InfluenceRules
{
    /// <summary>The rules. docs/measures.md has the same list with defaults and sources.</summary>
    public static IReadOnlyList<InfluenceRule> All { get; } =
        [.. OfCollection(), .. OfHygiene(), .. OfTies(), .. OfRanking()];

    /// <summary>The rule of that name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public static InfluenceRule Named(string name) =>
        All.FirstOrDefault(rule => rule.Name == name)
        ?? throw new ArgumentOutOfRangeException(
            nameof(name),
            $"There is no rule '{name}'; the rules are {string.Join(", ", All.Select(rule => rule.Name))}.");

    private static InfluenceRule[] OfCollection() =>
    [
        Rule(RuleStage.Collection, "lists",
            "A mailing list is not a person: a small one stands for its members, others for nobody.",
            o => o with { ListMembersMax = 0 }, "listMembersMax"),
        Rule(RuleStage.Collection, "automatic-mail",
            "Invitations and their answers, notices, absence notes, bulk mail: nobody's words."),
        Rule(RuleStage.Collection, "meeting-state",
            "Cancelled, private, whole-day, over-long, unaccepted or not busy: no known meeting."),
    ];

    private static InfluenceRule[] OfHygiene() =>
    [
        Fixed("excluded", "They asked to be in no graph; nothing of theirs was read."),
        Fixed("outside-period", "It happened before the period or after it."),
        Fixed("other-layer", "Nominations are said, contacts are seen: a ranking uses one of the two.", "nominations"),
        Fixed("delegates", "What an assistant sends for somebody speaks for that person, who is credited.",
            "delegateShare"),
        Fixed("delegated-pairs",
            "One person sends so much of another's mail that the position of either may be the other's.",
            "delegatedMax"),
        Fixed("nobody", "One side is an account that belongs to nobody: shared, technical, former or external."),
        Fixed("left", "One side has left the company, or is not among its people when the period ends."),
        Fixed("self", "Both sides are the same person."),
        Hygiene("bots", "One side sends more than a person can, at all hours, and hardly anybody answers: a program.",
            o => o with { Bots = null }, "bots.perDayMin", "bots.replyShareMax", "bots.hoursMin"),
        Hygiene("mass-mail", "It went to more people than the limit: a broadcast says nothing about who talks to whom.",
            o => o with { AudienceMax = int.MaxValue }, "audienceMax"),
        Hygiene("large-meeting", "More people were invited than speak with one another in one meeting.",
            o => o with { MeetingPeopleMax = int.MaxValue }, "meetingPeopleMax"),
        Hygiene("series", "A standing meeting says the same every time: of its week each person's first counts.",
            o => o with { OncePerSeriesWeek = false }, "oncePerSeriesWeek"),
        Hygiene("duplicate", "Reported twice, by two sources, an alias or a copy: the same event counts once.",
            o => o with { OncePerEvent = false }, "oncePerEvent"),
        Hygiene("pair-day-cap",
            "One had written to the other often enough that day: a conversation counts a few times only.",
            o => o with { PerPairDayMax = int.MaxValue }, "perPairDayMax"),
    ];

    private static InfluenceRule[] OfTies() =>
    [
        Ties("dilution", "Said to several at once: it counts towards each by one over their number.",
            o => o with { Dilution = false }, "dilution"),
        Ties("roles", "A copy informs somebody without asking anything of them.",
            o => o with { Roles = RoleWeights.Equal }, "roles.to", "roles.cc", "roles.bcc"),
        Ties("channels", "A meeting asks more of somebody than a click does.",
            o => o with { Channels = ChannelWeights.Equal },
            "channels.mail", "channels.meeting", "channels.call", "channels.chat", "channels.mention",
            "channels.channelPost", "channels.social", "channels.reaction"),
        Ties("meeting-minutes", "A long meeting is more of a conversation than a short one.",
            o => o with { MeetingUnitMinutes = null }, "meetingUnitMinutes"),
        Ties("recency", "What was long ago says less about today.",
            o => o with { HalfLifeDays = null }, "halfLifeDays"),
        Ties("rates", "One of the two was away for a part of the period: leave and a late start lower nothing.",
            o => o with { Rates = false }, "rates"),
        Rule(RuleStage.Ties, "weightless",
            "Nothing that counts passed between the two, such as blind copies, or round mail that nobody answers."),
        Ties("few-days", "The two were in touch on too few days to call it a tie.",
            o => o with { DaysMin = 1 }, "daysMin"),
        Ties("one-way", "One of the two hardly addressed the other, or neither answered in time: a tie goes both ways.",
            o => o with { ReciprocalOnly = false }, "reciprocalOnly", "reciprocityDays", "daysEachWay"),
        Ties("balance", "One of the two does most of the talking: the tie is weaker for it.",
            o => o with { Balance = 0 }, "balance"),
        Rule(RuleStage.Ties, "backbone",
            "The two exchange no more than their volumes explain, and it is among the strongest ties of neither.",
            o => o with { Extracting = o.Extracting with { Backbone = null } }, "backbone", "backboneKeep"),
    ];

    private static InfluenceRule[] OfRanking() =>
    [
        Ranking("few-events",
            "Too little was seen: not measurable by these sources, and so not ranked rather than last. "
            + "Ask colleagues whom they turn to.",
            o => o with { EventsMin = 0 }, "eventsMin"),
        Ranking("few-weeks",
            "Seen in too few weeks: not measurable yet, and so not ranked rather than last. "
            + "Ask colleagues whom they turn to.",
            o => o with { ActiveWeeksMin = 0 }, "activeWeeksMin"),
        Rule(RuleStage.Readiness, "short-history",
            "The data spans too short a time for positions to have settled; surprise needs longer still.",
            null, "historyDaysMin", "surpriseDaysMin"),
        Rule(RuleStage.Readiness, "low-mapping",
            "Too many accounts are in no directory or mapping file: the people behind them are missing.",
            null, "mappedShareMin"),
    ];

    private static InfluenceRule Fixed(string name, string reason, params string[] options) =>
        Rule(RuleStage.Hygiene, name, reason, null, options);

    private static InfluenceRule Hygiene(
        string name, string reason, Func<CleaningOptions, CleaningOptions> off, params string[] options) =>
        Rule(RuleStage.Hygiene, name, reason, o => o with { Cleaning = off(o.Cleaning) }, options);

    private static InfluenceRule Ties(
        string name, string reason, Func<WeighingOptions, WeighingOptions> off, params string[] options) =>
        Rule(RuleStage.Ties, name, reason, o => o with { Weighing = off(o.Weighing) }, options);

    private static InfluenceRule Ranking(
        string name, string reason, Func<BlendingOptions, BlendingOptions> off, params string[] options) =>
        Rule(RuleStage.Ranking, name, reason, o => o with { Blending = off(o.Blending) }, options);

    private static InfluenceRule Rule(
        RuleStage stage, string name, string reason, Func<InfluenceOptions, InfluenceOptions>? off = null,
        params string[] options) =>
        new() { Name = name, Stage = stage, Reason = reason, Options = options, Off = off };
}
