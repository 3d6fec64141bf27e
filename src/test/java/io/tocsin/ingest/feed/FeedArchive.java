package io.tocsin.ingest.feed;

import io.tocsin.fixtures.RealNews;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The files of an archive of feeds out of the folder that TOCSIN_DATA names. */
public final class FeedArchive {
  private static final int BLOCK = 512;

  private FeedArchive() {}

  /**
   * Contents by name, in the order of the names; the test that asks is skipped where TOCSIN_DATA is
   * unset.
   */
  public static Map<String, byte[]> files(String archive) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (InputStream in =
        new BufferedInputStream(
            new GZIPInputStream(Files.newInputStream(RealNews.file(archive))))) {
      for (byte[] header = in.readNBytes(BLOCK);
          header.length == BLOCK && header[0] != 0;
          header = in.readNBytes(BLOCK)) {
        int length = Integer.parseInt(text(header, 124, 12).strip(), 8);
        byte[] content = in.readNBytes(length);
        in.skipNBytes((BLOCK - length % BLOCK) % BLOCK);
        if (header[156] == '0' || header[156] == 0) {
          files.put(text(header, 0, 100), content);
        }
      }
    }
    return files;
  }

  private static String text(byte[] header, int from, int length) {
    String field = new String(header, from, length, StandardCharsets.UTF_8);
    int end = field.indexOf('\0');
    return end < 0 ? field : field.substring(0, end);
  }
}
