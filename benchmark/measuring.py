"""How the benchmark measures: a command's time and memory, a driver's microseconds, sizes, percentiles."""
import json
import os
import pathlib
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent
MEASURE = str(ROOT / "scripts/measure")
LINES_OF_A_FAILURE = 15


class Failed(Exception):
    """A command did not do what it should; the message is for the person."""


@dataclass
class Usage:
    """What a command took. Memory is the greatest resident set of one process."""

    seconds: float
    cpu_seconds: float
    peak_mib: float
    output: str


def quoted(command):
    """The command as it would be typed, shortened, for messages."""
    text = " ".join(str(word) for word in command)
    return text if len(text) < 300 else text[:300] + " ..."


def run(command, accepted=(0,), **arguments):
    """What a command prints; an exit code that is not accepted is a failure. An interruption ends the command too."""
    with subprocess.Popen(list(map(str, command)), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          **arguments) as process:
        try:
            output, messages = process.communicate()
        except BaseException:
            process.terminate()
            raise
    if process.returncode not in accepted:
        last_lines = (messages or output).strip().split("\n")[-LINES_OF_A_FAILURE:]
        raise Failed(f"exit code {process.returncode} of {quoted(command)}\n  " + "\n  ".join(last_lines))
    return output


def measured(command, accepted=(0,)):
    """Runs a command to its end and says what it took.

    scripts/measure stands between, because a process's greatest memory includes that of the one that forked it.
    """
    with tempfile.NamedTemporaryFile("r", suffix=".json") as report:
        output = run([MEASURE, "--json", report.name, *command], accepted)
        used = json.load(report)
    return Usage(used["wall_seconds"], used["user_seconds"] + used["system_seconds"], used["peak_mib"], output)


def percentile(values, share):
    """The smallest of the values that is not less than this share of them (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]


def answers(command):
    """Runs a driver that prints "microseconds<tab>hits" a query: milliseconds and hits of each."""
    rows = [line.split("\t") for line in run(command).splitlines()]
    if not rows:
        raise Failed(f"no query was answered by {quoted(command)}")
    return [(float(microseconds) / 1000, int(hits)) for microseconds, hits in rows]


def summary(answered):
    """Milliseconds at three percentiles, and the share of the queries that found something."""
    times = [milliseconds for milliseconds, _ in answered]
    return {"queries": len(times), "p50": percentile(times, 0.5), "p95": percentile(times, 0.95),
            "p99": percentile(times, 0.99), "mean": statistics.mean(times),
            "answered": sum(hits > 0 for _, hits in answered) / len(answered)}


def process_milliseconds(command):
    """Wall time of a process from its start to its end."""
    begin = time.perf_counter()
    finished = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, text=True)
    taken = (time.perf_counter() - begin) * 1000
    if finished.returncode != 0:
        raise Failed(f"exit code {finished.returncode} of {quoted(command)}\n  {finished.stderr.strip()[-1000:]}")
    return taken


def files_under(path):
    path = pathlib.Path(path)
    return [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]


def bytes_under(path):
    return sum(file.stat().st_size for file in files_under(path))


def forget_cached(path):
    """Lets the kernel drop the files' pages from memory, so that the next reader meets the disk."""
    for file in files_under(path):
        descriptor = os.open(file, os.O_RDONLY)
        try:
            os.fsync(descriptor)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)
