using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mono.Cecil;

namespace InfluencerMap.Tests;

/// <summary>Folders inside a project: small enough to look over, and one depends on another in one direction.</summary>
public sealed class FolderTests
{
    private const int FilesMax = 20;

    public static TheoryData<string> Projects { get; } =
        ["Api", "Cli", "Collectors", "Demo", "Engine", "Graph", "Storage"];

    [Fact]
    public void No_folder_of_src_has_more_than_20_files() =>
        Assert.Empty(
            from file in Sources.CSharpUnder([.. Projects.Select(project => $"src/{project.Data}")])
            group file by FolderOf(file.Path) into folder
            where folder.Count() > FilesMax
            select $"{folder.Key} has {folder.Count()} files; at most {FilesMax}.");

    /// <summary>What two folders need goes into a third, or the call is turned round.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_do_not_depend_on_each_other_in_a_circle(string project) =>
        Assert.Empty(CircleIn(UsesBetweenFolders(project)).Select(use => $"{use.From} needs {use.To}: {use.Why}"));

    [Fact]
    public void A_circle_is_seen_and_what_leads_to_it_or_from_it_is_not_named()
    {
        FolderUse[] uses =
            [.. new[] { "ab", "bc", "ca", "da", "be" }.Select(use => new FolderUse(use[..1], use[1..], ""))];

        Assert.Equal(["ab", "bc", "ca"], CircleIn([.. uses]).Select(use => use.From + use.To));
        Assert.Empty(CircleIn([.. uses[..2]]));
    }

    [Fact]
    public void Uses_of_types_in_another_folder_are_read_from_the_program() =>
        Assert.Contains(
            UsesBetweenFolders("Storage"), use => use is { From: "src/Storage/Runs", To: "src/Storage/Database" });

    private static FolderUse[] CircleIn(List<FolderUse> uses)
    {
        var left = uses.SelectMany(use => new[] { use.From, use.To }).ToHashSet();
        // Whoever depends on nobody who is left is in no circle; what stays in the end is.
        while (left.RemoveWhere(folder => !uses.Exists(use => use.From == folder && left.Contains(use.To))) > 0)
        {
        }
        while (left.RemoveWhere(folder => !uses.Exists(use => use.To == folder && left.Contains(use.From))) > 0)
        {
        }
        return [.. uses.Where(use => left.Contains(use.From) && left.Contains(use.To))];
    }

    private static List<FolderUse> UsesBetweenFolders(string project)
    {
        var folderOf = FoldersOfTypes(project);
        using var frameworks = Frameworks();
        using var module = ModuleDefinition.ReadModule(
            AssemblyOf(project), new ReaderParameters { AssemblyResolver = frameworks });
        return
        [
            .. from type in module.Types
               where folderOf.ContainsKey(type.FullName)
               from used in new UsedTypes(module).Of(type)
               where folderOf.ContainsKey(used)
               let use = (From: folderOf[type.FullName], To: folderOf[used])
               where use.From != use.To
               group $"{type.Name} uses {used.Split('.')[^1]}" by use into uses
               select new FolderUse(uses.Key.From, uses.Key.To, uses.First()),
        ];
    }

    /// <summary>Where each type is declared, by its full name.</summary>
    private static Dictionary<string, string> FoldersOfTypes(string project) =>
        (from file in Sources.CSharpUnder($"src/{project}")
         from space in file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
         from type in space.Members.Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
         group FolderOf(file.Path) by $"{space.Name}.{NameOf(type)}")
        .ToDictionary(type => type.Key, type => type.First());

    private static string NameOf(MemberDeclarationSyntax type)
    {
        var (name, parameters) = type switch
        {
            TypeDeclarationSyntax declared => (declared.Identifier.Text, declared.TypeParameterList?.Parameters.Count),
            DelegateDeclarationSyntax declared =>
                (declared.Identifier.Text, declared.TypeParameterList?.Parameters.Count),
            BaseTypeDeclarationSyntax declared => (declared.Identifier.Text, null),
            _ => throw new InvalidOperationException($"{type.Kind()} declares no type."),
        };
        return parameters > 0 ? $"{name}`{parameters}" : name;
    }

    private static string FolderOf(string path) => path[..path.LastIndexOf('/')];

    private static string AssemblyOf(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var name = project == "Cli" ? "influencermap" : $"InfluencerMap.{project}";
        return Sources.FullPath($"artifacts/bin/{project}/{configuration}/{name}.dll");
    }

    /// <summary>Where an attribute's arguments are of a type of the framework, that is read for their size.</summary>
    private static DefaultAssemblyResolver Frameworks()
    {
        var resolver = new DefaultAssemblyResolver();
        var runtime = new FileInfo(typeof(object).Assembly.Location).Directory!;
        resolver.AddSearchDirectory(runtime.FullName);
        foreach (var version in Directory.GetDirectories(
            Path.Combine(runtime.Parent!.Parent!.FullName, "Microsoft.AspNetCore.App")))
            resolver.AddSearchDirectory(version);
        return resolver;
    }

    private sealed record FolderUse(string From, string To, string Why);
}
