package io.tocsin.tag.forms;

import java.util.function.Consumer;

/** How a language changes names. */
interface Inflection {
  /** Hands on every form of a name, the commonest first; doubles and the name itself may come. */
  void add(Name name, Consumer<String> forms);
}
