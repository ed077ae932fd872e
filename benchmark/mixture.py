"""New articles mixed from the sentences of real ones, so that a corpus of any size has the statistics of news.

An article takes the shape of one real article (site, date, number of lines and of sentences in each) and draws its
sentences from four others. So words keep their frequencies, and come again within an article as they do in news, which
sentences drawn from the whole corpus would not. Titles are halves of two titles.

Sentences that come again add no new word, where real news would: names, numbers, slips. So words that the corpus has
once are changed in a share of their copies, two letters or digits each. The share is chosen so that the vocabulary
grows from one to ten times the articles by the factor by which it grew from a tenth of the real corpus to the whole
(Heaps' law).

A line has two sentences or more: a single one that comes again ten times would look like the furniture of a page.
"""
import itertools
import random
import re
from collections import Counter

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[\"“A-Z])")
WORD = re.compile(r"\w+")
PARENTS = 4
VOWELS = "aeiou"
CONSONANTS = "bcdfghjklmnprstwy"


class Shape:
    """What an article takes from a real one, and the sentences that it gives to others."""

    __slots__ = ("source", "date", "title", "lines", "sentences")

    def __init__(self, article):
        self.source = article.get("source") or "warta.example"
        self.date = article.get("date", "")
        self.title = (article.get("title") or "").split()
        self.sentences = []
        self.lines = []
        waiting = 0
        for line in article["body"].split("\n"):
            sentences = [sentence for sentence in SENTENCE_END.split(line) if sentence]
            self.sentences += sentences
            waiting += len(sentences)
            if waiting >= 2:
                self.lines.append(waiting)
                waiting = 0
        if waiting:
            self.lines.append(waiting)


class Mixture:
    """An endless row of mixed articles; the same articles and seed give the same row."""

    def __init__(self, articles, seed):
        self.random = random.Random(seed)
        self.seed = seed
        self.shapes = [shape for shape in map(Shape, articles) if shape.sentences]
        self.once = {}  # sentence -> where its words stand that the corpus has once
        self.changed_share = 0.0

    def grow_vocabulary(self):
        """Chooses how many of the words that come once are changed in copies. Returns (distinct words in a tenth of the
        articles, in all, of which once)."""
        counts = Counter()
        in_a_tenth = 0
        for number, shape in enumerate(self.shapes):
            if number == len(self.shapes) // 10:
                in_a_tenth = len(counts)
            counts.update(WORD.findall(" ".join(shape.sentences)))
        once = {word for word, count in counts.items() if count == 1 and len(word) > 2}
        if in_a_tenth and once:
            wanted = len(counts) * (len(counts) / in_a_tenth - 1)  # new words in nine further times the articles
            self.changed_share = min(1.0, wanted / (9 * len(once)))
        for shape in self.shapes:
            for sentence in shape.sentences:
                if not once.isdisjoint(WORD.findall(sentence)):
                    self.once[sentence] = [found.span() for found in WORD.finditer(sentence) if found.group() in once]
        return in_a_tenth, len(counts), len(once)

    def _changed(self, word):
        letters = list(word)
        for place in self.random.sample(range(len(letters)), 2):
            letter = letters[place]
            kind = "0123456789" if letter.isdigit() else VOWELS if letter.lower() in VOWELS else CONSONANTS
            drawn = self.random.choice(kind)
            letters[place] = drawn.upper() if letter.isupper() else drawn
        return "".join(letters)

    def _copied(self, sentence):
        for begin, end in reversed(self.once.get(sentence, ())):
            if self.random.random() < self.changed_share:
                sentence = sentence[:begin] + self._changed(sentence[begin:end]) + sentence[end:]
        return sentence

    def _sentences(self, parents, count):
        """So many sentences of the parents, none twice unless they have too few."""
        pool = [sentence for parent in parents for sentence in parent.sentences]
        drawn = self.random.sample(pool, min(count, len(pool))) + self.random.choices(pool, k=max(0, count - len(pool)))
        return map(self._copied, drawn)

    def _title(self, parents):
        first, second = parents[0].title, parents[1].title
        return " ".join(first[:(len(first) + 1) // 2] + second[len(second) // 2:])

    def article(self, number):
        """The next article, with an id of its own made from the seed and the number."""
        shape = self.random.choice(self.shapes)
        parents = [self.random.choice(self.shapes) for _ in range(PARENTS)]
        name = f"m{self.seed}-{number:07d}"
        sentences = self._sentences(parents, sum(shape.lines))
        lines = (" ".join(itertools.islice(sentences, count)) for count in shape.lines)
        mixed = {"id": name, "url": f"https://{shape.source}/{name}", "date": shape.date, "source": shape.source,
                 "body": "\n".join(lines)}
        title = self._title(parents)
        if title and shape.title:
            mixed["title"] = title
        return mixed
