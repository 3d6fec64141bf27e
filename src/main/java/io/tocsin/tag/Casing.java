package io.tocsin.tag;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import java.util.EnumMap;
import java.util.Map;

/**
 * In which fields of an article capitals say anything: not where there are none at all, as in
 * lower-case headlines.
 */
final class Casing {
  private final Map<Field, Boolean> telling = new EnumMap<>(Field.class);

  Casing(Article article) {
    for (Field field : Field.ALL) {
      telling.put(field, article.text(field).codePoints().anyMatch(Character::isUpperCase));
    }
  }

  boolean isTelling(Field field) {
    return telling.getOrDefault(field, false);
  }
}
