using System.Text;
using System.Text.Json;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

/// <summary>What is taken of a user as the directory writes one.</summary>
public sealed class UsersRead
{
    [Fact]
    public void Texts_that_are_none_count_as_absent_and_the_user_stays()
    {
        var user = Read("""{"id":"AB-1","displayName":"\ud800","mail":7,"employeeId":"","proxyAddresses":[null,1]}""");
        Assert.Equal(("ab-1", null, null, null), (user.ObjectId, user.Name, user.Mail, user.EmployeeId));
        Assert.Equal([], DirectoryUser.AddressesAmong(user.Proxies));
    }

    [Fact]
    public void Only_attributes_that_are_named_become_texts()
    {
        var user = Read("""
            {"id":"a","department":" Sales ","aboutMe":"x","onPremisesExtensionAttributes":
             {"extensionAttribute1":"north","extensionAttribute2":"y"},"employeeOrgData":{"division":["z"]}}
            """);
        Assert.Equal(
            [new("department", "Sales"), new("extensionAttribute1", "north")], user.Attributes.OrderBy(a => a.Key));
    }

    [Theory]
    [InlineData("\"true\"")]
    [InlineData("7")]
    [InlineData("[true]")]
    [InlineData("{\"at\":1}")]
    [InlineData("\"\\ud800\"")]
    public void A_flag_a_date_or_a_list_of_another_type_counts_as_absent_and_the_user_stays(string value)
    {
        var user = Read($$"""
            {"accountEnabled":{{value}},"employeeHireDate":{{value}},"employeeLeaveDateTime":{{value}},
             "proxyAddresses":{{value}},"manager@delta":{{value}},"id":"a","mail":"m"}
            """);
        Assert.Equal(("a", "m", "", null), (user.ObjectId, user.Mail, user.Manager, user.Enabled));
        Assert.Equal((null, null), (user.Hired?.Year, user.Leaves?.Year));
        Assert.Equal([], DirectoryUser.AddressesAmong(user.Proxies));
    }

    [Fact]
    public void Elements_of_lists_that_are_null_or_of_another_type_are_passed_over()
    {
        var user = Read("""
            {"id":"a","proxyAddresses":[null,1,"smtp:a@made.example",{}],"manager@delta":[{"id":"B"},null,"c",[]]}
            """);
        Assert.Equal("b", user.Manager);
        Assert.Equal(["a@made.example"], DirectoryUser.AddressesAmong(user.Proxies));
        var reader = new Utf8JsonReader("""
            {"id":"g","proxyAddresses":["SMTP:g@made.example",null],"members@delta":[null,{"id":"a"},5,{"id":7},null]}
            """u8);
        reader.Read();
        var accounts = new AccountDirectory([]);
        Assert.True(DirectoryGroup.Read(ref reader, accounts, out var group));
        Assert.Equal([accounts.Resolve("a")], group.Members.Keys);
        Assert.Equal(["g@made.example"], group.Addresses);
    }

    [Fact]
    public void Days_of_joining_and_leaving_are_days_in_utc()
    {
        var user = Read("""
            {"id":"a","employeeHireDate":"2024-01-02T23:30:00-02:00","employeeLeaveDateTime":"2024-05-01T00:00:00"}
            """);
        Assert.Equal(
            (new DateTime(2024, 1, 3, 1, 30, 0), new DateTime(2024, 5, 1)), (user.Hired, user.Leaves));
    }

    [Theory]
    [InlineData("""{"id":"a"}""", null)]
    [InlineData("""{"id":"a","manager@delta":null}""", "")]
    [InlineData("""{"id":"a","manager@delta":[{"id":"B"}]}""", "b")]
    [InlineData("""{"id":"a","manager@delta":[{"id":"B","@removed":{"reason":"deleted"}}]}""", "")]
    public void A_manager_is_not_said_or_nobody_now_or_somebody(string user, string? manager) =>
        Assert.Equal(manager, Read(user).Manager);

    [Fact]
    public void What_a_later_element_leaves_out_stays_as_the_earlier_one_said()
    {
        const string whole = """{"id":"a","proxyAddresses":["smtp:a@made.example"],"manager@delta":[{"id":"b"}]}""";
        var merged = Read("""{"id":"a","mail":"m"}""").After(Read(whole));
        Assert.Equal(["a@made.example"], DirectoryUser.AddressesAmong(merged.Proxies));
        Assert.Equal(("b", "m"), (merged.Manager, merged.Mail));
        var nothing = Read("""{"id":"a"}""").After(Read("""{"id":"a"}"""));
        Assert.Equal((null, null), (nothing.Manager, nothing.Proxies));
        Assert.Equal("", Read("""{"id":"a","manager@delta":null}""").After(Read(whole)).Manager);
    }

    private static DirectoryUser Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        var named = new HashSet<string> { "department", "extensionAttribute1", "division" };
        Assert.True(DirectoryUser.Read(ref reader, named, out var user));
        Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
        return user;
    }
}
