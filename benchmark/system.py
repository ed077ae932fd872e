"""What the benchmark asks of every system; a file of systems/ for each."""
import os
import pathlib
import shutil
import subprocess

from measuring import ROOT, bytes_under

# The kinds of queries that are timed in one process: key, name in the tables.
QUERY_KINDS = {
    "keyword": "words",
    "phrase": "phrases",
    "exact": "exact phrases",
    "page": "words, with counts and passages, as JSON",
}

# How the drivers of other engines name the kinds that those engines know.
FORMS = {"keyword": "words", "phrase": "phrase"}
PYTHON = "/usr/bin/python3"  # Debian's own: its packages' modules and libraries belong to it


def debian_version(package):
    """The installed version of a Debian package, without its revision; None where it is not installed."""
    found = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Status} ${Version}", package], check=False, text=True,
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.split()
    return found[1].split(":")[-1].split("-")[0] if len(found) == 2 and found[0] == "installed" else None


class System:
    """A search engine. Methods that measure raise measuring.Failed."""

    key = ""
    name = ""
    packages = ()  # Debian's, that must be there to run it
    configuration = ""  # one line for the document
    publishes_while_read = False  # whether searches while adding are measured too

    def __init__(self, directory, settings):
        self.directory = pathlib.Path(directory)
        self.settings = settings

    @property
    def database(self):
        return self.directory / self.key

    def missing_packages(self):
        return [package for package in self.packages if not debian_version(package)]

    def version(self):
        return debian_version(self.packages[0])

    def start(self):
        """What must be done once, before anything is measured."""

    def stop(self):
        """Ends what start began."""

    def variants(self):
        """The ways to index that are tried in the first round; the fastest is used from then on."""
        return ("",)

    def index(self, documents, variant):
        """Indexes all documents into a new database, compacted. Returns the usages of the commands it took."""
        raise NotImplementedError

    def count(self):
        """How many articles the database holds."""
        raise NotImplementedError

    def size_on_disk(self):
        return bytes_under(self.database)

    def query_command(self, kind, queries, warm_up, seconds):
        """The driver that answers a file of queries in one process; None where the kind is not this system's."""
        raise NotImplementedError

    def shell_command(self, query):
        """The command of one search, from the shell."""
        raise NotImplementedError

    def files_to_forget(self):
        """What a search reads, to be measured from the disk; None where it is a server's."""
        return self.database

    def prepare_to_add(self):
        """Lets the next add meet the database as index left it."""
        copy = self.directory / f"{self.key}-added"
        if copy.is_dir():
            shutil.rmtree(copy)
        elif copy.exists():
            copy.unlink()
        (shutil.copytree if self.database.is_dir() else shutil.copy2)(self.database, copy)
        os.sync()
        return copy

    def add(self, documents, database):
        """Adds documents to that database until they are searchable."""
        raise NotImplementedError


def driver(name):
    return str(ROOT / "benchmark/drivers" / name)
