using InfluencerMap.Demo;
using InfluencerMap.Graph.Company;
using InfluencerMap.Tenant.Company;

namespace InfluencerMap.Tenant;

/// <summary>
/// The tenant's users and groups, made from the company. People appear on their first day and are disabled on the day
/// they leave; tests make every other change.
/// </summary>
public sealed class TenantDirectory
{
    private const int GuestCount = 3;

    private readonly MadeCompany _company;
    private readonly TenantClock _clock;
    private readonly Lock _gate = new();
    private readonly Queue<(DateOnly Day, MadePerson Person, bool Joins)> _pending;

    internal TenantDirectory(MadeCompany company, TenantClock clock)
    {
        (_company, _clock) = (company, clock);
        _pending = new(company.People.Select(p => (p.Start, p, true))
            .Concat(company.People.Where(p => p.Leave is not null).Select(p => (p.Leave!.Value, p, false)))
            .OrderBy(entry => entry.Item1).ThenBy(entry => entry.Item2.Index));
        AddOthers();
        CatchUp();
        AddGroups();
    }

    internal ObjectLog<TenantUser> Users { get; } = new(user => user.Id);
    internal ObjectLog<TenantGroup> Groups { get; } = new(group => group.Id);

    /// <summary>Object id of a person or another account of the company, by its number there.</summary>
    public static string IdOf(int account) => TenantAccounts.Id(account);

    public IReadOnlyList<TenantUser> AllUsers()
    {
        CatchUp();
        return Users.All;
    }

    public IReadOnlyList<TenantGroup> AllGroups() => Groups.All;

    public void ChangeUser(string id, Func<TenantUser, TenantUser> change)
    {
        CatchUp();
        Users.Change(id, change);
    }

    public void ChangeGroup(string id, Func<TenantGroup, TenantGroup> change) => Groups.Change(id, change);

    public void AddUser(TenantUser user) => Users.Set(user);

    public void AddGroup(TenantGroup group) => Groups.Set(group);

    /// <summary>Lets everyone join or leave whose day has come.</summary>
    internal void CatchUp()
    {
        lock (_gate)
        {
            var today = DateOnly.FromDateTime(_clock.Now.UtcDateTime);
            while (_pending.TryPeek(out var entry) && entry.Day <= today)
            {
                _pending.Dequeue();
                if (entry.Joins)
                    Users.Set(UserFor(entry.Person));
                else
                    Users.Change(IdOf(entry.Person.Index), user => user with { AccountEnabled = false });
            }
        }
    }

    private static TenantUser UserFor(MadePerson person) => new()
    {
        Id = IdOf(person.Index),
        DisplayName = person.Name,
        Mail = person.Address,
        UserPrincipalName = person.Address,
        ProxyAddresses = [.. ProxyAddressesOf(person)],
        OtherMails = person.SocialHandle is { } handle ? [handle] : [],
        Department = person.Department,
        JobTitle = person.JobFamily,
        OfficeLocation = person.Site,
        Country = "Nowhere",
        CompanyName = "Demo",
        EmployeeId = person.SourceId,
        EmployeeType = "Employee",
        EmployeeHireDate = person.Start.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        EmployeeLeaveDateTime = person.Leave?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        ExtensionAttributes =
        [
            person.JobFamily, person.Level.ToString(), person.AbsentFrom?.ToString("yyyy-MM-dd"),
            person.AbsentTo?.ToString("yyyy-MM-dd"),
        ],
        Manager = person.Manager is { } manager ? IdOf(manager.Index) : null,
    };

    /// <summary>As real ones are: the first in capitals, some with a blank, other protocols between.</summary>
    private static IEnumerable<string> ProxyAddressesOf(MadePerson person)
    {
        yield return $"x500:/o=Demo/ou=Exchange/cn=Recipients/cn={person.Index}";
        if (person.FormerAddress is { } former)
            yield return $"smtp:{former}";
        yield return $"SMTP:{(person.Index % 7 == 0 ? " " : "")}{person.Address}";
        yield return $"sip:{person.Address}";
    }

    private void AddOthers()
    {
        foreach (var account in _company.OtherAccounts.Where(a => a.Kind != AccountKind.Unknown))
            Users.Set(new()
            {
                Id = IdOf(account.Index),
                DisplayName = account.Address.Split('@')[0],
                Mail = account.Address,
                UserPrincipalName = account.Address,
                ProxyAddresses = [$"SMTP:{account.Address}"],
                AccountEnabled = account.Kind == AccountKind.Bot,
                UserPurpose = account.Kind switch
                {
                    AccountKind.Shared => "shared",
                    AccountKind.Room => "room",
                    _ => "others",
                },
            });
        foreach (var outsider in _company.OtherAccounts.Where(a => a.Kind == AccountKind.Unknown).Take(GuestCount))
            Users.Set(new()
            {
                Id = IdOf(outsider.Index),
                DisplayName = "Guest",
                Mail = outsider.Address,
                UserPrincipalName = $"{outsider.Address.Replace('@', '_')}#EXT#@demo.invalid",
                UserType = "Guest",
                UserPurpose = null,
            });
    }

    /// <summary>A team for each department, a community for each site, and a distribution list of everyone.</summary>
    private void AddGroups()
    {
        var groupCount = 0;
        foreach (var unit in _company.People.GroupBy(p => p.Department))
            AddGroupOf(unit.Key, unit, group => group with { IsUnified = true, IsTeam = true });
        foreach (var site in _company.People.GroupBy(p => p.Site))
            AddGroupOf($"Community {site.Key}", site, group => group with { IsUnified = true, IsCommunity = true });
        AddGroupOf("Everyone", _company.People, group => group);

        void AddGroupOf(string name, IEnumerable<MadePerson> members, Func<TenantGroup, TenantGroup> kind) =>
            Groups.Set(kind(new()
            {
                Id = $"b0000000-0000-4000-8000-{groupCount++:x12}",
                DisplayName = name,
                Mail = $"{name.Replace(' ', '-').ToLowerInvariant()}@demo.invalid",
                Members = [.. members.Select(p => IdOf(p.Index))],
            }));
    }

    /// <summary>What an object is, as the last part of its type.</summary>
    internal string TypeOf(string id) => Groups.Find(id) is null ? "user" : "group";

    /// <summary>The list that a message to these people, all in one role, goes to; null where there is none.</summary>
    internal TenantGroup? ListOf(IEnumerable<int> recipients, int sender)
    {
        var wanted = recipients.Append(sender).Select(IdOf).ToHashSet();
        return Groups.All.FirstOrDefault(group => group is { IsWrittenTo: true, Removed: null }
            && wanted.SetEquals(group.Members.Append(IdOf(sender))));
    }

    /// <summary>Team of a person's department.</summary>
    internal string TeamOf(int person) =>
        Groups.All.First(group => group.IsTeam && group.DisplayName == _company.People[person].Department).Id;
}
