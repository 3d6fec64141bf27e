package io.tocsin.tag.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sequences of folded words, each with values; the last word may be a prefix. What is found at a
 * word costs a look-up per word of the longest sequence that begins there, however many sequences
 * there are.
 *
 * <p>Filled while compiling, then only read.
 *
 * @param <T> what a sequence stands for
 */
public final class Trie<T> {

  /**
   * A sequence that was found.
   *
   * @param length how many words it covers
   * @param value what it stands for
   */
  public record Found<T>(int length, T value) {}

  private static final class Node<T> {
    final Map<String, Node<T>> next = new HashMap<>();
    final List<T> values = new ArrayList<>();
    final Map<String, List<T>> prefixes = new HashMap<>();
    final TreeSet<Integer> prefixLengths = new TreeSet<>();
  }

  private final Node<T> root = new Node<>();

  /**
   * Adds a sequence of at least one word; {@code prefix} says that the last word is only the
   * beginning of one.
   */
  public void add(List<String> words, boolean prefix, T value) {
    Node<T> node = root;
    int whole = prefix ? words.size() - 1 : words.size();
    for (String word : words.subList(0, whole)) {
      node = node.next.computeIfAbsent(word, w -> new Node<>());
    }
    if (!prefix) {
      node.values.add(value);
      return;
    }
    String beginning = words.get(whole);
    node.prefixLengths.add(beginning.length());
    node.prefixes.computeIfAbsent(beginning, w -> new ArrayList<>()).add(value);
  }

  /** Every sequence that begins at a word and stays within its sentence, shortest first. */
  public List<Found<T>> at(List<Word> words, int from) {
    List<Found<T>> found = List.of();
    int sentence = words.get(from).sentence();
    Node<T> node = root;
    for (int i = from; i < words.size() && words.get(i).sentence() == sentence; i++) {
      String word = words.get(i).folded();
      int length = i - from + 1;
      for (int prefixLength : node.prefixLengths) {
        if (prefixLength > word.length()) {
          break;
        }
        found = add(found, length, node.prefixes.get(word.substring(0, prefixLength)));
      }
      Node<T> next = node.next.get(word);
      if (next == null) {
        return found;
      }
      node = next;
      found = add(found, length, node.values);
    }
    return found;
  }

  /** Most words begin nothing, so a list is made only when there is something for it. */
  private static <T> List<Found<T>> add(
      List<Found<T>> found, int length, @Nullable List<T> values) {
    if (values == null || values.isEmpty()) {
      return found;
    }
    List<Found<T>> longer = found.isEmpty() ? new ArrayList<>() : found;
    for (T value : values) {
      longer.add(new Found<>(length, value));
    }
    return longer;
  }
}
