package io.tocsin.deliver.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deliver.AlertMaker;
import io.tocsin.deliver.config.MailServer;
import io.tocsin.deliver.config.Target;
import io.tocsin.deliver.config.Template;
import io.tocsin.model.Alert;
import io.tocsin.model.Severity;
import io.tocsin.outbound.SelfSigned;
import io.tocsin.settings.Secret;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** E-mail to a real mail server of this machine. */
@Timeout(60)
class MailChannelTest {

  private static final Instant NOW = AlertMaker.NOON;
  private static final Template LINE = Template.of("{severity} {state}: {summary}");

  private final List<byte[]> got = new CopyOnWriteArrayList<>();
  private volatile int rejection;

  @Test
  void aMessageArrivesAsPlainTextWithItsEvidence() throws Exception {
    // Given
    SMTPServer server = server(builder());
    Alert alert =
        AlertMaker.change(
            "a", 1, Alert.State.OPENED, Severity.CRITICAL, "Häfen zu\r\nBcc: all@example.org");

    // When
    Answer answer =
        send(mail(server.getPortAllocated(), MailServer.Security.NONE, null), List.of(alert));

    // Then
    assertThat(answer).isEqualTo(new Answer.Taken(null));
    MimeMessage mail = mail(0);
    assertThat(mail.getSubject())
        .isEqualTo("critical opened: Exia: 12 articles in 10 minutes, 10 asked for");
    assertThat(mail.getAllRecipients()).hasSize(2);
    assertThat(mail.getMessageID()).isEqualTo("<a.1@tocsin>");
    assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(mail.getContentType()).startsWith("text/plain");
    assertThat((String) mail.getContent())
        .contains("Häfen zu Bcc: all@example.org — harbour-gazette.example")
        .contains("https://harbour-gazette.example/a/a")
        .contains("The harbour of Exia was closed on Monday.");
    server.stop();
  }

  @Test
  void severalAlertsAreOneMail() throws Exception {
    // Given
    SMTPServer server = server(builder());

    // When
    send(
        mail(server.getPortAllocated(), MailServer.Security.NONE, null),
        List.of(AlertMaker.opened("a"), AlertMaker.opened("b"), AlertMaker.resolved("a", 2)));

    // Then
    assertThat(got).hasSize(1);
    assertThat(mail(0).getSubject()).startsWith("2 alerts: warning resolved: Exia");
    server.stop();
  }

  @Test
  void aServerThatRefusesForNowIsBusyAndOneThatRefusesForGoodIsNot() throws Exception {
    // Given
    SMTPServer server = server(builder());
    Target.Email mail = mail(server.getPortAllocated(), MailServer.Security.NONE, null);

    // When
    rejection = 451;
    Answer busy = send(mail, List.of(AlertMaker.opened("a")));
    rejection = 554;
    Answer refused = send(mail, List.of(AlertMaker.opened("a")));

    // Then
    assertThat(busy)
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> {
              assertThat(failed.status()).isEqualTo(451);
              assertThat(failed.busy()).isTrue();
            });
    assertThat(refused)
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> {
              assertThat(failed.status()).isEqualTo(554);
              assertThat(failed.busy()).isFalse();
              assertThat(failed.detail()).contains("not today");
            });
    server.stop();
  }

  @Test
  void whereTheLineCannotBeSealedNothingIsSaid() throws Exception {
    // Given
    SMTPServer server = server(builder());

    // When
    Answer answer =
        send(
            mail(server.getPortAllocated(), MailServer.Security.STARTTLS, "canary"),
            List.of(AlertMaker.opened("a")));

    // Then
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Failed.class, failed -> assertThat(failed.detail()).contains("STARTTLS"));
    assertThat(got).isEmpty();
    server.stop();
  }

  @Test
  void aCertificateThatNobodyVouchesForIsAFailure(@TempDir Path folder) throws Exception {
    // Given
    SelfSigned certificate = SelfSigned.of("mail.example.org", folder);
    SMTPServer server = server(builder().enableTLS().startTlsSocketFactory(certificate.server()));

    // When
    Answer answer =
        send(
            mail(server.getPortAllocated(), MailServer.Security.STARTTLS, "canary"),
            List.of(AlertMaker.opened("a")));

    // Then
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.detail()).contains("TLS").doesNotContain("canary"));
    assertThat(got).isEmpty();
    server.stop();
  }

  @Test
  void aLoginIsTriedAndItsRefusalIsToldWithoutThePassword() throws Exception {
    // Given
    SMTPServer server =
        server(
            builder()
                .requireAuth()
                .showAuthCapabilitiesBeforeSTARTTLS(true)
                .authenticationHandlerFactory(
                    new EasyAuthenticationHandlerFactory(
                        (user, password, context) -> {
                          if (!password.equals("right")) {
                            throw new LoginFailedException("no entry for " + password);
                          }
                        })));
    int port = server.getPortAllocated();

    // When
    Answer wrong =
        send(mail(port, MailServer.Security.NONE, "canary"), List.of(AlertMaker.opened("a")));
    Answer right =
        send(mail(port, MailServer.Security.NONE, "right"), List.of(AlertMaker.opened("a")));

    // Then
    assertThat(wrong).isEqualTo(new Answer.Failed(null, "the login was refused", false, null));
    assertThat(right).isEqualTo(new Answer.Taken(null));
    server.stop();
  }

  @Test
  void aServerThatTricklesIsLeftWhenTheTimeIsOver() throws IOException {
    // Given
    CountDownLatch done = new CountDownLatch(1);
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread trickle =
          new Thread(
              () -> {
                try (Socket caller = door.accept()) {
                  caller.getOutputStream().write('2');
                  done.await();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      trickle.start();
      try (MailChannel channel =
          new MailChannel(
              mail(door.getLocalPort(), MailServer.Security.NONE, null), Duration.ofMillis(500))) {

        // When
        Answer answer = channel.send(new Message("m", List.of(AlertMaker.opened("a"))), NOW);

        // Then
        assertThat(answer).isEqualTo(new Answer.Failed(null, "no answer in time", false, null));
      }
    } finally {
      done.countDown();
    }
  }

  @Test
  void aPortWhereNobodyListensIsAFailure() {
    // When
    Answer answer = send(mail(1, MailServer.Security.NONE, null), List.of(AlertMaker.opened("a")));

    // Then
    assertThat(answer)
        .isEqualTo(new Answer.Failed(null, "no connection, or it broke off", false, null));
  }

  private static Answer send(Target.Email mail, List<Alert> changes) {
    try (MailChannel channel = new MailChannel(mail, Duration.ofSeconds(20))) {
      return channel.send(new Message("a.1", changes), NOW);
    }
  }

  private static Target.Email mail(
      int port, MailServer.Security security, @Nullable String password) {
    MailServer server =
        new MailServer(
            "127.0.0.1",
            port,
            security,
            password == null ? null : "desk",
            password == null ? null : new Secret(password));
    return new Target.Email(
        server, "tocsin@example.org", List.of("one@example.org", "two@example.org"), LINE);
  }

  private SMTPServer.Builder builder() {
    return new SMTPServer.Builder()
        .bindAddress(InetAddress.getLoopbackAddress())
        .port(0)
        .hostName("mail.example.org")
        .messageHandler(
            (context, from, to, data) -> {
              if (rejection > 0) {
                throw new RejectException(rejection, "not today");
              }
              got.add(data);
            });
  }

  private static SMTPServer server(SMTPServer.Builder builder) {
    SMTPServer server = builder.build();
    server.start();
    return server;
  }

  private MimeMessage mail(int index) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(got.get(index)));
  }
}
