"""The charts of docs/benchmarks.md, drawn by gnuplot as SVG."""
import shutil
import subprocess

from tables import LEAST_QUERIES, MEGA, best_runs, median_of, rate

# Warta's bars, then those of the others.
COLOURS = (0xB5361C, 0x7A8B99)
PERCENTILES = (("p50", "#b5361c"), ("p95", "#dd8452"), ("p99", "#f2c8a5"))
PREAMBLE = """set terminal svg size 640,320 font "sans-serif,12" background "white"
set output "{path}"
set title "{title}"
set style fill solid
set boxwidth 0.7 relative
set grid y linecolor "#dddddd"
set border 3
set xtics nomirror
set ytics nomirror
set key {key}
"""


def gnuplot_is_there():
    return shutil.which("gnuplot") is not None


def draw(path, title, data, plot, key="off", extra=""):
    script = PREAMBLE.format(path=path, title=title, key=key) + extra + f"$data << EOD\n{data}EOD\n{plot}\n"
    subprocess.run(["gnuplot"], input=script, text=True, check=True)


def bars(path, title, rows):
    """One bar a system: rows of name, figure, figure as text. The first is Warta's."""
    data = "".join(f'{place} "{name}" {value} "{text}" {COLOURS[min(place, 1)]}\n'
                   for place, (name, value, text) in enumerate(rows))
    plot = f"""set xrange [-0.7:{len(rows) - 0.3}]
set yrange [0:*]
set offsets 0, 0, graph 0.1, 0
plot $data using 1:3:5:xtic(2) with boxes linecolor rgb variable, $data using 1:3:4 with labels offset 0,0.7"""
    draw(path, title, data, plot)


def grouped_percentiles(path, title, rows):
    """Three bars a system on a logarithmic scale: rows of name, p50, p95, p99. One that no system has is left out."""
    data = "".join(f'"{name}" {p50} {p95} {p99}\n' for name, p50, p95, p99 in rows)
    shown = [(column, *percentile) for column, percentile in enumerate(PERCENTILES, 1)
             if any(row[column] != "NaN" for row in rows)]
    plot = "plot " + ", \\\n  ".join(f'$data using {column + 1}:xtic(1) title "{name}" linecolor rgb "{colour}"'
                                     for column, name, colour in shown)
    draw(path, title, data, plot, "outside center bottom horizontal", "set style data histograms\nset style histogram clustered gap 1\n"
         f"set logscale y\nset yrange [0.01:*]\nset xrange [-1:{len(rows)}]\nset ylabel \"milliseconds\"\n")


def percentile_of(runs, name):
    """The figure as the tables show it, or gnuplot's word for none."""
    return median_of(runs, name) if median_of(runs, "queries") >= LEAST_QUERIES[name] else "NaN"


def short_name(record):
    return record["name"].replace(",", " ").split()[0]


def draw_all(results, directory):
    """Writes the charts of a session into a directory."""
    directory.mkdir(parents=True, exist_ok=True)
    documents = results["corpus"]["articles"]
    records = [record for record in results["systems"] if best_runs(record)]
    records.sort(key=lambda record: record["key"] != "warta")
    bars(directory / "indexing.svg", "Articles indexed a second",
         [(short_name(each), rate(each, documents), f"{rate(each, documents):,.0f}") for each in records])
    bars(directory / "size.svg", f"MB on disk for {documents:,} articles",
         [(short_name(each), each["bytes"] / MEGA, f"{each['bytes'] / MEGA:,.0f}") for each in records])
    bars(directory / "memory.svg", "MiB resident at most, indexing",
         [(short_name(each), median_of(best_runs(each), "peak_mib"), f"{median_of(best_runs(each), 'peak_mib'):,.0f}")
          for each in records])
    for kind, title in (("keyword", "A question in one process"), ("phrase", "A phrase in one process")):
        grouped_percentiles(directory / f"{kind}.svg", title, [
            (short_name(each), *(percentile_of(each["search"][kind], name) for name, _ in PERCENTILES))
            for each in records if each["search"].get(kind)])
