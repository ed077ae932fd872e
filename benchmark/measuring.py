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


def measured(command, accepted=(0,), **arguments):
    """Runs a command to its end and says what it took; an exit code that is not accepted is a failure.

    scripts/measure stands between, because a process's greatest memory includes that of the one that forked it.
    """
    with tempfile.NamedTemporaryFile("r", suffix=".json") as report:
        finished = subprocess.run([MEASURE, "--json", report.name, *map(str, command)], check=False, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, **arguments)
        if finished.returncode not in accepted:
            last_lines = (finished.stderr or finished.stdout).strip().split("\n")[-LINES_OF_A_FAILURE:]
            raise Failed(f"exit code {finished.returncode} of {quoted(command)}\n  " + "\n  ".join(last_lines))
        used = json.load(report)
    return Usage(used["wall_seconds"], used["user_seconds"] + used["system_seconds"], used["peak_mib"],
                 finished.stdout)


def plain_output(command, **arguments):
    """What a command prints; not measured."""
    finished = subprocess.run(list(map(str, command)), check=False, text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, **arguments)
    if finished.returncode != 0:
        last_lines = finished.stderr.strip().split("\n")[-LINES_OF_A_FAILURE:]
        raise Failed(f"exit code {finished.returncode} of {quoted(command)}\n  " + "\n  ".join(last_lines))
    return finished.stdout


def percentile(values, share):
    """The smallest of the values that is not less than this share of them (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]


def query_times(command):
    """Runs a driver that prints "microseconds<tab>hits" a query; milliseconds at three percentiles, and what was found."""
    rows = [line.split("\t") for line in plain_output(command).splitlines()]
    if not rows:
        raise Failed(f"no query was answered by {quoted(command)}")
    times = [float(row[0]) / 1000 for row in rows]
    return {"queries": len(rows), "p50": percentile(times, 0.5), "p95": percentile(times, 0.95),
            "p99": percentile(times, 0.99), "mean": statistics.mean(times),
            "answered": sum(row[1] != "0" for row in rows) / len(rows)}


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
