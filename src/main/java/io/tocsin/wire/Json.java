package io.tocsin.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tocsin.model.Span;
import java.io.IOException;
import java.time.Instant;

/**
 * The one JSON mapper. It refuses what a lenient reader would let through: duplicate keys, bytes
 * after the object, numbers in text fields, and anything deeper, longer or with more tokens than an
 * article can need.
 *
 * <p>Enums are their lower-case words, times are RFC 3339 in UTC, durations ISO 8601, spans {@code
 * [start, end]}.
 */
public final class Json {
  /**
   * Largest document in bytes, and so the longest string. Eight times the text that is kept,
   * because an oversized article is cut to its head rather than refused: it must be parsed whole to
   * be cut.
   */
  public static final int MAX_BYTES = 8 * 1_048_576;

  /**
   * Most tokens in a document: an article has about thirty, a rich ninjs document a few thousand.
   */
  public static final int MAX_TOKENS = 100_000;

  /** Longest number in characters; nothing that we read needs twenty. */
  public static final int MAX_NUMBER = 64;

  /** Longest key in characters. */
  public static final int MAX_NAME = 256;

  /** Deepest nesting; a ninjs document needs about ten. */
  public static final int MAX_DEPTH = 64;

  /** The mapper; immutable after this class is loaded. */
  public static final ObjectMapper MAPPER = mapper();

  private Json() {}

  private static ObjectMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_BYTES)
                    .maxNumberLength(MAX_NUMBER)
                    .maxNameLength(MAX_NAME)
                    .maxTokenCount(MAX_TOKENS)
                    .maxDocumentLength(MAX_BYTES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .addModule(new JavaTimeModule())
        .addModule(words())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            textual ->
                textual
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .build();
  }

  private static SimpleModule words() {
    SimpleModule module = new SimpleModule("tocsin");
    module.addSerializer(Enum.class, new EnumWords());
    module.addSerializer(Instant.class, new InstantText());
    SmallRecords.addTo(module);
    module.addSerializer(Span.class, new SpanWriter());
    module.addDeserializer(Span.class, new SpanReader());
    return module;
  }

  /** Writes a span as {@code [start, end]}. */
  private static final class SpanWriter extends JsonSerializer<Span> {
    @Override
    public void serialize(Span value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeArray(new int[] {value.start(), value.end()}, 0, 2);
    }
  }

  /** Reads a span from {@code [start, end]}. */
  private static final class SpanReader extends JsonDeserializer<Span> {
    @Override
    public Span deserialize(JsonParser json, DeserializationContext context) throws IOException {
      int[] pair = context.readValue(json, int[].class);
      if (pair.length != 2) {
        throw context.instantiationException(Span.class, "a span is [start, end]");
      }
      return new Span(pair[0], pair[1]);
    }
  }
}
