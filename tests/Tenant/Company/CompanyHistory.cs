using InfluencerMap.Demo;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tenant.Company;

/// <summary>One event of the made company, in the day that holds its recipients.</summary>
internal readonly record struct Happening(MadeDay Day, int Index)
{
    public MadeEvent Event => Day.Events[Index];

    public ReadOnlySpan<MadeRecipient> Recipients => Day.RecipientsOf(Day.Events[Index]);
}

/// <summary>What has happened in the company up to the tenant's time, filed as Microsoft 365 files it.</summary>
internal sealed class CompanyHistory
{
    private readonly MadeCompany _company;
    private readonly Lock _gate = new();
    private readonly List<Happening> _mail = [];
    private readonly List<Happening> _calls = [];
    private readonly List<Happening>[] _sent;
    private readonly List<Happening>[] _meetings;
    private DateOnly _date;
    private MadeDay? _day;
    private int _next;

    public CompanyHistory(MadeCompany company)
    {
        _company = company;
        _date = company.Options.From;
        Accounts = new(company);
        Begin = _date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        _sent = Lists();
        _meetings = Lists();

        List<Happening>[] Lists() => [.. Enumerable.Range(0, Accounts.Count).Select(_ => new List<Happening>())];
    }

    /// <summary>First instant of the company's activity.</summary>
    public DateTime Begin { get; }

    /// <summary>Who files chats, mentions and reactions; called under the lock, in the order of time.</summary>
    public Action<Happening> TeamsEvent { get; set; } = _ => { };

    public TenantAccounts Accounts { get; }

    /// <summary>All mail of the company up to now, by time.</summary>
    public Happening[] MailBetween(DateTime from, DateTime to, DateTimeOffset now) => Read(now, () =>
        (Happening[])[.. _mail[FirstAt(_mail, from)..FirstAt(_mail, to)]]);

    /// <summary>Places [from, to) in an account's sent items; a <paramref name="to"/> below 0 is the end.</summary>
    public (Happening[] Messages, int To) Sent(int account, int from, int to, DateTimeOffset now) => Read(now, () =>
    {
        var end = to < 0 ? _sent[account].Count : to;
        return ((Happening[])[.. _sent[account][Math.Min(Math.Max(0, from), end)..end]], end);
    });

    /// <summary>Meetings that an account holds or is invited to, by time, once they began.</summary>
    public Happening[] Meetings(int account, DateTimeOffset now) => Read(now, () => _meetings[account].ToArray());

    public Happening[] Calls(DateTimeOffset now) => Read(now, () => _calls.ToArray());

    /// <summary>Reads what has happened up to now, undisturbed.</summary>
    public T Read<T>(DateTimeOffset now, Func<T> read)
    {
        lock (_gate)
        {
            CatchUp(now);
            return read();
        }
    }

    private void CatchUp(DateTimeOffset now)
    {
        while (_date < _company.Options.AsOf)
        {
            _day ??= _company.Day(_date);
            for (; _next < _day.Events.Count; _next++)
            {
                if (_day.Events[_next].At > now.UtcDateTime)
                    return;
                File(new(_day, _next));
            }
            if (now.UtcDateTime < _date.AddDays(1).ToDateTime(TimeOnly.MinValue))
                return;
            (_day, _next, _date) = (null, 0, _date.AddDays(1));
        }
    }

    private void File(Happening happening)
    {
        switch (happening.Event.Channel)
        {
            case Channel.Mail: FileMail(happening); break;
            case Channel.Meeting: FileMeeting(happening); break;
            case Channel.Call: _calls.Add(happening); break;
            default: TeamsEvent(happening); break;
        }
    }

    private void FileMail(Happening happening)
    {
        var made = happening.Event;
        _mail.Add(happening);
        _sent[made.Sender].Add(happening);
        // Exchange can keep a copy of delegated mail in the mailbox that it was sent for: one mail, seen twice.
        if (made.From != made.Sender && made.From >= Accounts.PersonCount)
            _sent[made.From].Add(happening);
    }

    private void FileMeeting(Happening happening)
    {
        _meetings[happening.Event.From].Add(happening);
        foreach (var recipient in happening.Recipients)
            _meetings[recipient.Account].Add(happening);
    }

    private static int FirstAt(List<Happening> happenings, DateTime instant)
    {
        var (low, high) = (0, happenings.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (happenings[middle].Event.At < instant)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
