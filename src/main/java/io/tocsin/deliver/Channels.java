package io.tocsin.deliver;

import io.tocsin.deliver.channel.AlertmanagerFormat;
import io.tocsin.deliver.channel.AlertmanagerWebhookFormat;
import io.tocsin.deliver.channel.Channel;
import io.tocsin.deliver.channel.JsonChannel;
import io.tocsin.deliver.channel.MailChannel;
import io.tocsin.deliver.channel.SlackFormat;
import io.tocsin.deliver.channel.TeamsFormat;
import io.tocsin.deliver.channel.WebhookChannel;
import io.tocsin.deliver.config.SinkSpec;
import io.tocsin.deliver.config.Target;
import io.tocsin.outbound.OutboundClient;
import io.tocsin.outbound.OutboundLimits;
import io.tocsin.outbound.OutboundPolicy;
import io.tocsin.settings.Secret;
import java.time.Duration;

/** What each type of sink is made of. */
final class Channels {

  private static final OutboundLimits LIMITS =
      new OutboundLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), 8_192);

  /** Several answers are waited for; a server may look up who we are before the first. */
  private static final Duration MAIL = Duration.ofSeconds(30);

  private final OutboundPolicy policy;

  Channels(OutboundPolicy policy) {
    this.policy = policy;
  }

  /** A channel with connections of its own. */
  Channel open(SinkSpec sink) {
    Target target = sink.target();
    if (target instanceof Target.Webhook webhook) {
      return new WebhookChannel(client(), webhook.url(), webhook.secret());
    }
    if (target instanceof Target.Slack slack) {
      return new JsonChannel(client(), slack.url(), null, new SlackFormat(slack.text()));
    }
    if (target instanceof Target.Teams teams) {
      return new JsonChannel(client(), teams.url(), null, new TeamsFormat(teams.text()));
    }
    if (target instanceof Target.Alertmanager manager) {
      String base = manager.url().reveal().replaceAll("/+$", "");
      return new JsonChannel(
          client(),
          new Secret(base + "/api/v2/alerts"),
          manager.token(),
          new AlertmanagerFormat(manager.repeat()));
    }
    if (target instanceof Target.AlertmanagerWebhook webhook) {
      return new JsonChannel(
          client(), webhook.url(), webhook.token(), new AlertmanagerWebhookFormat(sink.id()));
    }
    if (target instanceof Target.Email email) {
      return new MailChannel(email, MAIL);
    }
    throw new IllegalStateException("no channel for " + target.type());
  }

  /** An empty outbox as the sink needs it. */
  static Outbox outbox(SinkSpec sink, Schedule schedule) {
    return sink.target() instanceof Target.Alertmanager manager
        ? new BoardOutbox(manager.repeat(), sink.pace(), schedule)
        : new QueueOutbox(sink, schedule);
  }

  private OutboundClient client() {
    return new OutboundClient(policy, LIMITS);
  }
}
