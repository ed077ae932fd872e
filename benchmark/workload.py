"""The documents and queries that every system gets, drawn from a corpus of JSON Lines and written where each can read
them with the least effort; what is written here is not part of any system's time."""
import json
import pathlib
import random
import re
import subprocess
from dataclasses import dataclass, field

from mixture import Mixture, WordStatistics

SEED = 20240519
PLAIN_WORDS = re.compile(r"(?<!\S)[A-Za-z]+(?: [A-Za-z]+)+(?=\s|[.,;:!?](?:\s|$)|$)")
LEAST_PHRASE, LONGEST_PHRASE = 2, 6
ARTICLES_FOR_ADDITIONS = 20000  # of which the added articles are mixed; enough for their variety
TSV_FIELDS = ("id", "url", "title", "date", "source", "body")


@dataclass
class Documents:
    """The same articles in three forms; the peers get whichever costs them least to read."""

    stem: pathlib.Path
    articles: int = 0

    @property
    def jsonl(self):
        return self.stem.with_suffix(".jsonl")

    @property
    def tsv(self):  # PostgreSQL's COPY form: tab-separated, backslash escapes
        return self.stem.with_suffix(".tsv")

    @property
    def dump(self):  # Omega's scriptindex form: field=value, continued by lines that begin with =
        return self.stem.with_suffix(".dump")

    @property
    def bytes(self):
        return self.jsonl.stat().st_size


@dataclass
class Workload:
    documents: Documents
    additions: Documents
    keywords: pathlib.Path
    phrases: pathlib.Path
    shell_queries: list = field(default_factory=list)


def lines_of(path):
    """The lines of a file, packed or not."""
    programs = {".zst": ["zstd", "-dcq"], ".gz": ["gzip", "-dc"]}
    unpack = programs.get(pathlib.Path(path).suffix, ["cat"])
    with subprocess.Popen([*unpack, str(path)], stdout=subprocess.PIPE, encoding="utf-8") as process:
        yield from process.stdout
        process.stdout.close()


def read_articles(path, most=None):
    """The articles of JSON Lines that have a body; at most so many."""
    count = 0
    for line in lines_of(path):
        if most is not None and count >= most:
            return
        article = json.loads(line)
        if article.get("body"):
            count += 1
            yield article


def tsv_value(text):
    for raw, escaped in (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r"), ("\0", "")):
        text = text.replace(raw, escaped)
    return text


def dump_value(text):
    return text.replace("\r", " ").replace("\0", "").replace("\n", "\n=")


class DocumentWriter:
    """Writes articles in the three forms."""

    def __init__(self, stem, peers=True):
        self.documents = Documents(pathlib.Path(stem))
        self.jsonl = open(self.documents.jsonl, "w", encoding="utf-8")
        self.tsv = open(self.documents.tsv, "w", encoding="utf-8", newline="\n") if peers else None
        self.dump = open(self.documents.dump, "w", encoding="utf-8", newline="\n") if peers else None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for file in filter(None, (self.jsonl, self.tsv, self.dump)):
            file.close()

    def write(self, article):
        self.documents.articles += 1
        self.jsonl.write(json.dumps(article, ensure_ascii=False) + "\n")
        if not self.tsv:
            return
        values = {name: str(article.get(name) or "") for name in TSV_FIELDS}
        self.tsv.write("\t".join(tsv_value(value) for value in values.values()) + "\n")
        self.dump.write("\n".join(f"{name}={dump_value(value)}" for name, value in values.items() if value) + "\n\n")


class Sampler:
    """A seeded reservoir: so many of all that it is shown, each with the same chance (Vitter's algorithm R)."""

    def __init__(self, size, seed):
        self.random, self.size, self.seen, self.drawn = random.Random(seed), size, 0, []

    def show(self, item):
        self.seen += 1
        if len(self.drawn) < self.size:
            self.drawn.append(item)
            return
        place = self.random.randrange(self.seen)
        if place < self.size:
            self.drawn[place] = item


def phrase_from(body, drawing):
    """Two to six words that stand side by side in the body with nothing but a space between; None where none do."""
    runs = PLAIN_WORDS.findall(body)
    if not runs:
        return None
    words = drawing.choice(runs).split(" ")
    length = min(len(words), drawing.randint(LEAST_PHRASE, LONGEST_PHRASE))
    begin = drawing.randrange(len(words) - length + 1)
    return " ".join(words[begin:begin + length])


def read_topics(path, count):
    """So many queries of lines "id<tab>query", spread evenly over the file."""
    queries = [line.rstrip("\n").split("\t", 1)[1] for line in lines_of(path) if "\t" in line]
    return queries[::max(1, len(queries) // count)][:count]


def write_lines(path, lines):
    path.write_text("".join(line.replace("\n", " ") + "\n" for line in lines), encoding="utf-8")
    return path


def count_lines(path):
    return path.read_text(encoding="utf-8").count("\n")


def prepare(corpus, directory, options):
    """Writes the workload of a corpus below a directory. Queries are the topics of options.topics, or titles where
    there are none."""
    directory.mkdir(parents=True, exist_ok=True)
    bodies, titles = Sampler(options.queries, SEED), Sampler(options.queries, SEED + 1)
    with DocumentWriter(directory / "documents") as writer:
        for article in read_articles(corpus, options.articles):
            writer.write(article)
            bodies.show(article["body"])
            if article.get("title"):
                titles.show(article["title"])
    drawing = random.Random(SEED + 2)
    phrases = [phrase for body in bodies.drawn if (phrase := phrase_from(body, drawing))]
    keywords = read_topics(options.topics, options.queries) if options.topics else titles.drawn
    mixture = Mixture(read_articles(writer.documents.jsonl, ARTICLES_FOR_ADDITIONS), SEED)
    with DocumentWriter(directory / "additions") as additions:
        for number in range(options.additions):
            additions.write(mixture.article(number))
    return Workload(writer.documents, additions.documents, write_lines(directory / "keywords.txt", keywords),
                    write_lines(directory / "phrases.txt", phrases),
                    keywords[::max(1, len(keywords) // options.processes)][:options.processes])


def prepare_larger(workload, directory, times):
    """A corpus so many times as large: the articles of the workload, then mixed ones. Returns its documents, and what
    is known of the words in it: of the mixture's vocabulary, and of the real and of as many mixed articles."""
    directory.mkdir(parents=True, exist_ok=True)
    mixture = Mixture(read_articles(workload.documents.jsonl), SEED + 3)
    in_a_tenth, in_all, once = mixture.grow_vocabulary()
    real, mixed = WordStatistics(), WordStatistics()
    with DocumentWriter(directory / "documents", peers=False) as writer:
        for article in read_articles(workload.documents.jsonl):
            writer.write(article)
            real.add(article)
        for number in range((times - 1) * workload.documents.articles):
            article = mixture.article(number)
            writer.write(article)
            if mixed.articles < real.articles:
                mixed.add(article)
    return writer.documents, {"words_in_a_tenth": in_a_tenth, "words_in_all": in_all, "words_once": once,
                              "changed_share": mixture.changed_share, "real": real.summary(),
                              "mixed": mixed.summary()}
