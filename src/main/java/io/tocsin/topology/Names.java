package io.tocsin.topology;

/**
 * Names of nodes and stores: verbs for steps, {@code read-} and {@code write-} at the edges, nouns
 * for stores.
 */
final class Names {
  static final String READ_ARTICLES = "read-articles";
  static final String SCREEN = "screen";
  static final String REFUSE = "refuse";
  static final String PASS = "pass";
  static final String IDENTIFY = "identify";
  static final String WRITE_REJECTED = "write-rejected";

  static final String TAG = "tag";
  static final String FAIL = "fail";
  static final String WRITE_FAILED = "write-failed";
  static final String KEEP_ARTICLE = "keep-article";
  static final String DESCRIBE_ARTICLE = "describe-article";
  static final String WRITE_TAGGED = "write-tagged";
  static final String PACK = "pack";

  static final String COUNT = "count";
  static final String KEEP_SUBJECTS = "keep-subjects";
  static final String TELL = "tell";
  static final String DESCRIBE_COUNT = "describe-count";
  static final String WRITE_COUNTS = "write-counts";

  static final String ALERT = "alert";
  static final String DESCRIBE_ALERT = "describe-alert";
  static final String WRITE_ALERTS = "write-alerts";

  /** Repartition by article id. */
  static final String SCREENED = "screened";

  /** What was found since the last commit and is not sent yet: in the heap, without a changelog. */
  static final String PACKING = "packing";

  /** Repartition by series, many mentions a record. */
  static final String MENTIONS = "mentions";

  /** Newest trusted event time of an input partition. */
  static final String CLOCK = "clock";

  /** Ids and texts that came before. */
  static final String SEEN = "seen";

  /** Counts of one minute of one series. */
  static final String PANES = "panes";

  /** Counts of each hour of one series, for weeks. */
  static final String HOURS = "hours";

  /** How many articles there were in all. */
  static final String VOLUME = "volume";

  /** Whether the clock of an input partition was told; in the heap, without a changelog. */
  static final String BEATING = "beating";

  /** What was counted since the last commit and is not written yet. */
  static final String FRESH = "fresh";

  /** Panes that changed since the last commit and are not told yet: in the heap, no changelog. */
  static final String TELLING = "telling";

  /** Episodes of rules. */
  static final String EPISODES = "episodes";

  private Names() {}
}
