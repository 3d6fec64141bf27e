package io.tocsin.serve.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Which topic it is: a topic that was deleted and created again has the same name and offsets that
 * mean something else.
 */
final class TopicIdentity {
  private static final long PATIENCE_SECONDS = 15;

  private TopicIdentity() {}

  /**
   * The name, and the id that the cluster gave it.
   *
   * @throws IllegalStateException when the cluster does not answer or the topic is not there
   */
  static String of(Map<String, String> clientProperties, String topic) {
    try (Admin admin = Admin.create(Map.copyOf(clientProperties))) {
      TopicDescription found =
          Objects.requireNonNull(
              admin
                  .describeTopics(List.of(topic))
                  .allTopicNames()
                  .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                  .get(topic));
      return topic + " " + found.topicId();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalStateException(
          "cannot describe " + topic + ": " + cause.getMessage(), cause);
    }
  }
}
