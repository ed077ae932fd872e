#!/usr/bin/env python3
"""What nothing may break: kills at random moments, disks that fail, swaps under searchers, many readers and writers.

usage: campaign.py PROGRAMS [--kills N] [--errors N --library FILE] [--full N] [--swaps N] [--readers N] [--writers N]
                   [--seed N]

PROGRAMS is the directory of warta-indexer and warta-searcher.
  --kills N     each of add, remove, sync, reindex and fetch is killed (-9) N times; then the database opens, every
                acknowledged article is there exactly once, nothing half-written is visible, and the next run completes
  --errors N    the same with calls that write failing: N times for each, once or from then on, for want of space or
                with an input/output error; FILE is failing_writes.so, loaded with LD_PRELOAD
  --full N      the same on a disk that is full: N times for each, with some space left, on a tmpfs in a mount namespace
                of our own; exit code 77 where the system allows none
  --swaps N     searchers ask again and again while N generations are swapped in, by add and by reindex
  --readers N   so many searchers at once
  --writers N   so many writers at once, with and without --wait
Prints a line for each part, and the seed with which a failure comes again (moments differ with the machine's load).
"""
import argparse
import json
import os
import random
import sys
import threading
import time

from archive import WRONG_WRITES, Archive, Broken, Programs, Scratch
from small_disk import SmallDisk, enter_namespace
from torments import TORMENTS

SKIPPED = 77  # exit code: the tests know it


def kill_campaign(name, programs, options):
    """Kills the command at moments spread over the time that it takes, and a little more."""
    choose = random.Random(f"{options.seed} {name}")
    killed = attempts = 0
    with Scratch() as directory:
        torment = TORMENTS[name](programs, directory, choose)
        try:
            torment.begin()
            start = time.monotonic()
            torment.finish()
            longest = 1.1 * (time.monotonic() - start)
            while killed < options.kills and attempts < 20 * options.kills:
                attempts += 1
                torment.begin()
                killed += programs.kill(choose.uniform(0, longest), *torment.arguments())
                torment.archive.verify(torment.states())
                torment.finish()
        finally:
            torment.close()
    print(f"{name}: killed at work {killed} times in {attempts} runs: nothing lost, doubled or half visible")


def fails_well(programs, torment, **environment):
    """Runs the command where it may fail; True where it did. It must say so, and leave one of the states."""
    code, _, err = programs.indexer(*torment.arguments(), expected=WRONG_WRITES, **environment)
    if code != 0 and not err.startswith("warta-indexer: "):
        raise Broken(f"no message: {err}")
    torment.archive.verify(torment.states())
    return code != 0


def error_campaign(name, programs, options):
    """Lets the command's calls that write fail: which one is chosen at random among those that it makes."""
    choose = random.Random(f"{options.seed} {name} errors")
    failed = 0
    with Scratch() as directory:
        torment = TORMENTS[name](programs, directory, choose)
        count_file = os.path.join(directory, "calls")
        preload = {"LD_PRELOAD": options.library}
        try:
            torment.begin()
            programs.indexer(*torment.arguments(), WARTA_FAIL_COUNT=count_file,
                             WARTA_FAIL_UNDER=torment.archive.path, **preload)
            torment.take_over(torment.archive.verify(torment.states()[-1:]))
            calls = int(open(count_file).read())
            for _ in range(options.errors):
                torment.begin()
                fault = {"WARTA_FAIL_AT": str(choose.randint(1, calls)), "WARTA_FAIL_ERRNO": choose.choice(("28", "5")),
                         "WARTA_FAIL_UNDER": torment.archive.path}
                if choose.random() < 0.3:
                    fault["WARTA_FAIL_ONCE"] = "1"
                try:
                    failed += fails_well(programs, torment, **fault, **preload)
                    torment.finish()
                except Broken as broken:
                    raise Broken(f"{fault}: {broken}") from broken
        finally:
            torment.close()
    print(f"{name}: {options.errors} times with a failing disk ({calls} calls), {failed} of them told: nothing lost, "
          "doubled or half visible")


def full_campaign(name, programs, options):
    """Runs the command on a disk with little left: from hardly anything to more than it needs."""
    choose = random.Random(f"{options.seed} {name} full")
    failed = 0
    with SmallDisk(megabytes=64) as disk:
        torment = TORMENTS[name](programs, disk.path, choose)
        try:
            most = disk.used_bytes()
            for _ in range(options.full):
                torment.begin()
                free = int(most ** choose.uniform(0.6, 1.1))
                disk.leave(free)
                try:
                    failed += fails_well(programs, torment)
                    disk.clear()
                    torment.finish()
                except Broken as broken:
                    raise Broken(f"{free} bytes free: {broken}") from broken
        finally:
            torment.close()
    print(f"{name}: {options.full} times on a full disk, {failed} of them told: nothing lost, doubled or half visible")


class Searchers:
    """Threads that ask again and again; each answer must be whole and of one generation."""

    def __init__(self, programs, path, articles, count):
        self.programs = programs
        self.path = path
        self.articles = articles
        self.asked = 0
        self.broken = []
        self.stop = threading.Event()
        self.threads = [threading.Thread(target=self.ask_until_stopped) for _ in range(count)]
        for thread in self.threads:
            thread.start()

    def ask_until_stopped(self):
        while not self.stop.is_set() and not self.broken:
            try:
                self.ask()
            except Exception as broken:  # a thread's failure is told by the one that waits for it
                self.broken.append(broken)

    def ask(self):
        _, out, _ = self.programs.run("warta-searcher", self.path, "berita", "--format", "jsonl", "--unfold", "--limit",
                                      str(self.articles + 10))
        hits = [json.loads(line) for line in out.splitlines()]
        if len(hits) != self.articles:
            raise Broken(f"{len(hits)} hits, not {self.articles}")
        versions = {hit["title"].split()[-1] for hit in hits}
        if len(versions) != 1:
            raise Broken(f"an answer of generations {versions}")
        self.asked += 1

    def finish(self):
        self.stop.set()
        for thread in self.threads:
            thread.join()
        if self.broken:
            raise self.broken[0]


def swap_campaign(programs, options):
    """All articles change with each generation, and say which one they are of."""
    with Scratch() as directory:
        archive = Archive(programs, directory, 0)

        def add_version(version, count):
            with open(archive.input, "w") as file:
                for i in range(count):
                    file.write(json.dumps({"id": str(i), "title": f"Berita {i} putaran p{version}",
                                           "body": f"Berita {i} tentang hal{i * 7919} dan hal{i * 104729}."}) + "\n")
            programs.indexer("add", "--quiet", "--wait", "60", archive.path, archive.input)

        articles = 60
        add_version(0, articles)
        searchers = Searchers(programs, archive.path, articles, 3)
        try:
            for swap in range(1, options.swaps + 1):
                if swap % 3 == 0:
                    programs.indexer("reindex", "--quiet", "--stemmer", ("none", "lexicon")[swap % 2], archive.path)
                else:
                    add_version(swap, articles)
        finally:
            searchers.finish()
        if searchers.asked == 0:
            raise Broken("nobody asked")
    print(f"{options.swaps} swaps under {searchers.asked} searches: no error, no empty answer, no mixture")


def crowd_of_readers(programs, options):
    with Scratch() as directory:
        archive = Archive(programs, directory, 300)
        searches = [programs.start("warta-searcher", archive.path, "harga beras", "--format", "jsonl")
                    for _ in range(options.readers)]
        answers = {(search.communicate(timeout=300)[0], search.returncode) for search in searches}
        if len(answers) != 1 or next(iter(answers))[1] != 0 or not next(iter(answers))[0]:
            raise Broken(f"{len(answers)} different answers; exit codes {sorted({code for _, code in answers})}")
    print(f"{options.readers} readers at once: all served")


def crowd_of_writers(programs, options):
    """Without --wait each is done or says that it is locked out; with it all are done."""
    with Scratch() as directory:
        archive = Archive(programs, directory, 150)
        for wait in (0, 120):
            writers = []
            for i in range(options.writers):
                name = os.path.join(directory, f"penulis-{wait}-{i}")
                bodies = archive.write_input({f"{name}-{j}": 0 for j in range(200)})
                os.rename(archive.input, name)
                arguments = ["add", "--quiet", "--kind", "jsonl", "--wait", str(wait), archive.path, name]
                writers.append((programs.start("warta-indexer", *arguments), bodies))
            for writer, bodies in writers:
                _, err = writer.communicate(timeout=300)
                if writer.returncode == 0:
                    archive.held.update(bodies)
                elif writer.returncode != 6 or wait > 0 or "another program is writing" not in err:
                    raise Broken(f"--wait {wait}: exit code {writer.returncode}: {err}")
            archive.verify([archive.held])
    print(f"{options.writers} writers at once: each waited, or was told")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs")
    for name in ("kills", "errors", "full", "swaps", "readers", "writers"):
        parser.add_argument(f"--{name}", type=int, default=0)
    parser.add_argument("--library")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    return parser.parse_args()


def main():
    options = parse_arguments()
    if options.full and not enter_namespace():
        print("skipped: no small file system can be mounted here")
        sys.exit(SKIPPED)
    programs = Programs(options.programs)
    print(f"seed {options.seed}")
    try:
        if options.kills:
            for name in TORMENTS:
                kill_campaign(name, programs, options)
        if options.errors:
            for name in TORMENTS:
                error_campaign(name, programs, options)
        if options.full:
            for name in TORMENTS:
                full_campaign(name, programs, options)
        if options.swaps:
            swap_campaign(programs, options)
        if options.readers:
            crowd_of_readers(programs, options)
        if options.writers:
            crowd_of_writers(programs, options)
    except Broken as broken:
        print(f"FAILED: {broken}")
        sys.exit(1)


if __name__ == "__main__":
    main()
