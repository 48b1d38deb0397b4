using System.Security;
using System.Text;

namespace InfluencerMap.Cli;

/// <summary>A line of a picture.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Points">Points in order of x; y is a share, 0 … 1.</param>
internal sealed record Curve(string Name, IReadOnlyList<(double X, double Y)> Points);

/// <summary>A height that curves are to be read against.</summary>
internal sealed record Ceiling(string Name, double Y);

/// <summary>Draws shares against a number as one SVG. Holds no person's name, key or id.</summary>
internal static class CurvePicture
{
    private const double Width = 900, Height = 540, Left = 80, Right = 30, Top = 70, Bottom = 70;
    private const int Steps = 5;

    private static readonly string[] Colours = ["#2b6cb0", "#d9571b", "#5a8f3c", "#7a5ba6"];

    public static string Draw(string title, string xName, string yName, Curve[] curves, Ceiling? ceiling = null)
    {
        var xMax = Math.Max(1e-9, curves.SelectMany(curve => curve.Points).Max(point => point.X));
        var svg = new StringBuilder();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" role="img">""");
        Line(svg, $"<title>{SecurityElement.Escape(title)}</title>");
        Line(svg, """<style>text{font-family:system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:#22303c;""");
        Line(svg, "font-size:15px}.t{font-size:22px;font-weight:700}</style>");
        Text(svg, Left, 36, title, "t");
        for (var step = 0; step <= Steps; step++)
        {
            var share = (double)step / Steps;
            var (x, y) = (X(share * xMax), Y(share));
            Line(svg, $"""<path d="M{Left} {y:0.#}H{Width - Right}" stroke="#dde3e8"/>""");
            Text(svg, 20, y + 5, $"{100 * share:0} %");
            Text(svg, x - 10, Height - Bottom + 24, $"{share * xMax:0.##}");
        }
        Text(svg, Width / 2 - 40, Height - 16, xName);
        Text(svg, Left, Top - 14, yName);
        for (var place = 0; place < curves.Length; place++)
            Draw(svg, curves[place], Colours[place % Colours.Length], place);
        if (ceiling is not null)
        {
            Line(svg, $"""<path d="M{Left} {Y(ceiling.Y):0.#}H{Width - Right}" stroke="#8b9cab" """
                + """stroke-dasharray="6 5"/>""");
            Text(svg, Left + 8, Y(ceiling.Y) - 8, $"{ceiling.Name}: {100 * ceiling.Y:0.0} %");
        }
        Line(svg, "</svg>");
        return svg.ToString();

        double X(double value) => Left + value / xMax * (Width - Left - Right);

        static double Y(double share) => Height - Bottom - share * (Height - Top - Bottom);

        void Draw(StringBuilder into, Curve curve, string colour, int place)
        {
            var points = string.Join(' ', curve.Points.Select(point =>
                $"{X(point.X):0.#},{Y(point.Y):0.#}"));
            Line(into, $"""<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"/>""");
            if (curves.Length == 1)
                return;
            var y = Top + 16 + 22 * place;
            Line(into, $"""<path d="M{Width - 220} {y - 5}h24" stroke="{colour}" stroke-width="3"/>""");
            Text(into, Width - 188, y, curve.Name);
        }
    }

    private static void Text(StringBuilder svg, double x, double y, string text, string? style = null) =>
        Line(svg, $"""<text x="{x:0.#}" y="{y:0.#}"{(style is null ? "" : $" class=\"{style}\"")}>"""
            + $"{SecurityElement.Escape(text)}</text>");

    private static void Line(StringBuilder svg, string line) => svg.Append(line).Append('\n');
}
