using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace InfluencerMap.Tests;

/// <summary>The files of deploy/ ask the programs for what they have, and give away nothing.</summary>
public sealed partial class DeployTests
{
    private static readonly string[] Secrets =
        ["INFLUENCERMAP_STORE", "INFLUENCERMAP_KEY", "INFLUENCERMAP_AUDIT_KEY", "InfluencerMap__Store"];

    public static TheoryData<string> YamlFiles =>
        [.. Sources.TextFiles.Where(path => path.IsUnder("deploy") && path.HasExtension(".yaml"))];

    private static JsonObject Compose => Documents("deploy/compose.yaml").Single();

    private static IEnumerable<(string File, JsonNode Pod, JsonNode Container)> Containers =>
        from file in (string[])["deploy/kubernetes/api.yaml", "deploy/kubernetes/nightly.yaml"]
        from document in Documents(file)
        let template = document["spec"]?["template"] ?? document["spec"]?["jobTemplate"]?["spec"]?["template"]
        where template is not null
        from container in template["spec"]!["containers"]!.AsArray()
        select (file, template["spec"]!, container!);

    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void Yaml_file_is_well_formed(string path) => Assert.NotEmpty(Documents(path));

    [Fact]
    public void Kubernetes_containers_are_not_root_write_nowhere_and_have_limits()
    {
        Assert.Equal(2, Containers.Count());
        Assert.All(Containers, one =>
        {
            Assert.Equal("true", (string?)one.Pod["securityContext"]!["runAsNonRoot"]);
            Assert.Equal("false", (string?)one.Pod["automountServiceAccountToken"]);
            var context = one.Container["securityContext"]!;
            Assert.Equal("true", (string?)context["readOnlyRootFilesystem"]);
            Assert.Equal("false", (string?)context["allowPrivilegeEscalation"]);
            Assert.Equal("ALL", (string?)context["capabilities"]!["drop"]!.AsArray().Single());
            Assert.NotNull(one.Container["resources"]!["limits"]!["memory"]);
            var volumes = one.Pod["volumes"]!.AsArray().Select(volume => (string?)volume!["name"]);
            Assert.All(one.Container["volumeMounts"]!.AsArray(), mount =>
                Assert.Contains((string?)mount!["name"], volumes));
        });
    }

    [Fact]
    public void Compose_services_of_ours_write_nowhere_and_are_reached_from_this_machine_alone()
    {
        var declared = Compose["secrets"]!.AsObject().Select(secret => secret.Key).ToArray();
        foreach (var (name, service) in Compose["services"]!.AsObject())
        {
            Assert.All(Texts(service!["secrets"]), secret => Assert.Contains(secret, declared));
            Assert.All(Texts(service["ports"]), port => Assert.StartsWith("127.0.0.1:", port));
            if (name == "sql")
                continue;
            Assert.Equal("true", (string?)service["read_only"]);
            Assert.Equal(["ALL"], Texts(service["cap_drop"]));
            Assert.Equal(["no-new-privileges:true"], Texts(service["security_opt"]));
        }
    }

    [Fact]
    public void Image_holds_published_projects_and_does_not_run_as_root()
    {
        var lines = Sources.Text("deploy/Containerfile").Split('\n');
        var user = Array.FindLastIndex(lines, line => line.StartsWith("USER ", StringComparison.Ordinal));
        Assert.Equal("USER $APP_UID", lines[user]);
        Assert.True(user > Array.FindLastIndex(lines, line => line.StartsWith("FROM ", StringComparison.Ordinal)));
        var projects = Published().Matches(string.Concat(lines)).Select(match => match.Groups[1].Value).ToArray();
        // It carries the API beside itself, where compose and Kubernetes start it.
        Assert.Equal(["src/Cli"], projects);
        Assert.Contains(lines, line => line.EndsWith(" -o /app", StringComparison.Ordinal));
        Assert.Contains("\"/app/api/InfluencerMap.Api.dll\"", Sources.Text("deploy/kubernetes/api.yaml"));
        Assert.Contains(" /app/api/InfluencerMap.Api.dll,", Sources.Text("deploy/compose.yaml"));
    }

    [Fact]
    public void Image_is_built_without_what_git_ignores()
    {
        var leftOut = Lines(".dockerignore");
        Assert.Contains(".git", leftOut);
        Assert.All(Lines(".gitignore"), ignored => Assert.Contains(
            ignored.StartsWith('/') ? ignored.Trim('/') : "**/" + ignored.TrimEnd('/'), leftOut));
        // The programs themselves, and what builds them, go along.
        Assert.DoesNotContain(leftOut, line => line.TrimStart('*', '/') is "src" or "eng" or "*.props" or "*.targets");

        static string[] Lines(string path) =>
            [.. Sources.Text(path).Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }

    [Fact]
    public void Arguments_are_words_that_the_programs_know()
    {
        Assert.Empty(
            from one in Containers
            let words = Texts(one.Container["command"]).Concat(Texts(one.Container["args"])).ToArray()
            from unknown in Unknown(words)
            select $"{one.File}: {unknown}");
        Assert.Empty(
            from service in Compose["services"]!.AsObject()
            where service.Key != "sql"
            from unknown in Unknown([.. Texts(service.Value!["entrypoint"]), .. Texts(service.Value["command"])])
            select $"{service.Key}: {unknown}");
    }

    [Fact]
    public void Variables_are_read_and_secrets_come_from_secrets()
    {
        foreach (var (_, _, container) in Containers)
            foreach (var variable in container["env"]!.AsArray())
            {
                var name = (string)variable!["name"]!;
                Assert.True(ProductWords.KnowsVariable(name), name);
                Assert.Equal(Secrets.Contains(name), variable["valueFrom"]?["secretKeyRef"] is not null);
            }
        foreach (var (_, service) in Compose["services"]!.AsObject().Where(service => service.Key != "sql"))
            foreach (var (name, value) in service!["environment"]!.AsObject())
            {
                Assert.True(ProductWords.KnowsVariable(name), name);
                Assert.DoesNotContain(name, Secrets);
                if (name.EndsWith("_FILE", StringComparison.Ordinal))
                    Assert.Contains(((string?)value)!.Replace("/run/secrets/", ""), Texts(service["secrets"]));
            }
        Assert.All(YamlFiles, path => Assert.DoesNotMatch("(?i)(password|pwd)=[^$]", Sources.Text(path.Data)));
    }

    [Fact]
    public void Probes_ask_what_the_api_answers_to_strangers_where_it_listens()
    {
        var api = Containers.Single(one => one.File.EndsWith("api.yaml", StringComparison.Ordinal)).Container;
        var port = (string?)api["ports"]!.AsArray().Single()!["containerPort"];
        var description = JsonNode.Parse(Sources.Text("src/Api/openapi.json"))!;
        var probe = api["livenessProbe"]!["httpGet"]!;

        Assert.Equal("/health/live", (string?)probe["path"]);
        Assert.NotNull(description["paths"]!["/health/live"]);
        Assert.Equal(port, (string?)probe["port"]);
        Assert.Equal(port, (string?)api["readinessProbe"]!["tcpSocket"]!["port"]);
        Assert.Contains($"http://0.0.0.0:{port}", Texts(api["args"]));
        var service = Documents("deploy/kubernetes/api.yaml").Single(one => (string?)one["kind"] == "Service");
        Assert.Equal(port, (string?)service["spec"]!["ports"]!.AsArray().Single()!["targetPort"]);
    }

    [Fact]
    public void Alerts_are_about_metrics_that_there_are()
    {
        var rules = Documents("deploy/prometheus/influencermap.rules.yaml").Single()["groups"]!.AsArray()
            .SelectMany(group => group!["rules"]!.AsArray()).Select(rule => (string)rule!["expr"]!).ToArray();
        Assert.NotEmpty(rules);
        Assert.All(
            rules.Append(Sources.Text("docs/operations.md")).SelectMany(text => Metric().Matches(text)),
            metric => Assert.True(ProductWords.KnowsMetric(metric.Value), metric.Value));
    }

    private static IEnumerable<string> Unknown(string[] words) =>
        words.Any(word => word.EndsWith("InfluencerMap.Api.dll", StringComparison.Ordinal))
            ? ProductWords.UnknownToApi(words)
            : ProductWords.UnknownToCli(words);

    private static string[] Texts(JsonNode? list) =>
        list is JsonArray items ? [.. items.Select(item => (string)item!)] : [];

    /// <summary>As JSON, every scalar a text; an anchor stands for what it names.</summary>
    private static JsonObject[] Documents(string path)
    {
        var stream = new YamlStream();
        stream.Load(new MergingParser(new Parser(new StringReader(Sources.Text(path)))));
        return
        [
            .. stream.Documents.Select(document => (JsonObject)Plain(document.RootNode)!),
        ];

        JsonNode? Plain(YamlNode node) => node switch
        {
            YamlMappingNode map => new JsonObject(map.Children.Select(child =>
                KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, Plain(child.Value)))),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(Plain)]),
            _ => ((YamlScalarNode)node).Value,
        };
    }

    [GeneratedRegex(@"dotnet publish (src/\w+)")]
    private static partial Regex Published();

    [GeneratedRegex(@"\binfluencermap_(run|store|night|audit|build)_[a-z_]+\b")]
    private static partial Regex Metric();
}
