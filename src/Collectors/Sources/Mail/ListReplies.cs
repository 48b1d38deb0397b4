using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// Posts to lists, and who answered whom among them: about 100 bytes are held for each post until the files end, since
/// an answer may stand before what it answers.
/// </summary>
internal sealed class ListReplies
{
    private readonly Dictionary<long, AccountId> _authorById = [];
    private readonly List<(long Answered, Interaction<AccountId> Post, long Row)> _posts = [];

    /// <param name="id">Hash of its Message-ID; 0 for none.</param>
    /// <param name="answered">Hash of the mail's that it answers; 0 for none.</param>
    /// <param name="post">Its event, instant and author.</param>
    /// <param name="row">Its number in the account of rows.</param>
    public void Add(long id, long answered, Interaction<AccountId> post, long row)
    {
        if (id != 0)
            _authorById.TryAdd(id, post.Source);
        _posts.Add((answered, post, row));
    }

    public IEnumerable<Interaction<AccountId>> Resolve(FormatRead read)
    {
        foreach (var (answered, post, row) in _posts)
        {
            read.Report.Resume(row);
            var reply = post with { Target = _authorById.GetValueOrDefault(answered), Channel = Channel.ChannelPost };
            if (answered == 0 || reply.Target.IsNone)
                read.Report.Drop(Outcome.NoAnswer);
            else if (read.Gives(reply))
                yield return reply;
        }
    }
}
