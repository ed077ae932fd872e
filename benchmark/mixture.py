"""New articles mixed from the sentences of real ones, so that a corpus of any size has the statistics of news.

An article takes the shape of a real one (site, date, how many words, how many sentences in each line) and draws its
sentences from two others of about its length that have a word of its title in theirs, the rarest that enough titles
have: news repeats itself within an article, and sentences of articles that have nothing to do with each other would
bring more different words. For the same reason the names in one of them become those of the other, the most frequent
the most frequent: an article is about the same people and places from beginning to end. It ends when it has as many
words as its shape: as many sentences would be more words, for of the sentences of several articles most are from the
longer ones, whose sentences are longer too. Titles are halves of two titles.

An article of few sentences draws from three others, for of two there are not many choices, and the same ones would come
again: mixed articles must not be copies of each other much more often than those of an archive are.

Sentences that come again add no new word, where real news would: names, numbers, slips. So words that the corpus has
once are changed in a share of their copies, two letters or digits each. The share is chosen so that the vocabulary
grows from one to ten times the articles by the factor by which it grew from a tenth of the real corpus to the whole
(Heaps' law).

A line has two sentences or more: a single one that comes again ten times would look like the furniture of a page.

What comes of it, beside the real articles: corpus_statistics.py.
"""
import itertools
import random
import re
from collections import Counter, defaultdict

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[\"“A-Z])")
WORD = re.compile(r"\w+")
HOST_NAME = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
# Words that begin with a capital letter within a sentence.
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")
PARENTS = 2
FEW_SENTENCES = 12
PARENTS_FOR_FEW = 3
CANDIDATES = 8  # of which those parents are taken whose lengths are nearest
LEAST_TITLES = 400  # with the word that parents share: of fewer, the same pairs would come again
# Measured: articles with many words that come once are drawn less often, and some changes make a word that is there.
NEW_WORDS_A_CHANGE = 0.87
VOWELS = "aeiou"
CONSONANTS = "bcdfghjklmnprstwy"


class Shape:
    """What an article takes from a real one, and the sentences that it gives to others."""

    __slots__ = ("source", "date", "title", "lines", "sentences", "words", "length", "names", "matter")

    def __init__(self, article):
        self.source = article.get("source") or "warta.example"
        self.date = article.get("date", "")
        self.title = (article.get("title") or "").split()
        self.matter = ""  # the word of the title by which parents are found, or empty
        self.sentences = []
        self.lines = []  # how many sentences each has
        waiting = 0
        for line in article["body"].split("\n"):
            sentences = [sentence for sentence in SENTENCE_END.split(line) if sentence]
            self.sentences += sentences
            waiting += len(sentences)
            if waiting >= 2:
                self.lines.append(waiting)
                waiting = 0
        if waiting and self.lines:
            self.lines[-1] += waiting
        elif waiting:
            self.lines.append(waiting)
        self.words = [len(WORD.findall(sentence)) for sentence in self.sentences]
        self.length = sum(self.words)
        names = Counter(NAME.findall("\n".join(self.sentences)))
        self.names = [name for name, _ in names.most_common()]

    def title_words(self):
        return {word.lower() for word in self.title if word.isalpha()}


class Mixture:
    """An endless row of mixed articles; the same articles and seed give the same row."""

    def __init__(self, articles, seed):
        self.random = random.Random(seed)
        self.seed = seed
        self.shapes = [shape for shape in map(Shape, articles) if shape.sentences]
        self.about = self._group_by_matter()  # word of titles -> the shapes whose titles have it; "" -> all
        self.once = {}  # sentence -> where its words stand that the corpus has once
        self.changed_share = 0.0

    def _group_by_matter(self):
        about = defaultdict(list)
        for shape in self.shapes:
            for word in shape.title_words():
                about[word].append(shape)
        about = {word: shapes for word, shapes in about.items() if len(shapes) >= LEAST_TITLES}
        for shape in self.shapes:
            shape.matter = min(shape.title_words() & about.keys(), key=lambda word: (len(about[word]), word), default="")
        about[""] = self.shapes
        return about

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
            self.changed_share = min(1.0, wanted / (9 * len(once) * NEW_WORDS_A_CHANGE))
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

    def _copied(self, sentence, renamed):
        for begin, end in reversed(self.once.get(sentence, ())):
            if self.random.random() < self.changed_share:
                sentence = sentence[:begin] + self._changed(sentence[begin:end]) + sentence[end:]
        return NAME.sub(lambda name: renamed.get(name.group(), name.group()), sentence) if renamed else sentence

    def _parents(self, shape):
        alike = self.about[shape.matter]
        drawn = self.random.sample(alike, min(CANDIDATES, len(alike)))
        drawn.sort(key=lambda candidate: abs(candidate.length - shape.length))
        return drawn[:PARENTS if len(shape.sentences) >= FEW_SENTENCES else PARENTS_FOR_FEW]

    def _sentences(self, parents, words):
        """Sentences of the parents that have about so many words together, one at least; none twice unless the parents
        have too few."""
        pool = {}  # sentence -> how many words it has, and the names that it gets
        for parent in parents:
            renamed = new_names(parent, parents[0])
            pool.update((sentence, (count, renamed)) for sentence, count in zip(parent.sentences, parent.words))
        pool = list(pool.items())
        drawn, missing = [], words
        for left in itertools.cycle(range(len(pool), 0, -1)):
            place = int(self.random.random() * left)
            pool[place], pool[left - 1] = pool[left - 1], pool[place]
            sentence, (count, renamed) = pool[left - 1]
            if drawn and count >= 2 * missing:  # without it the article is nearer to its length
                return drawn
            drawn.append(self._copied(sentence, renamed))
            missing -= max(1, count)

    def _title(self, parents):
        first, second = parents[0].title, parents[-1].title
        return " ".join(first[:(len(first) + 1) // 2] + second[len(second) // 2:])

    def article(self, number):
        """The next article, with an id of its own made from the seed and the number."""
        shape = self.random.choice(self.shapes)
        parents = self._parents(shape)
        name = f"m{self.seed}-{number:07d}"
        mixed = {"id": name, "date": shape.date, "source": shape.source,
                 "body": "\n".join(in_lines(self._sentences(parents, shape.length), shape.lines))}
        if HOST_NAME.fullmatch(shape.source):  # not a name such as "Kantor Berita"
            mixed["url"] = f"https://{shape.source}/{name}"
        title = self._title(parents)
        if title and shape.title:
            mixed["title"] = title
        return mixed


def new_names(shape, main):
    """Names of one article -> those of another that come as often."""
    return dict(zip(shape.names, main.names)) if shape is not main else {}


def in_lines(sentences, counts):
    """The sentences in lines of so many each, over and over; a last one alone stands with those before it."""
    begin = 0
    for count in itertools.cycle(counts):
        end = begin + count if begin + count + 1 < len(sentences) else len(sentences)
        yield " ".join(sentences[begin:end])
        begin = end
        if begin == len(sentences):
            return


class WordStatistics:
    """Of the bodies of the articles that it is shown, real or mixed, without regard to case."""

    def __init__(self):
        self.articles = self.words = self.different_words = 0
        self.vocabulary = set()

    def add(self, article):
        words = WORD.findall(article["body"].lower())
        different = set(words)
        self.articles += 1
        self.words += len(words)
        self.different_words += len(different)
        self.vocabulary |= different

    def summary(self):
        """Words and different words are means of an article, the vocabulary is of all."""
        articles = max(1, self.articles)
        return {"articles": self.articles, "words": round(self.words / articles, 1),
                "different_words": round(self.different_words / articles, 1), "vocabulary": len(self.vocabulary)}
