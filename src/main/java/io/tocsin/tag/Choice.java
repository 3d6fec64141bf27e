package io.tocsin.tag;

import io.tocsin.model.Form;
import java.util.Arrays;

/** The subjects that one place may mean, in order of id, each in its strongest form. */
final class Choice {
  private int size;
  private int[] subjects = new int[8];
  private Form[] forms = new Form[8];

  void clear() {
    size = 0;
  }

  /** Adds a subject; of one that is there the stronger form stays. */
  void add(int subject, Form form) {
    int at = Arrays.binarySearch(subjects, 0, size, subject);
    if (at >= 0) {
      forms[at] = forms[at].compareTo(form) <= 0 ? forms[at] : form;
      return;
    }
    if (size == subjects.length) {
      subjects = Arrays.copyOf(subjects, 2 * size);
      forms = Arrays.copyOf(forms, 2 * size);
    }
    int place = -at - 1;
    System.arraycopy(subjects, place, subjects, place + 1, size - place);
    System.arraycopy(forms, place, forms, place + 1, size - place);
    subjects[place] = subject;
    forms[place] = form;
    size++;
  }

  int size() {
    return size;
  }

  int subject(int index) {
    return subjects[index];
  }

  Form form(int index) {
    return forms[index];
  }
}
