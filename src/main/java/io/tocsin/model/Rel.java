package io.tocsin.model;

import java.util.Locale;

/** How an article relates to a subject that it mentions. */
public enum Rel {
  /** The subject is in the title or the lead, or is named three times and more. */
  ABOUT,
  /** It is merely named. */
  MENTIONS;

  /** The word on the wire, such as {@code about}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
