package io.tocsin.deliver.config;

import io.tocsin.settings.Secret;

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
}
