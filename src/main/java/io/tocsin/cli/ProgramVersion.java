package io.tocsin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote beside the classes. */
public final class ProgramVersion implements IVersionProvider {

  private static final String RESOURCE = "/tocsin-version.properties";

  @Override
  public String[] getVersion() {
    return new String[] {"tocsin " + read()};
  }

  /** The bare version, such as {@code 1.2.0}. */
  public static String read() {
    Properties properties = new Properties();
    try (InputStream stream = ProgramVersion.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar; build it again");
      }
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE + " from the jar", e);
    }
    return properties.getProperty("version", "unknown");
  }
}
