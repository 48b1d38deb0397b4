using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace InfluencerMap.Tests.Packages;

/// <summary>What people install, installed from the packed files.</summary>
[Collection(PackedTests.Name)]
public sealed class PackageTests(PackedFiles packed)
{
    private const int ToolMegabytesMax = 60;

    private const string Console = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <UseAppHost>false</UseAppHost>
            <RestorePackagesPath>restored</RestorePackagesPath>
            <RestoreFallbackFolders>PACKAGES</RestoreFallbackFolders>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="InfluencerMap.Graph" Version="VERSION" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task Library_is_referenced_from_its_package_and_the_example_of_its_readme_prints_what_it_says()
    {
        var folder = Directory.CreateDirectory(Path.Combine(packed.Folder, "console")).FullName;
        var blocks = Sources.Text("src/Graph/README.md").Split("```");
        var program = Block(blocks, "csharp\n");
        await WriteAsync("Program.cs", program);
        // What it depends on lies where the build put it; the package itself must not, or an old one would be taken.
        await WriteAsync("console.csproj", Console
            .Replace("PACKAGES", BuildPackagesFolder(), StringComparison.Ordinal)
            .Replace("VERSION", PackedFiles.Version, StringComparison.Ordinal));

        await packed.DotnetAsync(folder, "build", "-nodeReuse:false", "-o", "built");
        var printed = await packed.DotnetAsync(folder, Path.Combine("built", "console.dll"));

        Assert.True(Directory.Exists(Path.Combine(folder, "restored", "influencermap.graph")));
        Assert.Equal(Block(blocks, "text\n"), printed.ReplaceLineEndings("\n"));

        Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder, name), text);
    }

    [Fact]
    public void Library_has_symbols_and_documentation_and_asks_for_its_dependencies_or_later_ones()
    {
        using var package = packed.Open("InfluencerMap.Graph");
        Assert.NotNull(package.GetEntry("lib/net10.0/InfluencerMap.Graph.dll"));
        Assert.NotNull(package.GetEntry("lib/net10.0/InfluencerMap.Graph.xml"));
        using var symbols = ZipFile.OpenRead(
            Path.Combine(packed.PackagesFolder, $"InfluencerMap.Graph.{PackedFiles.Version}.snupkg"));
        Assert.NotNull(symbols.GetEntry("lib/net10.0/InfluencerMap.Graph.pdb"));

        var dependencies = Elements(package, "dependency").ToDictionary(
            one => (string)one.Attribute("id")!, one => (string)one.Attribute("version")!);
        Assert.Equal(
            ["MathNet.Numerics", "QuikGraph", "System.Numerics.Tensors"],
            dependencies.Keys.Order(StringComparer.Ordinal));
        // An exact version would refuse every program that has a later one.
        Assert.All(dependencies.Values, version => Assert.Matches("^[0-9.]+$", version));
    }

    [Theory]
    [InlineData("InfluencerMap.Graph")]
    [InlineData("influencermap")]
    public void Package_says_what_it_is_and_names_no_address_that_is_not_there(string name)
    {
        using var package = packed.Open(name);
        Assert.Equal("MIT", Elements(package, "license").Single().Value);
        Assert.StartsWith("MIT License", Sources.Text("LICENSE"));
        Assert.NotEmpty(Elements(package, "tags").Single().Value);
        Assert.InRange(Elements(package, "description").Single().Value.Length, 80, 400);
        Assert.Equal("README.md", Elements(package, "readme").Single().Value);
        Assert.NotNull(package.GetEntry("README.md"));
        Assert.Empty(Elements(package, "projectUrl").Concat(Elements(package, "iconUrl")));
        Assert.All(Elements(package, "repository"), one => Assert.Null(one.Attribute("url")));
    }

    [Fact]
    public void Tool_carries_the_whole_api_for_every_kind_of_machine_and_nothing_besides()
    {
        using var package = packed.Open("influencermap");
        var files = package.Entries.Select(entry => entry.FullName)
            .Where(name => name.StartsWith("tools/net10.0/any/", StringComparison.Ordinal))
            .Select(name => name["tools/net10.0/any/".Length..]).ToArray();
        Assert.Superset(
            new HashSet<string>
            {
                "influencermap.dll", "InfluencerMap.Collectors.dll", "api/InfluencerMap.Api.dll",
                "api/InfluencerMap.Api.runtimeconfig.json", "api/runtimes/linux-arm64/native/libe_sqlite3.so",
                "api/runtimes/win-x64/native/e_sqlite3.dll", "runtimes/osx-arm64/native/libe_sqlite3.dylib",
            },
            files.ToHashSet());
        Assert.DoesNotContain(files, name => name.StartsWith("api/", StringComparison.Ordinal)
            && (name.Contains("Collectors", StringComparison.Ordinal)
                || name.Contains("Azure", StringComparison.Ordinal)
                || name.Contains("Microsoft.Graph", StringComparison.Ordinal)));
        // Hosts of this machine's kind, other languages, documentation, telephones.
        Assert.DoesNotContain(files, name => Path.GetFileName(name) is "influencermap" or "InfluencerMap.Api"
            || name.EndsWith(".exe", StringComparison.Ordinal)
            || name.EndsWith(".resources.dll", StringComparison.Ordinal)
            || (name.EndsWith(".xml", StringComparison.Ordinal) && name != "DotnetToolSettings.xml")
            || name.Contains("/ios", StringComparison.Ordinal) || name.Contains("/android", StringComparison.Ordinal));
        var size = new FileInfo(Path.Combine(packed.PackagesFolder, $"influencermap.{PackedFiles.Version}.nupkg"));
        Assert.InRange(size.Length >> 20, 1, ToolMegabytesMax);
    }

    /// <summary>The block that begins with a language, without it.</summary>
    private static string Block(string[] blocks, string language) =>
        blocks.Single(block => block.StartsWith(language, StringComparison.Ordinal))[language.Length..];

    private static IEnumerable<XElement> Elements(ZipArchive package, string name)
    {
        using var nuspec = package.Entries.Single(
            entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(nuspec).Descendants().Where(element => element.Name.LocalName == name);
    }

    private static string BuildPackagesFolder()
    {
        var assets = JsonNode.Parse(Sources.Text("artifacts/obj/Graph/project.assets.json"))!;
        return assets["packageFolders"]!.AsObject().First().Key;
    }
}
