package io.tocsin.deliver.channel;

import io.tocsin.model.Alert;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Alertmanager sends to webhooks, version 4, so that everything which takes that takes ours.
 */
public final class AlertmanagerWebhookFormat implements Format {

  /** How Go writes a time that is not set; receivers compare with it. */
  private static final String NEVER = "0001-01-01T00:00:00Z";

  private static final int FINGERPRINT_BYTES = 8;

  private final String receiver;

  /**
   * A format.
   *
   * @param receiver id of the sink
   */
  public AlertmanagerWebhookFormat(String receiver) {
    this.receiver = receiver;
  }

  @Override
  public Map<String, Object> body(Message message, Instant now) {
    List<Alert> newest = message.newest();
    List<Map<String, Object>> alerts = new ArrayList<>();
    newest.forEach(alert -> alerts.add(alert(alert, now)));
    boolean firing = newest.stream().anyMatch(alert -> alert.state() != Alert.State.RESOLVED);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", "4");
    body.put("groupKey", "{}/" + message.id());
    body.put("truncatedAlerts", 0);
    body.put("status", firing ? "firing" : "resolved");
    body.put("receiver", receiver);
    body.put("groupLabels", Map.of());
    body.put("commonLabels", common(newest.stream().map(AlertmanagerFormat::labels).toList()));
    body.put(
        "commonAnnotations", common(newest.stream().map(AlertmanagerFormat::annotations).toList()));
    body.put("externalURL", "");
    body.put("alerts", alerts);
    return body;
  }

  private static Map<String, Object> alert(Alert alert, Instant now) {
    boolean resolved = alert.state() == Alert.State.RESOLVED;
    Map<String, String> labels = AlertmanagerFormat.labels(alert);
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("status", resolved ? "resolved" : "firing");
    one.put("labels", labels);
    one.put("annotations", AlertmanagerFormat.annotations(alert));
    one.put("startsAt", alert.startsAt().toString());
    one.put("endsAt", resolved ? AlertmanagerFormat.resolvedAt(alert, now).toString() : NEVER);
    one.put("generatorURL", "");
    one.put("fingerprint", fingerprint(labels));
    return one;
  }

  /** The same labels have the same fingerprint; receivers find an alert again by it. */
  private static String fingerprint(Map<String, String> labels) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(labels.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Map<String, String> common(List<Map<String, String>> all) {
    Map<String, String> common = new TreeMap<>(all.get(0));
    all.forEach(one -> common.entrySet().retainAll(one.entrySet()));
    return common;
  }
}
