using System.Text.Json;
using System.Text.Json.Serialization;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Mvc;

namespace InfluencerMap.Api;

/// <summary>Every type that goes over the wire; numbers are numbers, never strings.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(HealthState))]
[JsonSerializable(typeof(Ranking))]
[JsonSerializable(typeof(PersonCard))]
[JsonSerializable(typeof(RunList))]
[JsonSerializable(typeof(RunHygiene))]
[JsonSerializable(typeof(CohortRequest))]
[JsonSerializable(typeof(CohortAnswer))]
[JsonSerializable(typeof(WhatIfRequest))]
[JsonSerializable(typeof(WhatIfAnswer))]
[JsonSerializable(typeof(SelfView))]
[JsonSerializable(typeof(PersonExport))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(ConsentRequest))]
[JsonSerializable(typeof(NamedView[]))]
[JsonSerializable(typeof(NamedViewRequest))]
[JsonSerializable(typeof(GroupList))]
[JsonSerializable(typeof(GroupMatrix))]
[JsonSerializable(typeof(AuditPage))]
[JsonSerializable(typeof(AuditCheck))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(HttpValidationProblemDetails))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    public static void Apply(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        // A misspelt wish would else be passed over, and an objection with it.
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolverChain.Insert(0, Default);
    }
}
