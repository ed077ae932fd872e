// Lucene as the benchmark uses it: indexing, adding, and searching with the ten best documents' stored fields.
//
// usage: LuceneDriver index TSV DIRECTORY THREADS      a new index, merged into one segment
//        LuceneDriver add TSV DIRECTORY THREADS        adds, or replaces by id, and commits
//        LuceneDriver count DIRECTORY                  prints the number of documents
//        LuceneDriver search DIRECTORY QUERIES words|phrase WARM-UP-SECONDS SECONDS
//        LuceneDriver show DIRECTORY QUERY             one search, as a person would start it
//
// TSV is PostgreSQL's COPY form: id, url, title, date, source, body. search prints "microseconds<tab>hits" a query.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

public final class LuceneDriver {
    private static final String[] FIELDS = {"id", "url", "title", "date", "source", "body"};
    private static final String[] SEARCHED = {"title", "body"};
    private static final double BUFFER_MB = 256;
    private static final int PAGE = 10;

    private static String unescape(String value) {
        int backslash = value.indexOf('\\');
        if (backslash < 0) return value;
        StringBuilder text = new StringBuilder(value.length());
        int begin = 0;
        for (; backslash >= 0; backslash = value.indexOf('\\', begin)) {
            text.append(value, begin, backslash);
            char letter = value.charAt(backslash + 1);
            text.append(letter == 'n' ? '\n' : letter == 't' ? '\t' : letter == 'r' ? '\r' : letter);
            begin = backslash + 2;
        }
        return text.append(value, begin, value.length()).toString();
    }

    private static Document document(String line) {
        String[] values = line.split("\t", -1);
        Document document = new Document();
        for (int i = 0; i < FIELDS.length; ++i) {
            String value = unescape(values[i]);
            switch (FIELDS[i]) {
                case "id": document.add(new StringField("id", value, Field.Store.YES)); break;
                case "title":
                case "body": document.add(new TextField(FIELDS[i], value, Field.Store.YES)); break;
                default: document.add(new StoredField(FIELDS[i], value));
            }
        }
        return document;
    }

    private static void write(BufferedReader lines, IndexWriter writer, boolean replaces) {
        try {
            while (true) {
                String line;
                synchronized (lines) {
                    line = lines.readLine();
                }
                if (line == null) return;
                Document document = document(line);
                if (replaces) {
                    writer.updateDocument(new Term("id", document.get("id")), document);
                } else {
                    writer.addDocument(document);
                }
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static void index(Path input, Path directory, int threads, boolean isNew) throws Exception {
        IndexWriterConfig settings = new IndexWriterConfig(new IndonesianAnalyzer());
        settings.setOpenMode(isNew ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.APPEND);
        settings.setRAMBufferSizeMB(BUFFER_MB);
        settings.setSimilarity(new BM25Similarity(1.2f, 0.75f));
        try (BufferedReader lines = Files.newBufferedReader(input);
                IndexWriter writer = new IndexWriter(FSDirectory.open(directory), settings)) {
            List<Throwable> failures = new ArrayList<>();
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < threads; ++i) {
                Thread worker = new Thread(() -> write(lines, writer, !isNew));
                worker.setUncaughtExceptionHandler((thread, failure) -> {
                    synchronized (failures) {
                        failures.add(failure);
                    }
                });
                worker.start();
                workers.add(worker);
            }
            for (Thread worker : workers) worker.join();
            if (!failures.isEmpty()) throw new IllegalStateException(failures.get(0));
            if (isNew) writer.forceMerge(1);
            writer.commit();
        }
    }

    private static Query query(QueryBuilder builder, String text, boolean isPhrase) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        for (String field : SEARCHED) {
            Query part = isPhrase ? builder.createPhraseQuery(field, text) : builder.createBooleanQuery(field, text);
            if (part != null) either.add(part, BooleanClause.Occur.SHOULD);
        }
        return either.build();
    }

    private static List<Document> page(IndexSearcher searcher, Query query) throws IOException {
        List<Document> documents = new ArrayList<>(PAGE);
        for (ScoreDoc hit : searcher.search(query, PAGE).scoreDocs) documents.add(searcher.doc(hit.doc));
        return documents;
    }

    private static IndexSearcher searcher(Path directory) throws IOException {
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(directory)));
        searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
        searcher.setQueryCache(null); // the same queries come again, and are to be answered anew
        return searcher;
    }

    private static void search(Path directory, List<String> queries, boolean isPhrase, double warmUp, double most)
            throws IOException {
        IndexSearcher searcher = searcher(directory);
        Analyzer analyzer = new IndonesianAnalyzer();
        QueryBuilder builder = new QueryBuilder(analyzer);
        long warmUntil = System.nanoTime() + (long) (warmUp * 1e9);
        for (int i = 0; System.nanoTime() < warmUntil; i = (i + 1) % queries.size()) {
            page(searcher, query(builder, queries.get(i), isPhrase));
        }
        long end = System.nanoTime() + (long) (most * 1e9);
        for (String text : queries) {
            long begin = System.nanoTime();
            if (begin >= end) break;
            int hits = page(searcher, query(builder, text, isPhrase)).size();
            System.out.println((System.nanoTime() - begin) / 1000.0 + "\t" + hits);
        }
    }

    private static void show(Path directory, String text) throws IOException {
        Query query = query(new QueryBuilder(new IndonesianAnalyzer()), text, false);
        for (Document document : page(searcher(directory), query)) {
            System.out.println(document.get("title") + "\t" + document.get("url"));
        }
    }

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "index":
            case "add":
                index(Path.of(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[3]),
                        arguments[0].equals("index"));
                break;
            case "count":
                System.out.println(searcher(Path.of(arguments[1])).getIndexReader().numDocs());
                break;
            case "search":
                search(Path.of(arguments[1]), Files.readAllLines(Path.of(arguments[2])), arguments[3].equals("phrase"),
                        Double.parseDouble(arguments[4]), Double.parseDouble(arguments[5]));
                break;
            case "show":
                show(Path.of(arguments[1]), arguments[2]);
                break;
            default:
                System.err.println("usage: LuceneDriver index|add|count|search|show ...");
                System.exit(2);
        }
    }
}
