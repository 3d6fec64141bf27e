package io.tocsin.tag;

/**
 * How often one subject, or the query of one rule, was found in a set of articles.
 *
 * @param id of the subject or rule
 * @param rule whether it is a rule
 * @param articles in how many articles
 * @param share of all articles, 0 to 1
 */
public record Frequency(String id, boolean rule, long articles, double share) {
  /** What is in more articles than this tells nobody anything, and every rule on it is noisy. */
  public static final double OFTEN = 0.05;

  /** Whether it is in more than {@link #OFTEN} of all articles. */
  public boolean isOften() {
    return share > OFTEN;
  }

  /** Whether it was found nowhere. */
  public boolean isNever() {
    return articles == 0;
  }
}
