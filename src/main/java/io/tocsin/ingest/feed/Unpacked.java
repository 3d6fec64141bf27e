package io.tocsin.ingest.feed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Undoes the content encoding of an answer, piece by piece, and stops where a bomb begins: at the
 * largest size, and at a hundred times the packed size.
 */
final class Unpacked {
  private static final int RATIO = 100;

  /** Below this size a ratio tells nothing: a short feed may be mostly blanks. */
  private static final int HARMLESS = 200_000;

  private static final int PIECE = 16_384;

  private Unpacked() {}

  /**
   * The bytes of a feed.
   *
   * @param encoding value of the Content-Encoding header; empty for none
   * @param most how many bytes they may be
   * @throws FetchFailure when they are too many, or cannot be unpacked
   */
  static byte[] bytes(byte[] packed, String encoding, int most) throws FetchFailure {
    String name = encoding.strip().toLowerCase(Locale.ROOT);
    boolean zipped = packed.length > 2 && (packed[0] & 0xFF) == 0x1F && (packed[1] & 0xFF) == 0x8B;
    if (packed.length == 0) {
      return packed;
    }
    try {
      // Some servers pack without saying so, and some say so without packing.
      if (zipped) {
        return read(new GZIPInputStream(new ByteArrayInputStream(packed)), packed.length, most);
      }
      if (name.equals("deflate") && packed[0] != '<' && packed[0] != '{') {
        boolean wrapped =
            (packed[0] & 0x0F) == 8 && (((packed[0] & 0xFF) << 8) | (packed[1] & 0xFF)) % 31 == 0;
        Inflater inflater = new Inflater(!wrapped);
        try {
          return read(
              new InflaterInputStream(new ByteArrayInputStream(packed), inflater),
              packed.length,
              most);
        } finally {
          inflater.end();
        }
      }
    } catch (EOFException e) {
      throw new FetchFailure(FeedOutcome.TRUNCATED, "the packed answer breaks off");
    } catch (ZipException e) {
      throw new FetchFailure(FeedOutcome.MALFORMED, "the answer cannot be unpacked");
    } catch (IOException e) {
      throw new FetchFailure(FeedOutcome.MALFORMED, "the answer cannot be unpacked");
    }
    boolean plain =
        name.isEmpty()
            || name.equals("identity")
            || name.endsWith("gzip")
            || name.equals("deflate");
    if (!plain) {
      throw new FetchFailure(
          FeedOutcome.MALFORMED, "the answer is packed in a way that was not asked for");
    }
    return packed;
  }

  private static byte[] read(InputStream in, int packed, int most)
      throws IOException, FetchFailure {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
      out.write(piece, 0, count);
      if (out.size() > most) {
        throw new FetchFailure(
            FeedOutcome.TOO_LARGE, "has more than " + most + " bytes when it is unpacked");
      }
      if (out.size() > HARMLESS && out.size() / RATIO > packed) {
        throw new FetchFailure(
            FeedOutcome.TOO_LARGE, "unpacks to more than " + RATIO + " times its size");
      }
    }
    return out.toByteArray();
  }
}
