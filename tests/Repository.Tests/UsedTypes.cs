using Mono.Cecil;
using Mono.Cecil.Cil;

namespace InfluencerMap.Tests;

/// <summary>The types of an assembly that a type of it names: in its signatures, its attributes and its code.</summary>
internal sealed class UsedTypes(ModuleDefinition module)
{
    private readonly HashSet<string> _used = [];

    /// <summary>Full names of types that are not nested; a nested type counts as the one around it.</summary>
    public IReadOnlySet<string> Of(TypeDefinition type)
    {
        Walk(type);
        _used.Remove(type.FullName);
        return _used;
    }

    private void Walk(TypeDefinition type)
    {
        Use(type.BaseType);
        foreach (var one in type.Interfaces)
            Use(one.InterfaceType);
        foreach (var parameter in type.GenericParameters)
            Use((TypeReference)parameter);
        UseAttributes(type);
        foreach (var field in type.Fields)
        {
            Use(field.FieldType);
            UseAttributes(field);
        }
        foreach (var method in type.Methods)
            Walk(method);
        foreach (var nested in type.NestedTypes)
            Walk(nested);
    }

    private void Walk(MethodDefinition method)
    {
        Use((MethodReference)method);
        UseAttributes(method);
        foreach (var parameter in method.GenericParameters)
            Use((TypeReference)parameter);
        if (!method.HasBody)
            return;
        foreach (var variable in method.Body.Variables)
            Use(variable.VariableType);
        foreach (var handler in method.Body.ExceptionHandlers)
            Use(handler.CatchType);
        foreach (var instruction in method.Body.Instructions)
            Use(instruction);
    }

    private void Use(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case TypeReference type:
                Use(type);
                break;
            case MethodReference method:
                Use(method.DeclaringType);
                Use(method);
                break;
            case FieldReference field:
                Use(field.DeclaringType);
                Use(field.FieldType);
                break;
        }
    }

    private void Use(MethodReference method)
    {
        Use(method.ReturnType);
        foreach (var parameter in method.Parameters)
            Use(parameter.ParameterType);
        if (method is GenericInstanceMethod generic)
            foreach (var argument in generic.GenericArguments)
                Use(argument);
    }

    private void UseAttributes(ICustomAttributeProvider attributed)
    {
        foreach (var attribute in attributed.CustomAttributes)
        {
            Use(attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments)
                Use(argument.Value as TypeReference);
        }
    }

    private void Use(TypeReference? type)
    {
        switch (type)
        {
            case null:
                break;
            case GenericParameter parameter:
                foreach (var constraint in parameter.Constraints)
                    if (constraint.ConstraintType is not GenericParameter)
                        _used.Add(Outermost(constraint.ConstraintType.GetElementType()).FullName);
                break;
            case GenericInstanceType generic:
                foreach (var argument in generic.GenericArguments)
                    Use(argument);
                Use(generic.ElementType);
                break;
            case TypeSpecification specified:
                Use(specified.ElementType);
                break;
            case { Scope: var scope } when scope == module:
                _used.Add(Outermost(type).FullName);
                break;
        }
    }

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } around)
            type = around;
        return type;
    }
}
