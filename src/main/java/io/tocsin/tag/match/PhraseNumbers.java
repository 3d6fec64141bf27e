package io.tocsin.tag.match;

import java.util.BitSet;

/** Finds the number of a phrase that was added before, by its hash and then by its text. */
final class PhraseNumbers {
  private final PhraseWriter text;
  private final BitSet beginnings;
  private long[] slots = new long[64];

  PhraseNumbers(PhraseWriter text, BitSet beginnings) {
    this.text = text;
    this.beginnings = beginnings;
  }

  /** The number of the phrase that was begun; keeps it when it is new. */
  int of(long node, boolean beginning) {
    long hash = beginning ? Nodes.beginning(node, 0) : node;
    if (2 * text.size() >= slots.length) {
      grow();
    }
    int at = place(hash);
    long high = hash & 0xFFFFFFFF00000000L;
    for (; slots[at] != 0; at = (at + 1) & (slots.length - 1)) {
      int number = (int) slots[at];
      if ((slots[at] & 0xFFFFFFFF00000000L) == high
          && beginnings.get(number - 1) == beginning
          && text.isSame(number - 1)) {
        return number - 1;
      }
    }
    int number = text.keep();
    beginnings.set(number, beginning);
    slots[at] = high | (number + 1);
    return number;
  }

  /** The high half of a hash stays in its slot, so places come from there as well. */
  private void grow() {
    long[] old = slots;
    slots = new long[4 * old.length];
    for (long slot : old) {
      if (slot != 0) {
        int at = place(slot);
        while (slots[at] != 0) {
          at = (at + 1) & (slots.length - 1);
        }
        slots[at] = slot;
      }
    }
  }

  private int place(long hash) {
    return (int) (hash >>> 32) & (slots.length - 1);
  }
}
