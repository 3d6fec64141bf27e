package io.tocsin.ingest;

import io.tocsin.wire.ArticleReader;
import io.tocsin.wire.Json;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The offers of one file or stream, one at a time. Compression is told by the first two bytes. */
final class FileOffers implements Closeable {
  private static final int BUFFER = 1 << 17;

  private final String name;
  private final ArticleReader reader;
  private final BufferedInputStream in;
  private final FileFormat format;
  private final ByteLines lines;
  private final JsonValues values;
  private long blankLines;
  private boolean done;

  FileOffers(String name, InputStream raw, ArticleReader reader) throws IOException {
    this.name = name;
    this.reader = reader;
    this.in = new BufferedInputStream(plain(new BufferedInputStream(raw, BUFFER)), BUFFER);
    this.format = FileFormat.of(name, in);
    skipByteOrderMark();
    this.lines = new ByteLines(in, Json.MAX_BYTES);
    this.values = new JsonValues(in, Json.MAX_BYTES);
  }

  /** The next offer; null at the end. */
  @Nullable Offer next() throws IOException {
    if (done) {
      return null;
    }
    return switch (format) {
      case LINES -> nextLine();
      case VALUES -> nextValue();
      case TEXT -> {
        done = true;
        yield TextArticle.read(name, in, reader);
      }
    };
  }

  /** Where the reading stands. */
  String place() {
    return switch (format) {
      case LINES -> name + ":" + (lines.number() + 1);
      case VALUES -> name + ":" + values.line();
      case TEXT -> name;
    };
  }

  long blankLines() {
    return blankLines;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private @Nullable Offer nextLine() throws IOException {
    for (ByteLines.Line line = lines.next(); line != null; line = lines.next()) {
      String place = name + ":" + lines.number();
      if (line.tooLong()) {
        return Offer.tooLong(place, line.length());
      }
      if (!line.blank()) {
        return Offer.of(place, line.content(), reader);
      }
      blankLines++;
    }
    return null;
  }

  private @Nullable Offer nextValue() throws IOException {
    JsonValues.Value value = values.next();
    if (value == null) {
      done = true;
      return values.unclosed()
          ? new Offer.Unsendable(
              place(),
              "ends inside an array; the file is cut off, so get it whole and publish it again")
          : null;
    }
    String place = name + ":" + value.line();
    return value.tooLong()
        ? Offer.tooLong(place, value.length())
        : Offer.of(place, value.bytes(), reader);
  }

  private void skipByteOrderMark() throws IOException {
    in.mark(3);
    if (in.read() != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
      in.reset();
    }
  }

  private static InputStream plain(BufferedInputStream raw) throws IOException {
    raw.mark(2);
    boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
    raw.reset();
    return gzip ? new Unpacked(raw) : raw;
  }

  /**
   * Hands out what is unpacked before it fails: a buffer that is told that more is available would
   * ask again, run into the damage and lose what it already had.
   */
  private static final class Unpacked extends GZIPInputStream {
    Unpacked(InputStream in) throws IOException {
      super(in, BUFFER);
    }

    @Override
    public int available() {
      return 0;
    }
  }
}
