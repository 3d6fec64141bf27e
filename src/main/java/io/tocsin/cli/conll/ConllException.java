package io.tocsin.cli.conll;

import java.io.IOException;

/** A file that is no CoNLL file, or cannot be read; the message names the place and the fix. */
public final class ConllException extends IOException {
  ConllException(String message) {
    super(message);
  }
}
