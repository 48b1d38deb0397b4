using InfluencerMap.Storage;
using InfluencerMap.Tenant;

namespace InfluencerMap.Cli.Tests.Collecting;

/// <summary>An account that ends, and another that gets its name and address before the next night.</summary>
public sealed class GivenOnAddressTests
{
    private static readonly string OldId = TenantDirectory.IdOf(7);

    // Rounds are read in the order of object ids: one before the old account, one after.
    private const string IdBefore = "00000000-0000-4000-8000-000000000001";
    private const string IdAfter = "ffffffff-0000-4000-8000-000000000001";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(IdBefore, false, false)]
    [InlineData(IdAfter, false, false)]
    [InlineData(IdAfter, true, false)]
    [InlineData(IdBefore, false, true)]
    [InlineData(IdAfter, false, true)]
    public async Task New_account_is_another_person(string newId, bool isOldDisabled, bool isFromTheStart)
    {
        await using var night = await NightOnMadeTime.StartAsync();
        await night.CollectWholeAsync();
        var before = (await night.StateAsync()).People;
        var (old, address) = Replace(night.Tenant, newId, isOldDisabled, user => user with { EmployeeId = null });
        if (isFromTheStart)
            night.Tenant.ExpireDeltaTokens();
        await night.CollectWholeAsync();

        var after = (await night.StateAsync()).People;
        var today = DateOnly.FromDateTime(night.Tenant.Clock.Now.UtcDateTime);
        Assert.Equal(before.Length + 1, after.Length);
        Assert.Equal(today, Assert.Single(after.Except(before), person => person.Leave is not null).Leave);
        var owners = await OwnersAsync(night);
        Assert.Equal(old.EmployeeId, owners[OldId].Spelling);
        Assert.Equal(owners[newId].SourceId, owners[address].SourceId);
        Assert.NotEqual(owners[OldId].SourceId, owners[newId].SourceId);
        Assert.Null(owners[newId].Leave);
    }

    [Theory]
    [InlineData(IdBefore)]
    [InlineData(IdAfter)]
    public async Task New_account_of_the_same_employee_is_the_same_person_who_stays(string newId)
    {
        await using var night = await NightOnMadeTime.StartAsync();
        await night.CollectWholeAsync();
        var before = (await night.StateAsync()).People;
        Replace(night.Tenant, newId, isOldDisabled: false, user => user);
        await night.CollectWholeAsync();
        Assert.Equal(before, (await night.StateAsync()).People);

        night.Tenant.Directory.ChangeUser(newId, user => user with { Removed = "deleted" });
        await night.CollectWholeAsync();
        Assert.Single(before.Zip((await night.StateAsync()).People), pair => pair.First != pair.Second);
    }

    private static (TenantUser Old, string Address) Replace(
        StandInTenant tenant, string newId, bool isOldDisabled, Func<TenantUser, TenantUser> change)
    {
        var old = tenant.Directory.AllUsers().Single(user => user.Id == OldId);
        tenant.Directory.ChangeUser(OldId, user => isOldDisabled
            ? user with
            {
                AccountEnabled = false,
                Mail = null,
                UserPrincipalName = "former@demo.invalid",
                ProxyAddresses = [],
            }
            : user with { Removed = "deleted" });
        tenant.Directory.AddUser(change(old with { Id = newId }));
        return (old, old.UserPrincipalName.ToLowerInvariant());
    }

    private static async Task<Dictionary<string, PersonHandle>> OwnersAsync(NightOnMadeTime night)
    {
        await using var store = await Store.OpenExistingAsync(night.PathOf("company.db"), Cancellation);
        return (await store.People.HandlesAsync(Cancellation)).ToDictionary(known => known.Handle);
    }
}
