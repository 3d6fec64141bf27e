package io.tocsin.deliver.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.outbound.OutboundClient;
import io.tocsin.settings.Secret;
import io.tocsin.wire.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts JSON in a format of somebody else. */
public final class JsonChannel implements Channel {

  private final OutboundClient client;
  private final HttpDoor door;
  private final Format format;
  private final Map<String, String> headers;

  /**
   * A channel to one address.
   *
   * @param client closed with the channel
   * @param token sent as a bearer; null for none
   */
  public JsonChannel(OutboundClient client, Secret url, @Nullable Secret token, Format format) {
    this.client = client;
    this.format = format;
    this.door = token == null ? new HttpDoor(client, url) : new HttpDoor(client, url, token);
    this.headers = token == null ? Map.of() : Map.of("Authorization", "Bearer " + token.reveal());
  }

  @Override
  public String target() {
    return door.target();
  }

  @Override
  public Answer send(Message message, Instant now) {
    try {
      byte[] body = Json.MAPPER.writeValueAsBytes(format.body(message, now));
      return door.post(body, headers, now);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write an alert as JSON", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
