using System.Globalization;
using System.Runtime.CompilerServices;

namespace InfluencerMap;

/// <summary>
/// Numbers, dates and messages are the same in every language. The build property InvariantGlobalization would say so
/// too, but Microsoft.Data.SqlClient opens no connection under it.
/// </summary>
internal static class InvariantCulture
{
    [ModuleInitializer]
    internal static void Use()
    {
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
    }
}
