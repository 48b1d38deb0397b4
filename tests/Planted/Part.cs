namespace InfluencerMap.Planted;

/// <summary>What somebody was planted as.</summary>
public enum Part
{
    /// <summary>Nothing in particular.</summary>
    Staff,

    /// <summary>Leads a unit: talks with everybody in it and with the other heads.</summary>
    Head,

    /// <summary>Has ties to many other units: what is looked for.</summary>
    Bridge,

    /// <summary>Is asked by people of three other units, and answers: looked for as well.</summary>
    Expert,

    /// <summary>Talks a lot, in one unit.</summary>
    Hub,

    /// <summary>Writes to hundreds.</summary>
    MassMailer,

    /// <summary>A program that the directory lists as a person.</summary>
    Bot,

    /// <summary>Sends a head's mail.</summary>
    Assistant,

    /// <summary>Left before the end.</summary>
    Leaver,

    /// <summary>Hardly writes.</summary>
    FrontLine,
}
