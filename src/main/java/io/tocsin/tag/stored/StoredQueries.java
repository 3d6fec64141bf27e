package io.tocsin.tag.stored;

import io.tocsin.tag.match.Phrases;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.Anchor;
import java.util.Arrays;

/**
 * Up to hundreds of thousands of queries, compiled; immutable, shared by all threads. Each thread
 * holds articles against them by a {@link Matching} of its own.
 *
 * <p>Behind every leaf that is an anchor stand, one after the other, the queries to try when it
 * stands in an article: what is left to be shown of each, so that trying them reads memory from
 * front to back. Of a query that is nothing but its anchor, nothing is left. Words that are no
 * anchor are not even searched for before a query comes to them.
 */
public final class StoredQueries {
  /** What is left of a query is copied behind each leaf of its anchor, up to this many numbers. */
  private static final int LONGEST_COPY = 48;

  /** Stands for a rest that is not copied: the whole query is run. */
  static final int WHOLE = -1;

  final LeafTable leaves;
  final int[] code;
  final int[] starts;

  /** Queries to try by leaf: number, length of the rest or {@link #WHOLE}, rest. */
  final int[] entries;

  final int[] entryStarts;

  /** Queries that can match without any leaf: tried on every article. */
  final int[] unanchored;

  private StoredQueries(
      LeafTable leaves, int[] code, int[] starts, Entries entries, int[] unanchored) {
    this.leaves = leaves;
    this.code = code;
    this.starts = starts;
    this.entries = entries.values;
    this.entryStarts = entries.starts;
    this.unanchored = unanchored;
  }

  /** How many queries there are. */
  public int size() {
    return starts.length - 1;
  }

  /** Whether a query asks for subjects or groups. */
  public boolean asksForTags() {
    return leaves.hasTags();
  }

  /** A holder of articles for one thread. */
  public Matching matching() {
    return new Matching(this);
  }

  /** How many bytes of memory it takes, about; the phrases are not its own. */
  public long memory() {
    return 4L * (code.length + starts.length + entries.length + entryStarts.length)
        + leaves.memory();
  }

  /** Collects queries: 100,000 in less than half a second. */
  public static final class Builder {
    private final Leaves leaves;
    private final Compiler compiler;
    private final Arranger arranger;
    private final Anchors anchors;
    private final Ints code = new Ints();
    private final Ints starts = new Ints();
    private final Ints unanchored = new Ints();
    private final Entries.Builder entries = new Entries.Builder();

    /**
     * @param phrases to which the words of the queries are added; an article is searched by what is
     *     built of it
     * @param shares how frequent words are
     */
    public Builder(Phrases.Builder phrases, WordShares shares) {
      leaves = new Leaves(phrases, shares);
      compiler = new Compiler(leaves);
      arranger = new Arranger(leaves);
      anchors = new Anchors(leaves);
    }

    /** With the frequencies of words estimated. */
    public Builder(Phrases.Builder phrases) {
      this(phrases, WordShares.estimated());
    }

    /**
     * Adds a query.
     *
     * @return its number, counted from 0
     */
    public int add(Query query) {
      int number = starts.size();
      int start = code.size();
      starts.add(start);
      compiler.compile(query, code);
      arranger.arrange(code.values(), start);
      Anchors.Choice anchor = anchors.of(code.values(), start);
      if (anchor.leaves().size() == 0) {
        unanchored.add(number);
        return number;
      }
      Ints rest = rest(start, anchor);
      boolean copied = rest.size() <= LONGEST_COPY;
      int[] distinct = anchor.leaves().toArray();
      Arrays.sort(distinct);
      for (int i = 0; i < distinct.length; i++) {
        if (i == 0 || distinct[i] != distinct[i - 1]) {
          leaves.watch(distinct[i]);
          entries.add(distinct[i], number, copied ? rest : null);
        }
      }
      return number;
    }

    /** What is left to be shown when the anchor stands somewhere in the article. */
    private Ints rest(int start, Anchors.Choice anchor) {
      int[] whole = code.values();
      int end = Op.end(whole, start);
      Ints rest = new Ints(end - start);
      int part = anchor.part();
      if (part == start && Op.isPlain(whole, start)) {
        return rest;
      }
      if (whole[start] != Op.AND || !Op.isPlain(whole, part) || !isOperand(whole, start, part)) {
        rest.addAll(whole, start, end);
        return rest;
      }
      int after = Op.end(whole, part);
      rest.addAll(whole, start, part);
      rest.addAll(whole, after, end);
      rest.set(1, rest.size());
      return rest;
    }

    private static boolean isOperand(int[] code, int at, int part) {
      for (int i = Op.operands(code, at); i < Op.end(code, at); i = Op.end(code, i)) {
        if (i == part) {
          return true;
        }
      }
      return false;
    }

    /** The number of what can be asked for by {@link Matching#stands}; queries may have it too. */
    public int leaf(Anchor anchor) {
      int leaf = leaves.leaf(anchor);
      leaves.watch(leaf);
      return leaf;
    }

    /** Compiles them. */
    public StoredQueries build() {
      Ints ends = new Ints();
      ends.addAll(starts);
      ends.add(code.size());
      return new StoredQueries(
          leaves.build(),
          code.toArray(),
          ends.toArray(),
          entries.build(leaves.size()),
          unanchored.toArray());
    }
  }
}
