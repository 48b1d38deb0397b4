using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace InfluencerMap.Tests;

/// <summary>An assembly's public members, one a line: a change of the surface is a readable difference.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        var types = assembly.GetExportedTypes().Where(IsWritten).OrderBy(t => t.FullName, StringComparer.Ordinal);
        foreach (var type in types)
        {
            text.Append(Kind(type)).Append(' ').Append(TypeName(type, qualified: true)).AppendLine(Bases(type));
            foreach (var member in Members(type).Distinct().Order(StringComparer.Ordinal))
                text.Append("    ").AppendLine(member);
            text.AppendLine();
        }
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
        { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "")
            + (type.IsByRefLike ? "ref " : "") + (IsRecord(type) ? "record struct" : "struct"),
        _ => (type.IsSealed ? "sealed " : type.IsAbstract ? "abstract " : "") + (IsRecord(type) ? "record" : "class"),
    };

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", Declared) is not null;

    private static string Bases(Type type)
    {
        if (type.IsEnum)
            return $" : {TypeName(Enum.GetUnderlyingType(type))}";
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var bases = type.GetInterfaces().Except(inherited)
            .Where(i => i.IsVisible && !(IsRecord(type) && i.Name.StartsWith("IEquatable", StringComparison.Ordinal)))
            .Select(i => TypeName(i)).Order(StringComparer.Ordinal);
        Type?[] untold = [null, typeof(object), typeof(ValueType), typeof(MulticastDelegate)];
        var all = string.Join(", ", untold.Contains(type.BaseType) ? bases : bases.Prepend(TypeName(type.BaseType!)));
        return all.Length == 0 ? "" : $" : {all}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        foreach (var field in type.GetFields(Declared).Where(f => IsOpen(f.Attributes) && !f.IsSpecialName))
            yield return Field(field);
        foreach (var property in type.GetProperties(Declared).Where(p => p.GetMethod is { } get && IsOpen(get)))
            yield return Property(property);
        foreach (var method in type.GetMethods(Declared).Where(m => IsOpen(m) && IsWritten(m) && !IsAccessor(m)))
            yield return $"{Modifiers(method)}{Name(Nullability.Create(method.ReturnParameter))} {method.Name}"
                + $"{GenericParameters(method.GetGenericArguments())}({Parameters(method)})";
        foreach (var constructor in type.GetConstructors(Declared).Where(c => IsOpen(c) && IsWritten(c)))
            yield return $"{type.Name.Split('`')[0]}({Parameters(constructor)})";
    }

    private static string Field(FieldInfo field)
    {
        var keyword = field.DeclaringType!.IsEnum ? "" : "const ";
        if (field.IsLiteral)
            return $"{keyword}{field.Name} = {Literal(field.GetRawConstantValue())}";
        var modifiers = (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return $"{modifiers}{Name(Nullability.Create(field))} {field.Name}";
    }

    private static string Property(PropertyInfo property)
    {
        var parameters = property.GetIndexParameters();
        var name = parameters.Length == 0 ? property.Name : $"this[{string.Join(", ", parameters.Select(Parameter))}]";
        var write = property.SetMethod is not { } set || !IsOpen(set) ? ""
            : set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var type = Name(Nullability.Create(property));
        return $"{Modifiers(property.GetMethod!)}{required}{type} {name} {{ get;{write} }}";
    }

    private static string Modifiers(MethodBase method) =>
        (method.IsFamily ? "protected " : "") + (method.IsStatic ? "static " : "") + method switch
        {
            { DeclaringType.IsInterface: true } or { IsVirtual: false } or { IsFinal: true } => "",
            _ => method.IsAbstract ? "abstract " : "virtual ",
        };

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "")
        + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var direction = parameter switch
        {
            { IsOut: true } => "out ",
            { ParameterType.IsByRef: true, IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) => "params ",
            _ when parameter.IsDefined(typeof(ParamCollectionAttribute)) => "params ",
            _ => "",
        };
        var fallback = parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue)}" : "";
        return $"{direction}{Name(Nullability.Create(parameter))} {parameter.Name}{fallback}";
    }

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <summary>A type as written in C#, with the question marks of its nullable parts.</summary>
    private static string Name(NullabilityInfo info)
    {
        var mark = info.ReadState == NullabilityState.Nullable && !info.Type.IsValueType ? "?" : "";
        if (info.Type.IsByRef || info.Type.IsPointer)
            return TypeName(info.Type);
        if (info.ElementType is { } element)
            return $"{Name(element)}[]{mark}";
        if (info.GenericTypeArguments.Length == 0 || Nullable.GetUnderlyingType(info.Type) is not null)
            return TypeName(info.Type) + mark;
        return $"{info.Type.Name.Split('`')[0]}<{string.Join(", ", info.GenericTypeArguments.Select(Name))}>{mark}";
    }

    private static string TypeName(Type type, bool qualified = false)
    {
        if (type.HasElementType)
            return TypeName(type.GetElementType()!) + (type.IsArray ? "[]" : type.IsPointer ? "*" : "");
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return TypeName(underlying) + "?";
        var name = qualified
            ? type.FullName!.Split('`')[0].Replace('+', '.')
            : Keyword(type) ?? type.Name.Split('`')[0];
        return name + GenericParameters(type.GetGenericArguments());
    }

    private static string GenericParameters(Type[] arguments) =>
        arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(a => TypeName(a)))}>";

    private static string? Keyword(Type type) => type.FullName switch
    {
        "System.Boolean" => "bool",
        "System.Byte" => "byte",
        "System.Double" => "double",
        "System.Int32" => "int",
        "System.Int64" => "long",
        "System.Object" => "object",
        "System.Single" => "float",
        "System.String" => "string",
        "System.Void" => "void",
        _ => null,
    };

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOpen(FieldAttributes attributes) =>
        (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    /// <summary>False for what the compiler adds by itself, as the members of a record.</summary>
    private static bool IsWritten(MemberInfo member) =>
        !member.Name.Contains('<') && !member.IsDefined(typeof(CompilerGeneratedAttribute));
}
