using System.Text;
using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests.Identities;

public class Identities
{
    [Theory]
    [InlineData(" Ada@X.Example\t", "ada@x.example")]
    [InlineData("ÉMILE@x.example", "émile@x.example")]
    [InlineData("17", "17")]
    [InlineData("", null)]
    [InlineData(" \t", null)]
    [InlineData("a\0b", null)]
    [InlineData("a\nb", null)]
    [InlineData("a\ufffdb", null)]
    public void Handles_have_one_spelling(string text, string? normal) => Assert.Equal(normal, Handle.Normalise(text));

    [Fact]
    public void Handles_have_at_most_320_characters()
    {
        Assert.NotNull(Handle.Normalise(new string('a', 320)));
        Assert.Null(Handle.Normalise(new string('a', 321)));
    }

    [Fact]
    public void Directory_keeps_known_ids_and_gives_the_next_ones()
    {
        var accounts = new AccountDirectory([new Account(new(5), "b@x.example"), new Account(new(2), "a@x.example")]);
        Assert.Equal(2, accounts.Resolve(" A@x.example").Value);
        Assert.Equal(6, accounts.Resolve("c@x.example").Value);
        Assert.Equal(7, accounts.Resolve("d@x.example").Value);
        Assert.Equal(6, accounts.Resolve("C@X.EXAMPLE").Value);
        Assert.Equal([new Account(new(6), "c@x.example"), new Account(new(7), "d@x.example")], accounts.Added);
        Assert.Throws<ArgumentException>(() => accounts.Resolve("\n"));
    }

    [Fact]
    public void Person_keys_are_the_first_half_of_half_of_an_hmac()
    {
        // python: hmac.new(b"a customer key of thirty-two byte", b"ada@example.com", "sha256").hexdigest()[:16]
        Assert.Equal("a904a44845d69a6e", PersonKey.Derive(Scratch.CustomerKey, Handle.Normalise(" Ada@Example.com")!));
        Assert.NotEqual(
            PersonKey.Derive(Scratch.CustomerKey, "ada@example.com"),
            PersonKey.Derive(Encoding.ASCII.GetBytes("another customer's key, 32 bytes"), "ada@example.com"));
    }

    [Fact]
    public void Person_keys_need_a_customer_key_of_128_bits()
    {
        Assert.Equal("The customer key has 15 bytes; at least 16 are needed.",
            Assert.Throws<ArgumentException>(() => PersonKey.Derive(new byte[15], "a")).Message);
    }
}
