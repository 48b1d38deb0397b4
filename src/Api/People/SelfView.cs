using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using InfluencerMap.Storage;

namespace InfluencerMap.Api;

/// <summary>What is known of oneself, and who looked.</summary>
/// <param name="Key">One's own pseudonymous key.</param>
/// <param name="State">excluded, unnamed or nameable.</param>
/// <param name="ExternalContacts">Whether archives of one's contacts outside the company may be taken in.</param>
/// <param name="Said">Everything that one said of one's own data, the last first.</param>
/// <param name="Card">The very card that HR sees; null while excluded or in no run.</param>
/// <param name="Events">Own interactions by week and channel, the last week first; never whose they were.</param>
/// <param name="Ties">Own ties in the latest run, by department; the small ones together.</param>
/// <param name="ViewedBy">How often people of which role were shown it, by day, at most 1000 lines.</param>
/// <param name="IntendedUse">What this may be used for.</param>
public sealed record SelfView(
    string Key, string State, bool ExternalContacts, ConsentStep[] Said, PersonCard? Card,
    IReadOnlyList<WeekOfEvents> Events, IReadOnlyList<OwnTies> Ties, IReadOnlyList<PersonViews> ViewedBy,
    string IntendedUse) : IShowsPeople
{
    IEnumerable<string> IShowsPeople.ShownKeys => [Key];
}

/// <summary>One thing that a person said.</summary>
/// <param name="State">The state asked for; null where it was not spoken of.</param>
/// <param name="ExternalContacts">Null where they were not spoken of.</param>
/// <param name="TextVersion">Version of the text read.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Channel">How.</param>
/// <param name="RecordedBy">The role that wrote it down.</param>
public sealed record ConsentStep(
    string? State, bool? ExternalContacts, string TextVersion, DateTime At, string Channel, string RecordedBy)
{
    public static ConsentStep Of(ConsentRecord act) =>
        new(act.State?.Word, act.ExternalContacts, act.TextVersion, act.At, act.Channel, act.RecordedBy);
}

/// <summary>What one says of one's own data. No reason is asked for.</summary>
public sealed record ConsentRequest : IValidatableObject
{
    [Description("excluded, unnamed or nameable; left out, it stays.")]
    [AllowedValues(null, "excluded", "unnamed", "nameable", ErrorMessage = "state is excluded, unnamed or nameable.")]
    public string? State { get; init; }

    [Description("Whether archives of one's contacts outside the company may be taken in; left out, it stays.")]
    public bool? ExternalContacts { get; init; }

    [Description("Version of the text that was shown; an objection or a withdrawal needs none.")]
    [StringLength(100, MinimumLength = 1, ErrorMessage = "textVersion has 1 to 100 characters.")]
    public string? TextVersion { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (State is null && ExternalContacts is null)
            yield return new("Say state, externalContacts or both.", ["state"]);
        if (TextVersion is null && (State == "nameable" || ExternalContacts is true))
            yield return new("textVersion is needed: which text was agreed to.", ["textVersion"]);
    }
}
