using InfluencerMap.Graph.Influence;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Storage;

/// <summary>One prepared statement for a million rows.</summary>
internal sealed class InteractionInsert : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _parameters;

    public InteractionInsert(Session session)
    {
        _command = session.Prepare(Query.AppendInteraction);
        string[] names = ["@AtMs", "@EventId", "@Source", "@Target", "@Channel", "@Role", "@AudienceSize"];
        _parameters = [.. names.Select(name => _command.Parameters.Add(name, SqliteType.Integer))];
        _command.Prepare();
    }

    /// <returns>Whether the row is new.</returns>
    public bool Execute(in Interaction interaction)
    {
        _parameters[0].Value = Instant.ToMs(interaction.At);
        _parameters[1].Value = interaction.EventId;
        _parameters[2].Value = interaction.Source;
        _parameters[3].Value = interaction.Target;
        _parameters[4].Value = (int)interaction.Channel;
        _parameters[5].Value = (int)interaction.Role;
        _parameters[6].Value = interaction.AudienceSize;
        return _command.ExecuteNonQuery() > 0;
    }

    public void Dispose() => _command.Dispose();
}
