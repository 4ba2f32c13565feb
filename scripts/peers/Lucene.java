import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** {@code Lucene PASSAGES.tsv DIR THREADS}: indexes lines of id, tab and text; prints seconds as cold_s and warm_s. */
public class Lucene {
    public static void main(String[] args) throws Exception {
        // The JVM compiles hot code while it runs; a service that indexes all day is like the second round.
        for (String round : new String[] {"cold_s", "warm_s"}) {
            long start = System.nanoTime();
            index(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
            System.out.printf(java.util.Locale.ROOT, "%s %.3f%n", round, (System.nanoTime() - start) / 1e9);
        }
    }

    static void index(Path passages, Path dir, int threads) throws Exception {
        // Words as written and no stop words, so that every peer indexes the same ones.
        IndexWriterConfig config = new IndexWriterConfig(new StandardAnalyzer(CharArraySet.EMPTY_SET))
            .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
            .setRAMBufferSizeMB(256);  // Lucene's 16 MB would make it merge all the time
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(dir), config);
             BufferedReader in = Files.newBufferedReader(passages)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < threads; ++i) {
                ends.add(workers.submit(() -> { addAll(in, writer); return null; }));
            }
            for (Future<?> end : ends) {
                end.get();  // throws what the worker threw
            }
            writer.forceMerge(1);  // the others end in one segment too
            writer.commit();
        } finally {
            workers.shutdownNow();
        }
    }

    static void addAll(BufferedReader in, IndexWriter writer) throws IOException {
        for (String line = next(in); line != null; line = next(in)) {
            int tab = line.indexOf('\t');
            Document passage = new Document();
            passage.add(new StringField("id", line.substring(0, tab), Field.Store.YES));
            passage.add(new TextField("text", line.substring(tab + 1), Field.Store.YES));  // positions are its default
            writer.addDocument(passage);
        }
    }

    static String next(BufferedReader in) throws IOException {
        synchronized (in) {
            return in.readLine();
        }
    }
}
