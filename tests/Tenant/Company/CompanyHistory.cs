using InfluencerMap.Cli.Demo;
using InfluencerMap.Graph.Influence;

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
    private readonly List<Happening>[] _sent;
    private DateOnly _date;
    private MadeDay? _day;
    private int _next;

    public CompanyHistory(MadeCompany company)
    {
        _company = company;
        _date = company.Options.From;
        Accounts = new(company);
        _sent = [.. Enumerable.Range(0, Accounts.Count).Select(_ => new List<Happening>())];
    }

    public TenantAccounts Accounts { get; }

    /// <summary>All mail of the company up to now, by time.</summary>
    public Happening[] MailBetween(DateTime from, DateTime to, DateTimeOffset now)
    {
        lock (_gate)
        {
            CatchUp(now);
            var (first, end) = (FirstAt(_mail, from), FirstAt(_mail, to));
            return [.. _mail[first..end]];
        }
    }

    /// <summary>Places [from, to) in an account's sent items; a <paramref name="to"/> below 0 is the end.</summary>
    public (Happening[] Messages, int To) Sent(int account, int from, int to, DateTimeOffset now)
    {
        lock (_gate)
        {
            CatchUp(now);
            var end = to < 0 ? _sent[account].Count : to;
            return ([.. _sent[account][Math.Max(0, from)..end]], end);
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
        var made = happening.Event;
        if (made.Channel != Channel.Mail)
            return;
        _mail.Add(happening);
        _sent[made.Sender].Add(happening);
        // Exchange can keep a copy of delegated mail in the mailbox that it was sent for: one mail, seen twice.
        if (made.From != made.Sender && made.From >= Accounts.PersonCount)
            _sent[made.From].Add(happening);
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
