package io.tocsin.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** What a benchmark tells who runs it. */
final class Console {
  private static final PrintWriter OUT =
      new PrintWriter(
          new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);

  private Console() {}

  static void say(String line) {
    OUT.println(line);
  }
}
