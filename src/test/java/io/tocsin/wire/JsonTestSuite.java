package io.tocsin.wire;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The 318 files of the public JSON test suite, out of the folder that TOCSIN_DATA names. */
public final class JsonTestSuite {
  private static final int BLOCK = 512;

  private JsonTestSuite() {}

  /** Contents by name; the test that asks is skipped where TOCSIN_DATA is unset. */
  public static Map<String, byte[]> files() throws IOException {
    String data = System.getenv("TOCSIN_DATA");
    assumeTrue(data != null, "TOCSIN_DATA is not set");
    return untar(Path.of(data, "json-test-suite.tar.gz"));
  }

  /** Whether a file happens to be an article of ours: well-formed, with a title. */
  public static boolean isArticle(String name, Map<String, byte[]> files) {
    byte[] content = files.getOrDefault(name, new byte[0]);
    return name.contains("/y_")
        && new String(content, StandardCharsets.UTF_8).startsWith("{\"title\":\"");
  }

  /**
   * Plain tar: a header of 512 bytes with name, octal length and type, then the content in whole
   * blocks.
   */
  private static Map<String, byte[]> untar(Path archive) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (InputStream in =
        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
      for (byte[] header = in.readNBytes(BLOCK);
          header.length == BLOCK && header[0] != 0;
          header = in.readNBytes(BLOCK)) {
        String name = text(header, 0, 100);
        int length = Integer.parseInt(text(header, 124, 12).strip(), 8);
        byte[] content = in.readNBytes(length);
        in.skipNBytes((BLOCK - length % BLOCK) % BLOCK);
        if (name.endsWith(".json")) {
          files.put(name, content);
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
