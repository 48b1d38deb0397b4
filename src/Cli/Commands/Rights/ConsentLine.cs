using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>What a person said of their own data, once.</summary>
/// <param name="At">When they said so, UTC.</param>
/// <param name="State">excluded, unnamed or nameable; null where the act does not speak of it.</param>
/// <param name="ExternalContacts">Whether contacts outside may be taken in; null where it does not.</param>
/// <param name="TextVersion">Version of the text that they read.</param>
/// <param name="Channel">How they said so.</param>
/// <param name="RecordedBy">The role that recorded it.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
internal sealed record ConsentLine(
    [Shown("said", Format = "yyyy-MM-dd HH:mm")] DateTime At, [Shown("state", Missing = "–")] string? State,
    bool? ExternalContacts, [Shown("text")] string TextVersion, [Shown("how")] string Channel,
    [Shown("written down by")] string RecordedBy, DateTime RecordedAt)
{
    [Shown("external contacts", After = nameof(ExternalContacts))]
    public string External => ExternalContacts switch { true => "on", false => "off", null => "–" };

    public static ConsentLine Of(ConsentRecord act) => new(
        act.At, act.State?.Word, act.ExternalContacts, act.TextVersion, act.Channel, act.RecordedBy, act.RecordedAt);
}
