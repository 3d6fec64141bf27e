package io.tocsin.tag.stored;

import io.tocsin.tag.match.Phrases;
import io.tocsin.tag.query.Query.About;
import io.tocsin.tag.query.Query.Anchor;
import io.tocsin.tag.query.Query.Group;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.query.Query.Term;
import io.tocsin.tag.text.Scan;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers everything that queries look for, each once, while queries are collected: words and
 * phrases, written forms and patterns (checked where the phrase stands that they begin with),
 * subjects, groups, attributes. Numbers without gaps keep what is noted for an article small.
 */
final class Leaves {
  /** How often a phrase stands where its rarest word does. */
  private static final double PHRASE = 0.15;

  private static final double CHECKED = 0.5;
  private static final double SUBJECT = 0.003;
  private static final double GROUP = 0.05;

  private final Phrases.Builder phrases;
  private final WordShares words;
  private final Map<String, Integer> single = new HashMap<>();
  private final Map<String, Integer> beginnings = new HashMap<>();

  /** By leaf, the word that is not among the phrases yet. */
  private final List<@Nullable Term> late = new ArrayList<>();

  private int[] leafOfPhrase = new int[1024];
  private double[] shares = new double[1024];
  private int size;
  private final Map<Term, Integer> checked = new HashMap<>();
  private final Map<Integer, List<LeafTable.Check>> checks = new HashMap<>();
  private final Map<String, Integer> subjects = new HashMap<>();
  private final Map<String, Integer> groups = new HashMap<>();
  private final Map<Meta, Integer> attributes = new HashMap<>();
  private final List<Meta> metas = new ArrayList<>();

  Leaves(Phrases.Builder phrases, WordShares words) {
    this.phrases = phrases;
    this.words = words;
    Arrays.fill(leafOfPhrase, LeafTable.NO_LEAF);
  }

  int size() {
    return size;
  }

  /** In which share of all articles a leaf stands, estimated. */
  double share(int leaf) {
    return shares[leaf];
  }

  int leaf(Anchor anchor) {
    if (anchor instanceof Term term) {
      return term.pattern().isEmpty() && term.exact().isEmpty() ? phrase(term) : checked(term);
    }
    if (anchor instanceof About about) {
      return subjects.computeIfAbsent(about.subject(), s -> add(SUBJECT));
    }
    return groups.computeIfAbsent(((Group) anchor).name(), s -> add(GROUP));
  }

  int attribute(Meta meta) {
    return attributes.computeIfAbsent(
        meta,
        m -> {
          metas.add(m);
          return metas.size() - 1;
        });
  }

  private int phrase(Term term) {
    if (canBeLate(term)) {
      String word = term.words().get(0);
      return (term.prefix() ? beginnings : single).computeIfAbsent(word, w -> addLate(term));
    }
    return phrase(term, LeafTable.NO_LEAF);
  }

  private int addLate(Term term) {
    int leaf = add(shareOf(term));
    late.set(leaf, term);
    return leaf;
  }

  /** Beginnings of three bytes would be looked for among too many words. */
  private static boolean canBeLate(Term term) {
    return term.words().size() == 1
        && (!term.prefix() || term.words().get(0).length() >= WordIndex.BLOCK);
  }

  /** Sees to it that a leaf is found in every article, not only when it is asked for. */
  void watch(int leaf) {
    Term term = late.get(leaf);
    if (term != null) {
      late.set(leaf, null);
      phrase(term, leaf);
    }
  }

  private int phrase(Term term, int leaf) {
    int phrase = phrases.add(term.words(), term.prefix());
    if (phrase >= leafOfPhrase.length) {
      int before = leafOfPhrase.length;
      leafOfPhrase = Arrays.copyOf(leafOfPhrase, Math.max(phrase + 1, 2 * before));
      Arrays.fill(leafOfPhrase, before, leafOfPhrase.length, LeafTable.NO_LEAF);
    }
    if (leafOfPhrase[phrase] == LeafTable.NO_LEAF) {
      leafOfPhrase[phrase] = leaf == LeafTable.NO_LEAF ? add(shareOf(term)) : leaf;
    }
    return leafOfPhrase[phrase];
  }

  private int checked(Term term) {
    Integer known = checked.get(term);
    if (known != null) {
      return known;
    }
    int phrase = phrase(new Term(term.words(), term.prefix()));
    watch(phrase);
    int leaf = add(CHECKED * shares[phrase]);
    checked.put(term, leaf);
    checks.computeIfAbsent(phrase, p -> new ArrayList<>()).add(new LeafTable.Check(leaf, term));
    return leaf;
  }

  private double shareOf(Term term) {
    List<String> parts = term.words();
    int last = parts.size() - 1;
    double rarest = term.prefix() ? words.ofPrefix(parts.get(last)) : words.of(parts.get(last));
    for (int i = 0; i < last; i++) {
      rarest = Math.min(rarest, words.of(parts.get(i)));
    }
    return last == 0 ? rarest : rarest * PHRASE;
  }

  private int add(double share) {
    if (size == shares.length) {
      shares = Arrays.copyOf(shares, 2 * size);
    }
    shares[size] = share;
    late.add(null);
    return size++;
  }

  /** What is needed to look an article up. */
  LeafTable build() {
    int most = leafOfPhrase.length;
    while (most > 0 && leafOfPhrase[most - 1] == LeafTable.NO_LEAF) {
      most--;
    }
    return new LeafTable(
        Arrays.copyOf(leafOfPhrase, most),
        Map.copyOf(checks),
        Map.copyOf(subjects),
        Map.copyOf(groups),
        List.copyOf(metas),
        lateWords());
  }

  private LateWords lateWords() {
    long[] bits = new long[(size + 63) / 64];
    long[] prefixes = new long[bits.length];
    long[] keys = new long[size];
    int[] ends = new int[size];
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int leaf = 0; leaf < size; leaf++) {
      Term term = late.get(leaf);
      if (term != null) {
        byte[] utf8 = term.words().get(0).getBytes(StandardCharsets.UTF_8);
        bits[leaf >>> 6] |= 1L << leaf;
        prefixes[leaf >>> 6] |= term.prefix() ? 1L << leaf : 0;
        keys[leaf] = term.prefix() ? WordIndex.block(utf8, 0) : Scan.key(utf8, 0, utf8.length);
        text.write(utf8, 0, utf8.length);
      }
      ends[leaf] = text.size();
    }
    return new LateWords(bits, prefixes, keys, text.toByteArray(), ends);
  }
}
