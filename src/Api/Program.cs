using InfluencerMap.Api;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap;
using Microsoft.AspNetCore.Hosting.Server;

// Before the configuration reads the environment.
var withheld = SecretFiles.Use();
var builder = WebApplication.CreateBuilder(args);
builder.AddDefaults(args);
var access = AccessSettings.From(builder.Configuration);
builder.Services.AddAccess(access);
builder.WebHost.ConfigureKestrel(LoopbackRule.Apply);
builder.AddRequestRules();
builder.Services.AddSingleton(StoreAddress.From(builder.Configuration));
var smallGroups = SmallGroups.From(builder.Configuration);
builder.Services.AddSingleton(smallGroups);
builder.Services.AddSingleton<OpenedStore>();
builder.Services.AddSingleton<LatestRun>();
builder.Services.AddSingleton(WorkLimits.From(builder.Configuration));
builder.Services.AddSingleton<WorkQueue>();
builder.Services.AddSingleton<AuditTrail>();
builder.Services.AddSingleton<CohortLedger>();
// Its own registry: the default one is the process's, and measures the process.
builder.Services.AddSingleton(Prometheus.Metrics.NewCustomRegistry());
builder.Services.AddSingleton<RequestDurations>();
builder.Services.AddSingleton<Names>();
builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
// Even values that cannot be read are answered by ErrorAnswers.
builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
builder.Services.AddValidation();
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<ErrorAnswers>();
// A lambda, because the compiler adds the XML comments to the document only where it sees one.
builder.Services.AddOpenApi(options => options.AddDocumentTransformer(ApiDescription.Describe));

await using var app = builder.Build();
app.UseRequestLog();
app.UseSecurityHeaders();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseAuthentication();
app.UseAuditOfRefusals();
app.UseUtf8Only();
app.UseRateLimiter();
app.UseAuthorization();
app.MapOpenApi().OpenTo(Roles.All);
app.MapHealth();
app.MapMetrics();
var v1 = app.MapGroup("/v1").WithAudit().WithErrorsDescribed().WithKnownParametersOnly();
v1.MapRankings();
v1.MapPeople();
v1.MapSelf();
v1.MapRights();
v1.MapNamedViews();
v1.MapRuns();
v1.MapCohorts();
v1.MapGroups();
v1.MapAudit();

try
{
    if (withheld is not null)
        throw new NotStartedException(withheld);
    StoreAddress.RequireNoPassword(args);
    Arguments.Require(args);
    access.Require();
    smallGroups.Require();
    app.RequireDeclarations();
    await StartAsync();
    LoopbackRule.RequireTls(app.Services.GetRequiredService<IServer>(), access);
    app.StopWithStarter(args);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception e) when (e is NotStartedException or IOException)
{
    Log.Refused(app.Logger, e.Message);
    return 1;
}

async Task StartAsync()
{
    try
    {
        await app.StartAsync();
    }
    // What the server says of an address that it cannot read.
    catch (Exception e) when (e is FormatException or InvalidOperationException)
    {
        throw new NotStartedException($"{e.Message.TrimEnd('.')}. Say where to listen: --urls http://127.0.0.1:5080");
    }
}
