"""What the campaign knows of the archive that it torments: its articles, the programs, and what must hold."""
import json
import os
import random
import re
import shutil
import signal
import subprocess
import tempfile

WORDS = ("beras harga pasar banjir warga sungai jembatan sekolah guru panen padi petani kota desa bupati gubernur rapat "
         "anggaran jalan hujan kapal nelayan ikan laut gunung hutan kebakaran polisi hakim sidang suara pemilu partai "
         "menteri presiden kabinet saham rupiah bank kredit ekspor impor pabrik buruh upah rumah sakit dokter obat").split()
WRONG_WRITES = (0, 7)  # what a run may end in whose disk fails: the call did not matter, or an input/output error


class Broken(Exception):
    """Something that must hold does not."""


def article(key, version):
    """A JSON line, and the body in it; the same for the same key and version."""
    choose = random.Random(f"{key} {version}")
    words = " ".join(choose.choice(WORDS) for _ in range(60))
    body = f"Berita nomor {key} putaran {version} melaporkan {words}."
    return {"id": key, "title": f"Berita {key} {choose.choice(WORDS)}", "body": body}


class Programs:
    def __init__(self, directory):
        self.directory = directory
        self.environment = dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1")
        for name in list(self.environment):
            if name.lower().endswith("_proxy"):
                del self.environment[name]

    def start(self, program, *arguments, **environment):
        return subprocess.Popen([os.path.join(self.directory, program), *arguments], stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                env={**self.environment, **environment})

    def run(self, program, *arguments, expected=(0,), **environment):
        """Runs to the end; returns exit code, standard output and standard error."""
        process = self.start(program, *arguments, **environment)
        out, err = process.communicate(timeout=300)
        if process.returncode not in expected:
            raise Broken(f"{program} {' '.join(arguments)}: exit code {process.returncode}, not {expected}: {err[-800:]}")
        return process.returncode, out, err

    def indexer(self, *arguments, **options):
        return self.run("warta-indexer", *arguments, **options)

    def kill(self, seconds, *arguments):
        """Runs warta-indexer and kills it after so many seconds; True where it was still at work."""
        process = self.start("warta-indexer", *arguments)
        try:
            process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
        if process.returncode not in (0, -signal.SIGKILL):
            raise Broken(f"warta-indexer {' '.join(arguments)}: exit code {process.returncode}")
        return process.returncode != 0


class Archive:
    """A database, and the articles that it acknowledged."""

    def __init__(self, programs, directory, size):
        self.programs = programs
        self.path = os.path.join(directory, "berita.db")
        self.input = os.path.join(directory, "masukan.jsonl")
        self.held = {}
        self.version = 0
        if size > 0:
            self.add({f"a{i}": 0 for i in range(size)})

    def write_input(self, versions):
        """The articles with these keys in these versions as a file; returns their bodies."""
        articles = [article(key, version) for key, version in versions.items()]
        with open(self.input, "w") as file:
            file.writelines(json.dumps(each) + "\n" for each in articles)
        return {each["id"]: each["body"] for each in articles}

    def add(self, versions):
        bodies = self.write_input(versions)
        self.programs.indexer("add", "--quiet", self.path, self.input)
        self.held.update(bodies)

    def export(self):
        """What the database holds: key -> body."""
        _, out, _ = self.programs.indexer("export", self.path)
        bodies = {}
        for line in out.splitlines():
            each = json.loads(line)
            key = each.get("id") or each["url"]
            if key in bodies:
                raise Broken(f"{key} is there twice")
            bodies[key] = each["body"]
        return bodies

    def verify(self, expected):
        """The database is sound, and holds exactly one of the expected states. Returns it."""
        code, out, err = self.programs.indexer("check", self.path, expected=(0, 4, 7))
        if code == 4 and {} in expected:
            return {}
        if code != 0 or " 0 problems" not in out:
            raise Broken(f"check: exit code {code}: {out[-500:]}{err[-500:]}")
        held = self.export()
        if held in expected:
            return held
        nearest = min(expected, key=lambda state: len(set(held.items()) ^ set(state.items())))
        raise Broken(f"{len(held)} articles are there, {len(nearest)} were expected; only there: "
                     f"{sorted(set(held.items()) - set(nearest.items()))[:3]}, missing: "
                     f"{sorted(set(nearest.items()) - set(held.items()))[:3]}")

    def verify_tidy(self):
        """Nothing is left of runs that ended."""
        left = [name for name in os.listdir(self.path)
                if re.match("scratch-|reindex$|XAPIANDB.new$", name)]
        if left:
            raise Broken(f"left behind: {left}")

    def stemmer(self):
        return json.loads(self.programs.indexer("stats", "--format", "json", self.path)[1])["stemmer"]


class Scratch:
    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="warta-crash-")
        return self.path

    def __exit__(self, *what):
        shutil.rmtree(self.path, ignore_errors=True)
