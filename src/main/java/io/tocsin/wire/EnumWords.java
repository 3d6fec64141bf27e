package io.tocsin.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.Locale;

/** Writes an enum as its lower-case word; the words of each enum are encoded once. */
@SuppressWarnings("rawtypes")
final class EnumWords extends JsonSerializer<Enum> {
  private static final ClassValue<SerializableString[]> WORDS =
      new ClassValue<>() {
        @Override
        protected SerializableString[] computeValue(Class<?> type) {
          Object[] values = type.getEnumConstants();
          SerializableString[] words = new SerializableString[values.length];
          for (int i = 0; i < values.length; i++) {
            words[i] = new SerializedString(((Enum<?>) values[i]).name().toLowerCase(Locale.ROOT));
          }
          return words;
        }
      };

  /** The word of a value. */
  @SuppressWarnings("EnumOrdinal") // the words live for one process only
  static SerializableString of(Enum<?> value) {
    return WORDS.get(value.getDeclaringClass())[value.ordinal()];
  }

  @Override
  public void serialize(Enum value, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeString(of((Enum<?>) value));
  }
}
