using InfluencerMap.Api;
using InfluencerMap.Graph.Disclosure;
using Microsoft.AspNetCore.Builder;

namespace InfluencerMap.Tests;

/// <summary>An endpoint says what it shows, and opens only to who may know that; else nothing starts.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public void An_endpoint_that_does_not_say_what_it_shows_keeps_the_service_from_starting()
    {
        var refused = Refused(v1 => v1.MapGet("/new", () => "somebody").OpenTo(Roles.HrRead));
        Assert.Contains("does not declare what it shows", refused);
        Assert.Contains("/v1/new", refused);
    }

    [Fact]
    public void An_endpoint_that_is_open_to_no_role_keeps_the_service_from_starting() =>
        Assert.Contains("open to no role", Refused(v1 => v1.MapGet("/new", () => "").Shows(Knowledge.None)));

    [Theory]
    [InlineData(Knowledge.Ties)]
    [InlineData(Knowledge.Consent)]
    [InlineData(Knowledge.Exclusion)]
    public void What_nobody_may_know_is_shown_by_no_endpoint(Knowledge shown)
    {
        foreach (var role in Roles.All)
            Assert.Contains(
                $"{shown}, which the role {role} may not know",
                Refused(v1 => v1.MapGet("/new", () => "").OpenTo(role).Shows(shown)));
    }

    [Fact]
    public void A_role_is_refused_what_another_may_know()
    {
        Assert.Contains(
            "Ranks, which the role Program.Lead may not know",
            Refused(v1 => v1.MapGet("/new", () => "").OpenTo(Roles.HrRead, Roles.ProgramLead)
                .Shows(Knowledge.Keys | Knowledge.Ranks)));
        Assert.Null(Refused(v1 => v1.MapGet("/new", () => "").OpenTo(Roles.HrRead).Shows(Knowledge.Ranks)));
    }

    private static string? Refused(Action<IEndpointRouteBuilder> map)
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        map(app.MapGroup("/v1"));
        return Record.Exception(() => app.RequireDeclarations())?.Message;
    }
}
