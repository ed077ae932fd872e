"""What a benchmark's figures depend on beside the programs: processor, memory, system, and the checkout measured."""
import os
import platform
import subprocess

from measuring import ROOT
from system import debian_version


def first_value(path, name):
    """The value of the first line "name : value" of a file of /proc."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            key, _, value = line.partition(":")
            if key.strip() == name:
                return value.strip()
    return ""


def output_or_empty(*command):
    try:
        return subprocess.run(command, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              cwd=ROOT).stdout.strip()
    except OSError:
        return ""


def describe():
    commit = output_or_empty("git", "rev-parse", "--short", "HEAD")
    if commit and output_or_empty("git", "status", "--porcelain", "--untracked-files=no"):
        commit += " with changes"
    return {
        "processor": first_value("/proc/cpuinfo", "model name") or platform.machine(),
        "cores": os.cpu_count(),
        "memory_mib": int(first_value("/proc/meminfo", "MemTotal").split()[0]) // 1024,
        "system": platform.freedesktop_os_release().get("PRETTY_NAME", ""),
        "kernel": platform.release(),
        "compiler": output_or_empty("g++", "-dumpfullversion"),
        "java": output_or_empty("java", "--version").split("\n")[0],
        "xapian": debian_version("libxapian30"),
        "commit": commit,
    }
