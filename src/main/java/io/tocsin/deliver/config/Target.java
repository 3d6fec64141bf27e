package io.tocsin.deliver.config;

import io.tocsin.settings.Secret;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sink is and where. Addresses of webhooks let anybody post who knows them: secrets. */
public sealed interface Target {

  /** The word in the file, such as {@code webhook}. */
  String type();

  /**
   * A signed request per message, by Standard Webhooks.
   *
   * @param url where
   * @param secret what requests are signed with
   */
  record Webhook(Secret url, Secret secret) implements Target {
    @Override
    public String type() {
      return "webhook";
    }
  }

  /**
   * An incoming webhook of Slack, or of what speaks like it, such as Mattermost.
   *
   * @param url where
   * @param text the line for each alert
   */
  record Slack(Secret url, Template text) implements Target {
    @Override
    public String type() {
      return "slack";
    }
  }

  /**
   * A workflow of Microsoft Teams that takes Adaptive Cards.
   *
   * @param url where
   * @param text the line for each alert
   */
  record Teams(Secret url, Template text) implements Target {
    @Override
    public String type() {
      return "teams";
    }
  }

  /**
   * The API of a Prometheus Alertmanager, which sends, groups and silences by itself.
   *
   * @param url its base, such as {@code http://alertmanager:9093}
   * @param token for a proxy before it; null for none
   * @param repeat how often it is told that an alert is still open
   */
  record Alertmanager(Secret url, @Nullable Secret token, Duration repeat) implements Target {
    @Override
    public String type() {
      return "alertmanager";
    }
  }

  /**
   * A receiver of what an Alertmanager sends to webhooks.
   *
   * @param url where
   * @param token sent as a bearer; null for none
   */
  record AlertmanagerWebhook(Secret url, @Nullable Secret token) implements Target {
    @Override
    public String type() {
      return "alertmanager_webhook";
    }
  }

  /**
   * E-mail over SMTP.
   *
   * @param server who sends it on
   * @param from sender
   * @param to receivers, at least one
   * @param text the line for each alert
   */
  record Email(MailServer server, String from, List<String> to, Template text) implements Target {
    /** Copies the list. */
    public Email {
      to = List.copyOf(to);
    }

    @Override
    public String type() {
      return "email";
    }
  }
}
