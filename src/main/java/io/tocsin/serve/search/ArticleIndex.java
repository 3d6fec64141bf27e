package io.tocsin.serve.search;

import io.tocsin.model.TaggedArticle;
import io.tocsin.serve.search.IndexFolder.Opened;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The index on disk. With each commit it also keeps up to where the topic was read, so that the
 * articles in it and the place to go on from never differ. Written by one thread, searched by many.
 */
final class ArticleIndex implements AutoCloseable {
  private static final double BUFFER_MEGABYTES = 16;

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Map<Integer, Long> positions;
  private final String identity;
  private @Nullable Instant newest;

  /**
   * Opens the index of a folder; one of another topic or another layout, or that cannot be read, is
   * begun anew.
   *
   * @param identity of the topic that it is fed from
   */
  static ArticleIndex open(Path folder, String identity) throws IOException {
    return new ArticleIndex(IndexFolder.open(folder, identity), identity);
  }

  private ArticleIndex(Opened opened, String identity) throws IOException {
    this.identity = identity;
    this.directory = opened.directory();
    this.positions = new HashMap<>(opened.positions());
    this.writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig()
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
    this.searchers = new SearcherManager(writer, null);
    this.newest = newestReceived();
  }

  /** Up to where each partition was read: the offset to go on with. */
  Map<Integer, Long> positions() {
    return Map.copyOf(positions);
  }

  /** Takes an article; an earlier revision of it goes. */
  void add(TaggedArticle tagged, byte[] record) throws IOException {
    writer.updateDocument(
        new Term(ArticleDocuments.ID, tagged.id()), ArticleDocuments.of(tagged, record));
    Instant known = newest;
    if (known == null || tagged.receivedAt().isAfter(known)) {
      newest = tagged.receivedAt();
    }
  }

  /** Everything of a partition before an offset was taken, or is not for us. */
  void passed(int partition, long next) {
    positions.put(partition, next);
  }

  /** Makes what was taken visible to searches. */
  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Puts what was taken on disk, with the positions. */
  void commit() throws IOException {
    writer.setLiveCommitData(IndexFolder.data(identity, positions).entrySet());
    writer.commit();
  }

  /** Takes out what was received before a time. */
  void removeBefore(Instant time) throws IOException {
    writer.deleteDocuments(
        LongPoint.newRangeQuery(
            ArticleDocuments.RECEIVED, Long.MIN_VALUE, time.toEpochMilli() - 1));
  }

  /** Takes out the tenth of the articles that was received first, and gives its room back. */
  void removeOldest() throws IOException {
    refresh();
    long bound =
        reading(
            searcher -> {
              int tenth = Math.max(1, searcher.getIndexReader().numDocs() / 10);
              TopFieldDocs oldest =
                  searcher.search(
                      new MatchAllDocsQuery(),
                      tenth,
                      new Sort(new SortField(ArticleDocuments.RECEIVED, SortField.Type.LONG)));
              return received(oldest, oldest.scoreDocs.length - 1, Long.MIN_VALUE);
            });
    if (bound != Long.MIN_VALUE) {
      removeBefore(Instant.ofEpochMilli(bound + 1));
      writer.forceMergeDeletes(true);
      commit();
      refresh();
      commit();
    }
  }

  /** Articles that a search can find. */
  long documents() throws IOException {
    return reading(searcher -> (long) searcher.getIndexReader().numDocs());
  }

  /** Size on disk. */
  long bytes() throws IOException {
    long bytes = 0;
    for (String file : directory.listAll()) {
      bytes += IndexFolder.length(directory, file);
    }
    return bytes;
  }

  /** The newest time of receipt in it; null when it is empty. */
  @Nullable Instant newest() {
    return newest;
  }

  /**
   * Work with a searcher.
   *
   * @param <T> its result
   */
  interface Work<T> {
    /** Does it. */
    T with(IndexSearcher searcher) throws IOException;
  }

  /** Works on what was visible when it began, whatever is written meanwhile. */
  <T> T reading(Work<T> work) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return work.with(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  /** Lets go of what was not committed; the topic has it. */
  @Override
  public void close() throws IOException {
    try (directory;
        writer) {
      searchers.close();
    }
  }

  private @Nullable Instant newestReceived() throws IOException {
    long received =
        reading(
            searcher ->
                received(
                    searcher.search(
                        new MatchAllDocsQuery(),
                        1,
                        new Sort(
                            new SortField(ArticleDocuments.RECEIVED, SortField.Type.LONG, true))),
                    0,
                    Long.MIN_VALUE));
    return received == Long.MIN_VALUE ? null : Instant.ofEpochMilli(received);
  }

  private static long received(TopFieldDocs docs, int index, long otherwise) {
    return index >= 0 && index < docs.scoreDocs.length
        ? (Long) ((FieldDoc) docs.scoreDocs[index]).fields[0]
        : otherwise;
  }
}
