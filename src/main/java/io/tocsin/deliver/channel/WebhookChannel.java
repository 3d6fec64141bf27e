package io.tocsin.deliver.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.model.Alert;
import io.tocsin.outbound.OutboundClient;
import io.tocsin.settings.Secret;
import io.tocsin.wire.Json;
import java.time.Instant;
import java.util.List;

/**
 * Posts signed JSON by Standard Webhooks: {@code {type, timestamp, data}}, where data is the alert,
 * or a list of them when several leave together.
 */
public final class WebhookChannel implements Channel {

  private final OutboundClient client;
  private final HttpDoor door;
  private final Signature signature;

  /**
   * A channel to one address.
   *
   * @param client closed with the channel
   */
  public WebhookChannel(OutboundClient client, Secret url, Secret secret) {
    this.client = client;
    this.door = new HttpDoor(client, url, secret);
    this.signature = new Signature(secret);
  }

  @Override
  public String target() {
    return door.target();
  }

  @Override
  public Answer send(Message message, Instant now) {
    byte[] body = body(message);
    return door.post(body, signature.headers(message.id(), now, body), now);
  }

  private static byte[] body(Message message) {
    List<Alert> changes = message.changes();
    Alert last = changes.get(changes.size() - 1);
    try {
      return changes.size() == 1
          ? Json.MAPPER.writeValueAsBytes(
              new One("alert." + last.state().word(), last.changedAt(), last))
          : Json.MAPPER.writeValueAsBytes(new Several("alerts", last.changedAt(), changes));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write an alert as JSON", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /**
   * One change of one alert.
   *
   * @param type {@code alert.opened}, {@code alert.updated} or {@code alert.resolved}
   * @param timestamp event time of the change
   * @param data the alert as on {@code news.alerts}
   */
  record One(String type, Instant timestamp, Alert data) {}

  /**
   * Several changes.
   *
   * @param type {@code alerts}
   * @param timestamp event time of the last
   * @param data the alerts as on {@code news.alerts}
   */
  record Several(String type, Instant timestamp, List<Alert> data) {}
}
