package io.tocsin.tag.stored;

import io.tocsin.model.Subject;
import io.tocsin.tag.match.Phrases;
import io.tocsin.tag.query.Query;
import io.tocsin.tag.query.Query.Anchor;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.query.Query.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Stored queries, compiled: immutable, in flat arrays, shared by all threads. Only those are
 * evaluated whose anchor stands in the article, so that the cost hardly grows with their number.
 */
public final class StoredQueries {
  private final int queries;
  private final int leaves;
  private final int[] starts;
  private final int[] code;
  private final List<Meta> metas;
  private final Table byPhrase;
  private final Table byAnchor;
  private final Map<Integer, Term> checked;
  private final Map<Integer, int[]> bySubject;

  private StoredQueries(Builder builder, int phrases, List<Subject> subjects) {
    queries = builder.starts.size();
    leaves = builder.leaves.size();
    starts = builder.starts.toArray();
    code = builder.compiler.code();
    metas = builder.compiler.metas();
    byPhrase = builder.leaves.byPhrase(phrases);
    byAnchor = Table.of(leaves, builder.anchorLeaves, builder.anchorQueries);
    checked = builder.leaves.checked();
    bySubject = bySubject(builder.leaves, subjects);
  }

  private static Map<Integer, int[]> bySubject(Leaves leaves, List<Subject> subjects) {
    Map<Integer, int[]> bySubject = new HashMap<>();
    if (leaves.subjects().isEmpty() && leaves.groups().isEmpty()) {
      return bySubject;
    }
    for (int number = 0; number < subjects.size(); number++) {
      Subject subject = subjects.get(number);
      int[] asked =
          IntStream.concat(
                  IntStream.of(leaves.subjects().getOrDefault(subject.id(), -1)),
                  subject.groups().stream()
                      .mapToInt(group -> leaves.groups().getOrDefault(group, -1)))
              .filter(leaf -> leaf >= 0)
              .distinct()
              .toArray();
      if (asked.length > 0) {
        bySubject.put(number, asked);
      }
    }
    return bySubject;
  }

  /** Collects queries; used once, by one thread. */
  public static final class Builder {
    private final Leaves leaves;
    private final Anchors anchors;
    private final Compiler compiler;
    private final IntList starts = new IntList();
    private final IntList anchorLeaves = new IntList();
    private final IntList anchorQueries = new IntList();

    /** A builder that enters the terms of queries into phrases. */
    public Builder(Phrases.Builder phrases) {
      leaves = new Leaves(phrases);
      anchors = new Anchors(WordShares.estimated());
      compiler = new Compiler(leaves, anchors);
    }

    /**
     * Adds a query.
     *
     * @return its number, counted from 0
     * @throws IllegalArgumentException when an article can match without any of its words
     */
    public int add(Query query) {
      int number = starts.size();
      starts.add(compiler.add(query));
      var required = anchors.of(query);
      if (required.isEmpty()) {
        throw new IllegalArgumentException("the query matches nearly everything");
      }
      for (Anchor anchor : required) {
        anchorLeaves.add(leaves.of(anchor));
        anchorQueries.add(number);
      }
      return number;
    }

    /**
     * Compiles them.
     *
     * @param phrases how many phrases there are in all
     * @param subjects by their numbers, with their groups
     */
    public StoredQueries build(int phrases, List<Subject> subjects) {
      return new StoredQueries(this, phrases, subjects);
    }
  }

  /** Whether a query asks for subjects or groups. */
  public boolean asksForSubjects() {
    return !bySubject.isEmpty();
  }

  /** How many there are. */
  public int size() {
    return queries;
  }

  int leaves() {
    return leaves;
  }

  int start(int query) {
    return starts[query];
  }

  int[] code() {
    return code;
  }

  List<Meta> metas() {
    return metas;
  }

  Table byPhrase() {
    return byPhrase;
  }

  Table byAnchor() {
    return byAnchor;
  }

  Map<Integer, Term> checked() {
    return checked;
  }

  Map<Integer, int[]> bySubject() {
    return bySubject;
  }
}
