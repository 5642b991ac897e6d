"""A line plot as SVG, both axes logarithmic."""
import math

COLOURS = ["#1b6ca8", "#c0392b", "#27824b", "#8e44ad", "#b9770e"]
WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 720, 420, 60, 50, 40, 190


def write(path, title, x_label, y_label, series):
    points = [point for line in series.values() for point in line]
    low_x, high_x = span([x for x, _ in points])
    low_y, high_y = span([y for _, y in points])

    def place(x, y):
        across = (math.log10(x) - low_x) / (high_x - low_x)
        up = (math.log10(y) - low_y) / (high_y - low_y)
        return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - BOTTOM - TOP)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{LEFT}" y="22" font-size="16">{title}</text>',
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">{x_label}</text>',
        f'<text x="16" y="{HEIGHT / 2}" transform="rotate(-90 16 {HEIGHT / 2})" text-anchor="middle">{y_label}</text>',
    ]
    for x in sorted({x for x, _ in points}):
        across, _ = place(x, 10**low_y)
        out.append(f'<line x1="{across:.1f}" x2="{across:.1f}" y1="{TOP}" y2="{HEIGHT - BOTTOM}" stroke="#ddd"/>')
        out.append(f'<text x="{across:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{x:g}</text>')
    for power in range(math.ceil(low_y), math.floor(high_y) + 1):
        _, up = place(10**low_x, 10**power)
        out.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{up:.1f}" y2="{up:.1f}" stroke="#ddd"/>')
        out.append(f'<text x="{LEFT - 6}" y="{up + 4:.1f}" text-anchor="end">{10**power:g}</text>')
    for k, (name, line) in enumerate(series.items()):
        colour = COLOURS[k % len(COLOURS)]
        path_points = " ".join("{:.1f},{:.1f}".format(*place(x, y)) for x, y in line)
        out.append(f'<polyline points="{path_points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += ['<circle cx="{:.1f}" cy="{:.1f}" r="3" fill="{}"/>'.format(*place(x, y), colour) for x, y in line]
        out.append(f'<text x="{WIDTH - RIGHT + 12}" y="{TOP + 16 + 20 * k}" fill="{colour}">{name}</text>')
    out.append("</svg>")
    with open(path, "w") as file:
        file.write("\n".join(out) + "\n")


def span(values):
    low, high = math.log10(min(values)), math.log10(max(values))
    if high - low < 0.3:
        low, high = low - 0.2, high + 0.2
    return low - 0.05, high + 0.05
