"""The tables of docs/benchmarks.md, made of a session's results. Figures are medians over the rounds; ratios are
Warta's figure divided by the other system's."""
import statistics

MEGA = 1_000_000
LEAST_QUERIES = {"p50": 1, "p95": 20, "p99": 100}  # with fewer, a percentile would be the slowest query


def median_of(runs, member):
    """The median of a member over runs; None where a run does not know it, or there is none."""
    values = [run[member] for run in runs if run.get(member) is not None]
    return statistics.median(values) if values else None


def best_runs(record):
    """The runs of the fastest way to index."""
    if not record["index"]:
        return []
    fastest = min(record["index"], key=lambda run: run["seconds"])
    return [run for run in record["index"] if run["variant"] == fastest["variant"]]


def number(value, digits=0):
    return "" if value is None else f"{value:,.{digits}f}"


def ratio(ours, theirs):
    return "" if not ours or not theirs else f"{ours / theirs:.2f}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def named(record):
    return f"{record['name']} {record.get('version') or ''}".strip()


def rate(record, documents):
    seconds = median_of(best_runs(record), "seconds")
    return documents / seconds if seconds else None


class Tables:
    def __init__(self, results):
        self.results = results
        self.records = results["systems"]
        self.warta = next((record for record in self.records if record["key"] == "warta"), None)
        self.articles = results["corpus"]["articles"]
        self.bytes = results["corpus"]["bytes"]

    def ratio_to(self, record, figure):
        """Warta's figure over the record's; empty in Warta's own row."""
        if record is self.warta or self.warta is None:
            return ""
        return ratio(figure(self.warta), figure(record))

    def indexing(self):
        rows = []
        for record in filter(best_runs, self.records):
            runs = best_runs(record)
            rows.append([
                named(record), number(rate(record, self.articles)), number(rate(record, self.bytes / MEGA), 1),
                number(median_of(runs, "seconds"), 1), number(median_of(runs, "cpu_seconds"), 1),
                number(median_of(runs, "peak_mib")), number(record["bytes"] / MEGA), str(len(runs)),
                self.ratio_to(record, lambda each: rate(each, self.articles)),
                self.ratio_to(record, lambda each: each.get("bytes"))])
        return table(["system", "articles/s", "MB/s", "seconds", "processor s", "MiB resident", "MB on disk", "rounds",
                      "Warta / it: articles/s", "MB"], rows)

    def searching(self, kind, variant=None, label=""):
        """Latencies of a kind of queries; a variant is another kind of Warta's alone, in a row of that label."""
        rows = []
        for record in self.records:
            rows += self.search_row(record, kind, named(record))
            if record is self.warta and variant:
                rows += self.search_row(record, variant, f"{record['name']}, {label}")
        return table(["system", "queries", "p50", "p95", "p99", "with hits", "rounds", "Warta / it: p50", "p95"], rows)

    def search_row(self, record, kind, name):
        runs = record["search"].get(kind)
        if not runs:
            return []

        def at(share):
            return lambda each: median_of(each["search"].get(kind, []), share)

        asked = median_of(runs, "queries")
        return [[name, number(asked),
                 *(number(median_of(runs, share), 2) if asked >= least else "" for share, least in LEAST_QUERIES.items()),
                 f"{median_of(runs, 'answered'):.1%}", str(len(runs)),
                 *(self.ratio_to(record, at(share)) for share in ("p50", "p95"))]]

    def processes(self):
        rows = []
        for record in self.records:
            if record["shell"]:
                warm, cold = record["shell"], record["cold"]
                rows.append([named(record), *(number(median_of(warm, name), 1) for name in ("p50", "p95")),
                             *(number(median_of(cold, name), 1) for name in ("p50", "p95")),
                             self.ratio_to(record, lambda each: median_of(each["shell"], "p50"))])
        return table(["system", "p50", "p95", "p50 from disk", "p95 from disk", "Warta / it: p50"], rows)

    def forms(self):
        forms = (self.warta or {}).get("forms", {})
        return table(["query", "p50", "p95"], [
            [name, *(number(median_of(runs, share), 1) for share in ("p50", "p95"))] for name, runs in forms.items()])

    def adding(self):
        rows = [[named(record), number(median_of(record["add"], "seconds"), 2),
                 number(median_of(record["add"], "peak_mib")),
                 self.ratio_to(record, lambda each: median_of(each["add"], "seconds"))]
                for record in self.records if record["add"]]
        return table(["system", "seconds", "MiB resident", "Warta / it: seconds"], rows)

    def while_adding(self):
        """A sentence; empty where it was not measured."""
        times = (self.warta or {}).get("search_while_adding")
        return "" if not times else (
            f"Searches that ran at the same time as Warta's adding were all answered: p50 {times['p50']:.2f} ms, p95 "
            f"{times['p95']:.2f} ms, of {times['queries']:,} queries.\n")

    def growing(self):
        """None where the session had no larger corpus."""
        large = next((each for each in self.results["growth"] if "seconds" in each), None)
        if not large or not self.warta:
            return None
        runs, search = best_runs(self.warta), self.warta["search"]
        small_rate, large_rate = rate(self.warta, self.articles), large["articles"] / large["seconds"]

        def latency(kind, name):
            return [number(median_of(search.get(kind, []), name), 2), number(large["search"][kind][name], 2)]

        return table(["", f"{self.articles:,} articles", f"{large['articles']:,}"], [
            ["MB of JSON Lines", number(self.bytes / MEGA), number(large["document_bytes"] / MEGA)],
            ["articles/s", number(small_rate), f"{number(large_rate)} ({large_rate / small_rate:.0%})"],
            ["MiB resident", number(median_of(runs, "peak_mib")), number(large["peak_mib"])],
            ["MB on disk", number(self.warta["bytes"] / MEGA), number(large["bytes"] / MEGA)],
            ["words, p50 ms", *latency("keyword", "p50")], ["words, p95 ms", *latency("keyword", "p95")],
            ["stemmed phrases, p50 ms", *latency("phrase", "p50")],
            ["stemmed phrases, p95 ms", *latency("phrase", "p95")],
            [f"seconds to add {self.results['corpus']['additions']:,}",
             number(median_of(self.warta["add"], "seconds"), 2), number(large["add_seconds"], 2)]])

    def machine(self):
        facts = self.results["machine"]
        return (f"{facts['processor']}, {facts['cores']} cores, {facts['memory_mib'] / 1024:.0f} GiB; {facts['system']}, "
                f"kernel {facts['kernel']}, g++ {facts['compiler']}, Xapian {facts['xapian']}, {facts['java']}; "
                f"Warta at {facts['commit'] or 'an unknown commit'}, {self.results['date']}.")
