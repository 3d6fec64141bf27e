package io.tocsin.guarantees;

/**
 * One way in which a run broke a guarantee.
 *
 * @param verdict what kind of break
 * @param what the article, count or alert at fault, with the numbers
 */
public record Breach(Verdict verdict, String what) {

  /** What can go wrong with something that must be there exactly once, and be right. */
  public enum Verdict {
    /** It went in, or follows from what went in, and did not come out. */
    LOST,
    /** It came out more than once. */
    DUPLICATED,
    /** It came out and follows from nothing that went in. */
    INVENTED,
    /** It came out with another content than it must have. */
    WRONG
  }
}
