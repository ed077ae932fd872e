"""One session of the benchmark: every system in turn, round after round, and what it measured as one JSON object.

A session is a row of steps, so that a dry run can name them. A system that fails is left out from then on: the others
go on, and the result says so.
"""
import datetime
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor

import machine
import workload
from measuring import Failed, answers, forget_cached, percentile, process_milliseconds, summary
from system import QUERY_KINDS

FORMAT = 1  # of the results; rises when a member changes its meaning
MEASURED_ALWAYS = "warta"  # the system that the others are compared with
TOLERANCE = 0.01  # share of the articles that a system may skip, as those without text


def say(text):
    now = datetime.datetime.now().strftime("%H:%M:%S")
    print(f"bench: {now} {text}", file=sys.stderr, flush=True)


class Session:
    def __init__(self, systems, options):
        self.systems = systems
        self.options = options
        self.workload = None
        self.best_variant = {}
        self.slow = set()
        self.failed = {}
        self.records = {system.key: {"key": system.key, "name": system.name, "configuration": system.configuration,
                                     "index": [], "search": {}, "shell": [], "cold": [], "add": []}
                        for system in systems}
        self.growth = []
        self.larger = None

    # The steps, in order: (what it is, function).
    def steps(self):
        rounds = range(1, self.options.rounds + 1)
        yield f"write the documents and queries of {self.options.corpus}", self.prepare
        for system in self.systems:
            yield f"start {system.name}", self.guarded(system, self.start)
        for name, measure in (("index", self.index), ("search", self.search), ("search from the shell", self.shell),
                              ("add", self.add)):
            for number in rounds:
                for system in self.systems:
                    yield f"round {number}: {name}, {system.name}", self.in_turn(system, measure, number)
        for system in self.systems:
            if system.publishes_while_read:
                yield f"search while adding, {system.name}", self.guarded(system, self.search_while_adding)
        if self.options.ten_times:
            yield "write ten times the documents", self.prepare_larger
            yield "index, search and add at ten times the documents", self.grow

    def guarded(self, system, measure, *arguments):
        def step():
            if system.key in self.failed:
                return
            try:
                measure(system, *arguments)
            except (Failed, OSError, ValueError) as failure:
                self.failed[system.key] = str(failure)
                say(f"{system.name} is left out from here: {failure}")
        return step

    def in_turn(self, system, measure, number):
        """A measurement of a round; slow systems have theirs in the first round alone."""
        step = self.guarded(system, measure, number)

        def step_of_round():
            if number == 1 or system.key == MEASURED_ALWAYS or system.key not in self.slow:
                step()
        return step_of_round

    def run(self):
        try:
            for name, step in self.steps():
                say(name)
                step()
        finally:
            for system in self.systems:
                system.stop()
        return self.results()

    def prepare(self):
        self.workload = workload.prepare(self.options.corpus, self.options.directory / "inputs", self.options)

    def start(self, system):
        system.start()
        self.records[system.key]["version"] = system.version()

    def index(self, system, number):
        record = self.records[system.key]
        if number == 1:
            variants = system.variants()
        else:
            variants = (self.best_variant[system.key],)
        for variant in variants:
            record["index"].append({"round": number, **self.index_once(system, self.workload.documents, variant)})
        best = min(record["index"], key=lambda run: run["seconds"])
        self.best_variant[system.key] = best["variant"]
        if best["seconds"] > self.options.slow:
            self.slow.add(system.key)
        record["bytes"] = system.size_on_disk()

    def index_once(self, system, documents, variant):
        usages = system.index(documents, variant)
        held = system.count()
        if held is None or abs(held - documents.articles) > TOLERANCE * documents.articles:
            raise Failed(f"it holds {held} articles after indexing {documents.articles}")
        processor = [usage.cpu_seconds for usage in usages if usage.cpu_seconds is not None]
        run = {"variant": variant, "seconds": sum(usage.seconds for usage in usages),
               "cpu_seconds": sum(processor) if processor else None,
               "peak_mib": max(usage.peak_mib for usage in usages), "articles": held}
        say(f"  {documents.articles / run['seconds']:,.0f} articles/s, {run['peak_mib']:.0f} MiB")
        return run

    def search(self, system, number):
        for kind in QUERY_KINDS:
            queries = self.workload.phrases if kind in ("phrase", "exact") else self.workload.keywords
            command = system.query_command(kind, queries, self.options.warm_up, self.options.search_seconds)
            if not command:
                continue
            times = summary(answers(command))
            self.records[system.key]["search"].setdefault(kind, []).append({"round": number, **times})
            if times["queries"] < workload.count_lines(queries):
                self.slow.add(system.key)
            say(f"  {kind}: p50 {times['p50']:.2f} ms, p95 {times['p95']:.2f} ms")

    def shell(self, system, number):
        record = self.records[system.key]
        commands = [system.shell_command(query) for query in self.workload.shell_queries]
        process_milliseconds(commands[0])
        record["shell"].append({"round": number, **self.of_processes([process_milliseconds(each) for each in commands])})
        files = system.files_to_forget()
        if files:
            times = []
            for command in commands:
                forget_cached(files)
                times.append(process_milliseconds(command))
            record["cold"].append({"round": number, **self.of_processes(times)})
        if hasattr(system, "form_commands"):
            forms = record.setdefault("forms", {})
            for name, command in system.form_commands().items():
                process_milliseconds(command)
                times = [process_milliseconds(command) for _ in self.workload.shell_queries]
                forms.setdefault(name, []).append({"round": number, **self.of_processes(times)})

    @staticmethod
    def of_processes(times):
        return {"processes": len(times), "p50": percentile(times, 0.5), "p95": percentile(times, 0.95)}

    def add(self, system, number):
        database = system.prepare_to_add()
        usage = system.add(self.workload.additions, database)
        self.records[system.key]["add"].append({"round": number, "seconds": usage.seconds, "peak_mib": usage.peak_mib})
        say(f"  {usage.seconds:.2f} s for {self.workload.additions.articles} articles")

    def search_while_adding(self, system):
        """Readers that come and go while articles are added: each must be answered."""
        database = system.prepare_to_add()
        command = system.query_command("keyword", self.workload.keywords, 0, self.options.search_seconds, database)
        answered = []
        with ThreadPoolExecutor(1) as writer:
            adding = writer.submit(system.add, self.workload.additions, database)
            while not adding.done():
                answered += answers(command)
            adding.result()
        self.records[system.key]["search_while_adding"] = summary(answered)

    def prepare_larger(self):
        documents, vocabulary = workload.prepare_larger(self.workload, self.options.directory / "inputs-large", 10)
        self.growth.append({"articles": documents.articles, "document_bytes": documents.bytes, **vocabulary})
        self.larger = documents

    def grow(self):
        """Warta alone, with the larger corpus; its database takes the place of the smaller one."""
        system = next((each for each in self.systems if each.key == MEASURED_ALWAYS and each.key not in self.failed), None)
        if not system:
            return
        try:
            large = type(system)(self.options.directory / "large", system.settings)
            record = self.growth[0]
            record.update(self.index_once(large, self.larger, ""))
            record["bytes"] = large.size_on_disk()
            record["search"] = {
                kind: summary(answers(large.query_command(kind, queries, self.options.warm_up,
                                                          self.options.search_seconds)))
                for kind, queries in (("keyword", self.workload.keywords), ("phrase", self.workload.phrases))}
            record["add_seconds"] = large.add(self.workload.additions, large.database).seconds
        except Failed as failure:
            self.failed["ten times"] = str(failure)
            say(f"ten times: {failure}")
        finally:
            for name in ("large", "inputs-large"):
                shutil.rmtree(self.options.directory / name, ignore_errors=True)

    def results(self):
        documents = self.workload.documents
        return {
            "format": FORMAT,
            "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d"),
            "machine": machine.describe(),
            "corpus": {"name": self.options.corpus.name, "articles": documents.articles, "bytes": documents.bytes,
                       "additions": self.workload.additions.articles},
            "settings": {"rounds": self.options.rounds, "warm_up_seconds": self.options.warm_up,
                         "search_seconds": self.options.search_seconds, "slow_seconds": self.options.slow},
            "systems": list(self.records.values()),
            "growth": self.growth,
            "failed": self.failed,
        }
