using System.Data;
using System.Runtime.CompilerServices;
using Dapper;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>Rows as SQL Server types them: int, tinyint and bit where SQLite knows one integer.</summary>
public sealed class RowMapTests
{
    public RowMapTests() => RuntimeHelpers.RunClassConstructor(typeof(Database).TypeHandle);

    [Fact]
    public void Narrow_numbers_and_nothing_become_the_wider_numbers_of_a_record() => Assert.Equal(
        [new Row(1, null, 2, "a", 1), new Row(int.MaxValue, 3, byte.MaxValue, null, 0)],
        Rows<Row>([1, DBNull.Value, (byte)2, "a", true], [int.MaxValue, 3, byte.MaxValue, DBNull.Value, false]));

    [Fact]
    public void Columns_of_other_names_are_still_refused() =>
        Assert.Throws<InvalidOperationException>(() => Rows<OtherRow>([1, 2, (byte)3, "a", true]));

    [Fact]
    public void Numbers_that_would_be_cut_or_made_up_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Rows<Narrower>([1, 2, (byte)3, "a", true]));
        Assert.Throws<InvalidOperationException>(() => Rows<Text>([1, 2, (byte)3, "a", true]));
    }

    [Fact]
    public void A_whole_number_of_SQLite_becomes_the_number_word_truth_or_instant_of_a_record() => Assert.Equal(
        new Whole(7, AccountKind.Room, null, true, DateTime.UnixEpoch.AddMilliseconds(5), new(1970, 1, 2)),
        Parsed<Whole>([7L, 3L, DBNull.Value, 1L, 5L, 86_400_000L]));

    [Fact]
    public void A_whole_number_too_large_for_the_record_is_refused_and_not_cut() => Assert.ThrowsAny<Exception>(
        () => Parsed<Whole>([long.MaxValue, 4L, DBNull.Value, 1L, 5L, 0L]));

    private static T Parsed<T>(object[] row)
    {
        using var table = new DataTable();
        foreach (var name in (string[])["Id", "Kind", "PersonId", "IsDue", "At", "Day"])
            table.Columns.Add(name, typeof(long));
        table.Rows.Add(row);
        using var reader = table.CreateDataReader();
        return reader.Parse<T>().Single();
    }

    private static List<T> Rows<T>(params object[][] rows)
    {
        using var table = new DataTable();
        table.Columns.Add("AccountId", typeof(int));
        table.Columns.Add("PersonId", typeof(int));
        table.Columns.Add("Kind", typeof(byte));
        table.Columns.Add("Name", typeof(string));
        table.Columns.Add("IsDue", typeof(bool));
        foreach (var row in rows)
            table.Rows.Add(row);
        using var reader = table.CreateDataReader();
        return [.. reader.Parse<T>()];
    }

    private sealed record Row(long AccountId, long? PersonId, long Kind, string? Name, long IsDue);

    private sealed record Whole(int Id, AccountKind Kind, int? PersonId, bool IsDue, DateTime At, DateOnly Day);

    private sealed record Narrower(short AccountId, long? PersonId, long Kind, string? Name, long IsDue);

    private sealed record Text(string AccountId, long? PersonId, long Kind, string? Name, long IsDue);

    private sealed record OtherRow(long AccountId, long? PersonId, long Kind, string? Name, long IsRead);
}
