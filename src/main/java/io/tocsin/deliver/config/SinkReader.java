package io.tocsin.deliver.config;

import io.tocsin.model.Alert;
import io.tocsin.model.Severity;
import io.tocsin.outbound.OutboundPolicy;
import io.tocsin.outbound.OutboundRefusedException;
import io.tocsin.settings.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one entry of the file of sinks. */
final class SinkReader {

  private static final List<String> COMMON = List.of("id", "type", "route", "pace");
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);
  private static final int SECRET_BYTES = 24;
  private static final Duration REPEAT = Duration.ofMinutes(1);
  private static final Duration SHORTEST_REPEAT = Duration.ofSeconds(5);
  private static final Template SLACK_TEXT = Template.of("*{severity}* {state}: {summary}");
  private static final Template PLAIN_TEXT = Template.of("{severity} {state}: {summary}");

  private final Findings findings;
  private final SecretReference secrets;
  private final OutboundPolicy policy;

  SinkReader(Findings findings, SecretReference secrets, OutboundPolicy policy) {
    this.findings = findings;
    this.secrets = secrets;
    this.policy = policy;
  }

  /** The sink; null after a finding that leaves nothing of it. */
  @Nullable SinkSpec read(Node item) {
    // Keys of all types, so that the type can be read at all; those of its own are checked below.
    Block any = Block.of(item, "a sink", everyKey(), findings);
    if (any == null) {
      return null;
    }
    Kind kind = any.word("type", Kind.values(), null);
    if (kind == null) {
      if (any.value("type") == null) {
        any.needed("type", "webhook");
      }
      return null;
    }
    String name = "a sink of the type " + any.text("type");
    Block block = Block.of(item, name, keys(kind), findings);
    String id = any.needed("id", "desk");
    if (id != null && !id.matches("[a-z0-9][a-z0-9-]{0,49}")) {
      any.problem("id", "'" + id + "' is no id: small letters, digits and '-', at most 50");
    }
    Target target = block == null ? null : target(kind, block);
    if (block == null || id == null || target == null) {
      return null;
    }
    return new SinkSpec(
        id, target, route(block), grouping(block, kind), pace(block, kind), quiet(block));
  }

  /** The types of sinks. */
  private enum Kind {
    WEBHOOK,
    SLACK,
    TEAMS,
    ALERTMANAGER,
    ALERTMANAGER_WEBHOOK,
    EMAIL
  }

  /** Keys that only some types have. */
  private static List<String> own(Kind kind) {
    return switch (kind) {
      case WEBHOOK -> List.of("url", "secret", "group", "quiet");
      case SLACK, TEAMS -> List.of("url", "text", "group", "quiet");
      case ALERTMANAGER -> List.of("url", "token", "repeat");
      case ALERTMANAGER_WEBHOOK -> List.of("url", "token", "group", "quiet");
      case EMAIL -> MailReader.KEYS;
    };
  }

  private static Grouping standardGrouping(Kind kind) {
    return switch (kind) {
      case WEBHOOK, ALERTMANAGER, ALERTMANAGER_WEBHOOK -> Grouping.ALONE;
      case SLACK, TEAMS -> Grouping.COALESCED;
      case EMAIL -> MailReader.GROUPING;
    };
  }

  private static Duration standardPace(Kind kind) {
    return switch (kind) {
      case WEBHOOK, ALERTMANAGER, ALERTMANAGER_WEBHOOK -> Duration.ZERO;
      case SLACK, TEAMS -> Duration.ofSeconds(1);
      case EMAIL -> Duration.ZERO;
    };
  }

  private static List<String> keys(Kind kind) {
    return Stream.concat(COMMON.stream(), own(kind).stream()).toList();
  }

  private static List<String> everyKey() {
    return Stream.concat(
            COMMON.stream(), Stream.of(Kind.values()).flatMap(kind -> own(kind).stream()))
        .distinct()
        .toList();
  }

  private @Nullable Target target(Kind kind, Block block) {
    if (kind == Kind.EMAIL) {
      return MailReader.read(block, secrets, text(block, PLAIN_TEXT));
    }
    Secret url = url(block);
    return switch (kind) {
      case EMAIL -> null;
      case WEBHOOK -> {
        Secret secret = signing(block);
        yield url == null || secret == null ? null : new Target.Webhook(url, secret);
      }
      case SLACK -> url == null ? null : new Target.Slack(url, text(block, SLACK_TEXT));
      case TEAMS -> url == null ? null : new Target.Teams(url, text(block, PLAIN_TEXT));
      case ALERTMANAGER -> {
        Secret token = token(block);
        Duration repeat = block.duration("repeat", REPEAT, Duration.ofHours(1));
        if (repeat.compareTo(SHORTEST_REPEAT) < 0) {
          block.problem("repeat", "'repeat' must be 5s or more");
        }
        yield url == null ? null : new Target.Alertmanager(url, token, repeat);
      }
      case ALERTMANAGER_WEBHOOK ->
          url == null ? null : new Target.AlertmanagerWebhook(url, token(block));
    };
  }

  private @Nullable Secret token(Block block) {
    return block.value("token") == null ? null : secrets.needed(block, "token");
  }

  private static Template text(Block block, Template standard) {
    String text = block.text("text");
    if (text == null) {
      return standard;
    }
    try {
      return Template.of(text);
    } catch (IllegalArgumentException e) {
      block.problem("text", "'text': " + e.getMessage());
      return standard;
    }
  }

  private @Nullable Secret url(Block block) {
    Secret url = secrets.address(block, "url", "https://hooks.example.org/tocsin");
    if (url == null) {
      return null;
    }
    try {
      policy.checkForm(new URI(url.reveal()));
      return url;
    } catch (URISyntaxException e) {
      // The exception quotes the URL, which is a secret.
      block.problem("url", "'url' is no URL");
    } catch (OutboundRefusedException e) {
      block.problem("url", "'url': " + e.getMessage());
    }
    return null;
  }

  private @Nullable Secret signing(Block block) {
    Secret secret = secrets.needed(block, "secret");
    if (secret != null && secret.reveal().length() < SECRET_BYTES) {
      block.problem("secret", "the secret is short; make one with `openssl rand -base64 32`");
      return null;
    }
    return secret;
  }

  private Route route(Block sink) {
    Block block = sink.block("route", "'route'", List.of("severity", "rules", "states", "labels"));
    if (block == null) {
      return Route.ALL;
    }
    Severity severity = block.word("severity", Severity.values(), Severity.INFO);
    Set<Alert.State> states = EnumSet.noneOf(Alert.State.class);
    for (String text : block.texts("states")) {
      Block.word(text, Alert.State.values())
          .ifPresentOrElse(
              states::add,
              () ->
                  block.problem(
                      "states", "'" + text + "' is none of " + Block.words(Alert.State.values())));
    }
    return new Route(
        Objects.requireNonNull(severity),
        new HashSet<>(block.texts("rules")),
        states,
        block.map("labels"));
  }

  private static Grouping grouping(Block sink, Kind kind) {
    Block block = sink.block("group", "'group'", List.of("by", "window", "most"));
    if (block == null) {
      return standardGrouping(kind);
    }
    return new Grouping(
        true,
        block.texts("by"),
        block.duration("window", standardGrouping(kind).window(), LONGEST_WAIT),
        block.number("most", Grouping.COALESCED.most(), 1, 200));
  }

  private static Duration pace(Block sink, Kind kind) {
    return sink.duration("pace", standardPace(kind), Duration.ofHours(1));
  }

  private static @Nullable QuietHours quiet(Block sink) {
    Block block = sink.block("quiet", "'quiet'", List.of("from", "to", "zone", "except"));
    if (block == null) {
      return null;
    }
    String right = "a time of day such as \"22:00\"";
    block.needed("from", "\"22:00\"");
    block.needed("to", "\"07:00\"");
    LocalTime from = block.read("from", LocalTime.MIN, LocalTime::parse, right);
    LocalTime to = block.read("to", LocalTime.NOON, LocalTime::parse, right);
    if (from.equals(to)) {
      block.problem("to", "'from' and 'to' are the same; quiet hours must end");
    }
    ZoneId zone =
        block.read("zone", ZoneId.of("UTC"), ZoneId::of, "a time zone such as Europe/Berlin");
    return new QuietHours(from, to, zone, block.word("except", Severity.values(), null));
  }
}
