package io.tocsin.tag.names;

import io.tocsin.model.Form;
import io.tocsin.model.Tag;
import io.tocsin.tag.text.Scan;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which words of an article the tags of subjects stand over. Reused from article to article by one
 * thread.
 */
final class TagMarks {
  private boolean[] people = new boolean[512];

  /** One more than the index in {@link #kinds} of the tag over a word; 0 where there is none. */
  private int[] tagOf = new int[512];

  private Kind[] kinds = new Kind[16];
  private int[] firsts = new int[16];
  private int[] lasts = new int[16];
  private int tags;

  /** Marks the words of an article; what was marked before is forgotten. */
  void read(Scan scan, List<Tag> found) {
    clear(scan.size());
    int next = 0;
    for (Tag tag : found) {
      Kind kind = kind(tag);
      next = firstOf(scan, next, tag);
      if (kind == null && tag.form() != Form.DEMONYM) {
        continue;
      }
      int end = next;
      while (end < scan.size() && scan.field(end) == tag.field() && scan.start(end) < tag.end()) {
        end++;
      }
      if (kind == null) {
        Arrays.fill(people, next, end, true);
      } else {
        mark(kind, next, end);
      }
    }
  }

  private void clear(int size) {
    tags = 0;
    if (size > tagOf.length) {
      tagOf = new int[size + size / 2];
      people = new boolean[tagOf.length];
      return;
    }
    Arrays.fill(tagOf, 0, size, 0);
    Arrays.fill(people, 0, size, false);
  }

  private void mark(Kind kind, int first, int end) {
    if (tags == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * tags);
      firsts = Arrays.copyOf(firsts, 2 * tags);
      lasts = Arrays.copyOf(lasts, 2 * tags);
    }
    kinds[tags] = kind;
    firsts[tags] = first;
    lasts[tags++] = end - 1;
    for (int word = first; word < end; word++) {
      tagOf[word] = tagOf[word] == 0 ? tags : tagOf[word];
    }
  }

  /** The first word from {@code from} on that does not stand before a tag. */
  private static int firstOf(Scan scan, int from, Tag tag) {
    int low = from;
    int high = scan.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBefore(scan, middle, tag)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isBefore(Scan scan, int word, Tag tag) {
    int byField = scan.field(word).compareTo(tag.field());
    return byField < 0 || (byField == 0 && scan.end(word) <= tag.start());
  }

  private static @Nullable Kind kind(Tag tag) {
    return tag.form() == Form.NAME || tag.form() == Form.SHORT ? Kind.of(tag.subject()) : null;
  }

  /** Whether a tag with a kind stands over a word. */
  boolean any(int word) {
    return tagOf[word] != 0;
  }

  /** The kind of the tag over a word; null when there is none. */
  @Nullable Kind kind(int word) {
    return tagOf[word] == 0 ? null : kinds[tagOf[word] - 1];
  }

  /** First word of the tag over a word that has one. */
  int first(int word) {
    return firsts[tagOf[word] - 1];
  }

  /** Last word of the tag over a word that has one. */
  int last(int word) {
    return lasts[tagOf[word] - 1];
  }

  /** Whether a word was tagged as that for a people. */
  boolean isPeople(int word) {
    return people[word];
  }
}
