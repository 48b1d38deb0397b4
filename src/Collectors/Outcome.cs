using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>What became of an item of a source: it counts, or why it was dropped.</summary>
public enum Outcome : byte
{
    /// <summary>It gives interactions, if anyone else had part in it.</summary>
    [Named("counted")]
    Counted,

    /// <summary>It counts, and somebody else than the one whom it is from pressed send.</summary>
    [Named("sent by somebody else for the one credited; counted")]
    Delegated,

    /// <summary>A delta round says that it is gone; what was stored of it stays.</summary>
    [Named("gone from their folder; what was stored of them stays")]
    Removed,

    /// <summary>It has no id, no instant or nobody who acted.</summary>
    [Named("without an id, an instant or anyone who acted")]
    Unreadable,

    /// <summary>A mail that was not sent.</summary>
    [Named("drafts, not sent")]
    Draft,

    /// <summary>An invitation, an answer to one, or a notice of the system.</summary>
    [Named("invitations, answers to them and notices of the system")]
    Automatic,

    /// <summary>A program acted.</summary>
    [Named("written by a program")]
    Program,

    /// <summary>Somebody who is no member of the tenant acted: federated, anonymous, by phone or by mail.</summary>
    [Named("by somebody who is no member of the tenant")]
    Outsider,

    /// <summary>A message withdrawn by the time it was read.</summary>
    [Named("withdrawn by their author")]
    Deleted,

    /// <summary>The copy of somebody who was invited: the organiser's own counts.</summary>
    [Named("copies of those invited; the organiser's own counts")]
    Copy,

    /// <summary>A meeting marked personal, private or confidential.</summary>
    [Named("marked personal, private or confidential")]
    Private,

    /// <summary>A meeting called off.</summary>
    [Named("called off")]
    Cancelled,

    /// <summary>A meeting of a whole day or of more than 8 hours.</summary>
    [Named("all-day, or longer than eight hours")]
    Long,

    /// <summary>An entry during which its owner was not busy.</summary>
    [Named("not shown as busy")]
    NotBusy,

    /// <summary>A meeting that was not over yet when it was read.</summary>
    [Named("not over yet")]
    NotOver,

    /// <summary>A message on its way, held back or failed; or a list, whose members have rows too.</summary>
    [Named("not delivered, or a list whose members have rows of their own")]
    Undelivered,

    /// <summary>A call of more than two whose organiser took no part: it is not known who spoke to whom.</summary>
    [Named("calls of more than two without their organiser")]
    NoCaller,

    // Of files: the words say what.
    [Named("files of another kind")] OtherFile,
    [Named("archives inside, which are not opened")] InnerArchive,
    [Named("workbooks among other files, which are not opened")] InnerWorkbook,
    [Named("indexes of mails that lie beside them")] MailIndex,
    [Named("files of the export that are not read")] FileNotRead,
    [Named("Outlook data files (.pst), which are not read")] OutlookData,
    [Named("Outlook data files (.ost), which are not read")] OutlookCache,
    [Named("Outlook items (.msg), which are not read")] OutlookItem,
    [Named("Outlook templates (.oft), which are not read")] OutlookTemplate,
    [Named("Outlook for Mac archives (.olm), which are not read")] OutlookMac,
    [Named("Outlook Express folders (.dbx), which are not read")] OutlookExpress,
    [Named("Notes databases (.nsf), which are not read")] NotesDatabase,
    [Named("The Bat! folders (.tbb), which are not read")] TheBat,
    [Named("Thunderbird indexes (.msf), which are not read")] ThunderbirdIndex,
    [Named("backups (.bkf), which are not read")] Backup,
    [Named("rows that tell of no two people")] NobodyElse,
    [Named("to oneself")] ToOneself,
    [Named("older than --since")] TooOld,
    [Named("filtered out by --where")] FilteredOut,
    [Named("rows that say that nothing happened")] NothingHappened,
    [Named("header rows that come again")] HeaderAgain,
    [Named("last lines that were cut off")] CutOff,
    [Named("cells that hold no address or id")] NoAddressInCell,
    [Named("empty rows")] EmptyRow,
    [Named("rows of totals")] Total,
    [Named("rows of one text without id and address, such as notes")] LoneText,
    [Named("e-mail cells that hold no address")] NoEmail,
    [Named("aliases that are no handles")] NoAlias,
    [Named("meetings of more than 8 hours")] LongMeeting,
    [Named("contacts of the same two at the same instant")] ContactAgain,
    [Named("questions left unanswered")] Unanswered,
    [Named("rows of a list: its members have rows of their own")] ListRow,
    [Named("recipients whom the mail did not reach")] NotReached,
    [Named("rows other than of a mail handed in (STOREDRIVER RECEIVE)")] OtherTrackingRow,
    [Named("automatic mail: answers, reports, bulk and no-reply senders")] AutomaticMail,
    [Named("mail marked as spam")] Spam,
    [Named("drafts, deleted mail and junk")] SetAside,
    [Named("chats kept as mail")] ChatAsMail,
    [Named("mail from no address, such as bounces")] Bounce,
    [Named("recipients without an address that can be read")] NoRecipient,
    [Named("mail without a sender's address that can be read")] NoSender,
    [Named("mail without a date that can be read")] NoDate,
    [Named("mail whose header is longer than 1 MiB")] LongHeader,
    [Named("mail of lists that do not say who wrote it")] HiddenAuthor,
    [Named("mail of lists that answers no mail of these files")] NoAnswer,
    [Named("posts to nobody in particular")] ToNobody,
    [Named("answers to messages that are not in the files")] LostAnswer,
    [Named("messages of which the export names nobody else who is there")] LostOthers,
    [Named("bots")] Bot,
    [Named("edits and deletions")] Edit,
    [Named("notices of the system")] Notice,
    [Named("huddles, which are not counted as calls")] Huddle,
    [Named("members of other organisations")] OtherOrganisation,
    [Named("messages without id, time or place")] IncompleteMessage,
    [Named("items other than messages of Teams")] OtherItem,
    [Named("messages without sender or id")] NoSenderOrId,
    [Named("contacts without an address, of whom nothing is kept")] NoAddressOfContact,
    [Named("likes of whom the export does not tell")] UnknownLiker,
    [Named("addressed to named people: not read further")] PrivatePost,
    [Named("activities other than posts, boosts and likes")] OtherActivity,
    [Named("activities without id, time or actor")] IncompleteActivity,
    [Named("posts whose address does not tell their author")] UnknownAuthor,
    [Named("likes without a time: give them one (--at)")] NoTimeOfLike,
}

public static class Outcomes
{
    /// <summary>In a few words of lower case that follow a count.</summary>
    public static string InWords(this Outcome outcome) => EnumNames<Outcome>.All[(int)outcome];

    /// <summary>How many items came to each outcome; those that simply count are left out.</summary>
    internal static IReadOnlyDictionary<Outcome, int> CountBySort(this IEnumerable<Outcome> outcomes) =>
        outcomes.Where(outcome => outcome != Outcome.Counted).CountBy(outcome => outcome).ToDictionary();
}

/// <summary>What one item gave, and what became of it.</summary>
internal readonly record struct ItemRead(Outcome Outcome, Interaction<AccountId>[] Interactions);
