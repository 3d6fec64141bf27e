package io.tocsin.alert;

import java.util.SortedSet;

/**
 * Judges the windows of one series by one rule that holds them against the past. What it says of a
 * minute is a function of the counts alone.
 */
interface PastJudge {

  /** How far back a verdict looks at minutes. */
  long longest();

  /** The minutes from one to another, both included, in which there are articles. */
  SortedSet<Long> news(long from, long to);

  /** How long after an article its leaving, or its being the last, may change a verdict. */
  long[] after();

  /** The minutes in which a mention in one minute may begin an episode, by what is known now. */
  SortedSet<Long> candidates(long minute);

  /** Whether an episode may begin with a minute; cheap, and true wherever one does. */
  boolean mayBegin(long minute, boolean news);

  /** What is said of a minute. */
  Verdict judge(long minute);

  /** Whether the first look may open an alert before the minute is closed. */
  boolean isEarly();
}
