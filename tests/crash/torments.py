"""One class for each command that is interrupted: what it is to do, and which states may be found afterwards."""
import os
import shutil
import subprocess
import sys

from archive import Archive, Broken


class Torment:
    """A command on an archive. begin() chooses what is to be done; arguments() is the command; after it was cut off,
    the archive is in one of states(); finish() runs it to its end, and the archive is in the last state."""

    def __init__(self, programs, directory, choose):
        self.programs = programs
        self.choose = choose
        self.archive = Archive(programs, directory, 150)

    def begin(self):
        pass

    def states(self):
        return [self.archive.held]

    def close(self):
        pass

    def take_over(self, held):
        """The archive is in this state, which was verified."""
        self.archive.held = held

    def finish(self):
        self.programs.indexer(*self.arguments())
        self.take_over(self.archive.verify(self.states()[-1:]))
        self.archive.verify_tidy()


class Add(Torment):
    """New and changed articles: a few, which go into the generation in place, or many, which make the next one."""

    def begin(self):
        self.archive.version += 1
        count = self.choose.choice((3, 60))
        changed = self.choose.sample(sorted(self.archive.held), count)
        new = [f"b{self.archive.version}-{i}" for i in range(count // 10 + 1)]
        self.coming = self.archive.write_input({key: self.archive.version for key in changed + new})

    def arguments(self):
        return ["add", "--quiet", self.archive.path, self.archive.input]

    def states(self):
        return [self.archive.held, {**self.archive.held, **self.coming}]


class Remove(Torment):
    def begin(self):
        self.archive.version += 1
        self.archive.add({f"r{self.archive.version}-{i}": 0 for i in range(10)})
        self.doomed = self.choose.sample(sorted(self.archive.held), 10)

    def arguments(self):
        return ["remove", self.archive.path, *self.doomed]

    def states(self):
        return [self.archive.held, {key: body for key, body in self.archive.held.items() if key not in self.doomed}]

    def finish(self):
        code, _, _ = self.programs.indexer(*self.arguments(), expected=(0, 3))  # 3: they are gone already
        self.archive.held = self.archive.verify(self.states()[-1:])


class Sync(Torment):
    """A source in which some articles are gone, some changed and some new: they are removed in a commit of their own."""

    def __init__(self, programs, directory, choose):
        super().__init__(programs, directory, choose)
        self.versions = {key: 0 for key in self.archive.held}

    def begin(self):
        self.archive.version += 1
        gone = self.choose.sample(sorted(self.versions), 10)
        self.wanted = {key: version for key, version in self.versions.items() if key not in gone}
        for key in self.choose.sample(sorted(self.wanted), self.choose.choice((3, 60))):
            self.wanted[key] = self.archive.version
        self.wanted.update({f"y{self.archive.version}-{i}": 0 for i in range(10)})
        self.bodies = self.archive.write_input(self.wanted)

    def arguments(self):
        return ["sync", "--quiet", self.archive.path, self.archive.input]

    def states(self):
        return [self.archive.held, {**self.archive.held, **self.bodies}, self.bodies]

    def take_over(self, held):
        super().take_over(held)
        self.versions = self.wanted


class Reindex(Torment):
    """With another stemmer each time; what is added by another run meanwhile must be there too."""

    def begin(self):
        self.stemmer = "none" if self.archive.stemmer() == "lexicon" else "lexicon"

    def arguments(self):
        return ["reindex", "--quiet", "--stemmer", self.stemmer, self.archive.path]

    def finish(self):
        self.archive.version += 1
        coming = self.archive.write_input({f"s{self.archive.version}-{i}": 0 for i in range(3)})
        reindex = self.programs.start("warta-indexer", *self.arguments())
        self.programs.indexer("add", "--quiet", "--wait", "300", self.archive.path, self.archive.input)
        self.archive.held.update(coming)
        _, err = reindex.communicate(timeout=300)
        if reindex.returncode != 0:
            raise Broken(f"reindex: exit code {reindex.returncode}: {err}")
        self.archive.verify(self.states())
        self.archive.verify_tidy()
        if self.archive.stemmer() != self.stemmer:
            raise Broken("reindex: the new settings are not there")


class Fetch(Torment):
    """A feed of a server on loopback, into a new database each time."""

    def __init__(self, programs, directory, choose):
        self.programs = programs
        self.choose = choose
        self.directory = directory
        self.runs = 0
        support = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support", "web_server.py")
        self.server = subprocess.Popen([sys.executable, "-B", support, os.devnull],
                                       stdout=subprocess.PIPE, text=True)
        self.site = f"http://127.0.0.1:{self.server.stdout.readline().split()[0]}"
        self.begin()
        programs.indexer(*self.arguments())
        self.whole = self.archive.export()
        if len(self.whole) != 12:
            raise Broken(f"the feed gave {len(self.whole)} articles, not 12")

    def begin(self):
        self.runs += 1
        shutil.rmtree(os.path.join(self.directory, str(self.runs - 1)), ignore_errors=True)
        place = os.path.join(self.directory, str(self.runs))
        os.mkdir(place)
        self.archive = Archive(self.programs, place, 0)

    def arguments(self):
        return ["fetch", "--quiet", "--allow-private-addresses", "--delay", "0", self.archive.path,
                f"{self.site}/umpan-panjang"]

    def states(self):
        return [{}, self.whole]

    def close(self):
        self.server.kill()
        self.server.wait()


TORMENTS = {"add": Add, "remove": Remove, "sync": Sync, "reindex": Reindex, "fetch": Fetch}
