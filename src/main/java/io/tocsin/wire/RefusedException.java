package io.tocsin.wire;

import io.tocsin.model.Reason;
import io.tocsin.model.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Carries a refusal out of the depth of a reader; never leaves {@link ArticleReader}. Without a
 * stack trace, as it is no fault.
 */
final class RefusedException extends Exception {
  private final transient Refusal refusal;

  RefusedException(Reason reason, String detail, @Nullable String field) {
    super(detail, null, false, false);
    this.refusal = new Refusal(reason, detail, field);
  }

  Refusal refusal() {
    return refusal;
  }
}
