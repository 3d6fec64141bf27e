package io.tocsin.deliver.config;

import io.tocsin.settings.Secret;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what only sinks of the type email have. */
final class MailReader {

  static final List<String> KEYS =
      List.of(
          "host", "port", "security", "user", "password", "from", "to", "text", "group", "quiet");

  /** Nobody wants ten mails about one minute. */
  static final Grouping GROUPING = new Grouping(true, List.of(), Duration.ofSeconds(30), 50);

  private MailReader() {}

  static @Nullable Target read(Block block, SecretReference secrets, Template text) {
    String host = block.needed("host", "mail.example.org");
    MailServer.Security security =
        block.word("security", MailServer.Security.values(), MailServer.Security.STARTTLS);
    int port = block.number("port", port(Objects.requireNonNull(security)), 1, 65_535);
    String user = block.text("user");
    Secret password = user == null ? null : secrets.needed(block, "password");
    if (user == null && block.value("password") != null) {
      block.problem("password", "'password' needs 'user' beside it");
    }
    if (user != null && security == MailServer.Security.NONE) {
      block.problem("security", "a password must not go over an open line: take starttls or tls");
    }
    String from = address(block, "from", block.needed("from", "tocsin@example.org"));
    List<String> to = block.texts("to");
    if (to.isEmpty()) {
      block.problem("to", "'to' must hold at least one address, such as to: [desk@example.org]");
    }
    to.forEach(one -> address(block, "to", one));
    if (host == null || from == null) {
      return null;
    }
    return new Target.Email(new MailServer(host, port, security, user, password), from, to, text);
  }

  private static int port(MailServer.Security security) {
    return switch (security) {
      case STARTTLS -> 587;
      case TLS -> 465;
      case NONE -> 25;
    };
  }

  private static @Nullable String address(Block block, String key, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      new InternetAddress(text, true).validate();
    } catch (AddressException e) {
      block.problem(key, "'" + text + "' is no mail address");
    }
    return text;
  }
}
