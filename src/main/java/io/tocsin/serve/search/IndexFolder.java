package io.tocsin.serve.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the index: what belongs to us is opened, anything else is emptied. */
final class IndexFolder {
  private static final Logger logger = LoggerFactory.getLogger(IndexFolder.class);

  /** Another layout of the documents is another number. */
  private static final String LAYOUT = "1";

  private static final String LAYOUT_KEY = "layout";
  private static final String TOPIC_KEY = "topic";
  private static final String POSITION_KEY = "position.";

  /** Lucene tells of its memory and vector modules on standard error, which is of no use to us. */
  private static final java.util.logging.Logger LUCENE =
      java.util.logging.Logger.getLogger("org.apache.lucene");

  static {
    LUCENE.setLevel(java.util.logging.Level.SEVERE);
  }

  private IndexFolder() {}

  /**
   * An open folder.
   *
   * @param directory with the index, or empty
   * @param positions up to where each partition is in it
   */
  record Opened(Directory directory, Map<Integer, Long> positions) {}

  /** Opens a folder; what is in it and cannot be gone on with is deleted. */
  static Opened open(Path folder, String identity) throws IOException {
    Files.createDirectories(folder);
    Directory directory = FSDirectory.open(folder);
    try {
      if (DirectoryReader.indexExists(directory)) {
        Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
        DirectoryReader.open(directory).close();
        if (LAYOUT.equals(data.get(LAYOUT_KEY)) && identity.equals(data.get(TOPIC_KEY))) {
          return new Opened(directory, positions(data));
        }
        logger.info("the search index is of another topic or version; it is built again");
      }
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | FileNotFoundException
        | NoSuchFileException
        | EOFException e) {
      logger.warn("the search index cannot be read; it is built again from the topic", e);
    }
    empty(directory);
    return new Opened(directory, Map.of());
  }

  /** Empties a folder, so that the next opening begins anew. */
  static void empty(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      empty(directory);
    }
  }

  private static void empty(Directory directory) throws IOException {
    for (String file : directory.listAll()) {
      if (!file.equals("write.lock")) {
        directory.deleteFile(file);
      }
    }
  }

  /** What a commit carries. */
  static Map<String, String> data(String identity, Map<Integer, Long> positions) {
    Map<String, String> data = new TreeMap<>(Map.of(LAYOUT_KEY, LAYOUT, TOPIC_KEY, identity));
    positions.forEach((partition, next) -> data.put(POSITION_KEY + partition, Long.toString(next)));
    return data;
  }

  private static Map<Integer, Long> positions(Map<String, String> data) {
    Map<Integer, Long> positions = new HashMap<>();
    for (String key : List.copyOf(data.keySet())) {
      if (key.startsWith(POSITION_KEY)) {
        positions.put(
            Integer.valueOf(key.substring(POSITION_KEY.length())),
            Long.valueOf(Objects.requireNonNull(data.get(key))));
      }
    }
    return positions;
  }

  /** Length of a file; 0 when a merge has just taken it away. */
  static long length(Directory directory, String file) throws IOException {
    try {
      return directory.fileLength(file);
    } catch (FileNotFoundException | NoSuchFileException e) {
      return 0;
    }
  }
}
