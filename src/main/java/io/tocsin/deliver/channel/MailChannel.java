package io.tocsin.deliver.channel;

import io.tocsin.deliver.channel.Answer.Failed;
import io.tocsin.deliver.channel.Answer.Taken;
import io.tocsin.deliver.config.MailServer;
import io.tocsin.deliver.config.Target;
import io.tocsin.settings.Secret;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Sends e-mail in plain text over SMTP, one connection for each message. The message id stays the
 * same at every attempt, so that mail programs show a repetition once.
 */
public final class MailChannel implements Channel {

  private static final int SHOWN = 200;

  private final Target.Email mail;
  private final MailText text;
  private final DeadlineSockets sockets;
  private final Session session;

  /**
   * A channel to one server.
   *
   * @param limit for everything from the connection to the last answer
   */
  public MailChannel(Target.Email mail, Duration limit) {
    this.mail = mail;
    this.text = new MailText(mail.text());
    this.sockets = new DeadlineSockets(limit);
    this.session = Session.getInstance(properties(mail.server(), sockets, limit));
  }

  private static Properties properties(MailServer server, DeadlineSockets sockets, Duration limit) {
    Properties properties = new Properties();
    String millis = Long.toString(limit.toMillis());
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.socketFactory", sockets);
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    // The name that we greet with; looked up it could take longer than the rest.
    properties.put("mail.smtp.localhost", "tocsin");
    properties.put("mail.smtp.auth", Boolean.toString(server.user() != null));
    switch (server.security()) {
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
      case NONE -> properties.put("mail.smtp.starttls.enable", "false");
    }
    return properties;
  }

  @Override
  public String target() {
    return mail.server().host();
  }

  @Override
  public Answer send(Message message, Instant now) {
    try (DeadlineSockets.Watch watch = sockets.watch()) {
      Transport transport = session.getTransport("smtp");
      try {
        return deliver(transport, mime(message, now));
      } catch (MessagingException e) {
        return watch.isOver() ? new Failed(null, "no answer in time", false, null) : failed(e);
      } finally {
        hangUp(transport);
      }
    } catch (MessagingException e) {
      return failed(e);
    }
  }

  private Taken deliver(Transport transport, MimeMessage mime) throws MessagingException {
    MailServer server = mail.server();
    Secret password = server.password();
    transport.connect(
        server.host(), server.port(), server.user(), password == null ? null : password.reveal());
    transport.sendMessage(mime, mime.getAllRecipients());
    return new Taken(null);
  }

  private static void hangUp(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // What was taken is taken, however the conversation ends.
    }
  }

  private MimeMessage mime(Message message, Instant now) throws MessagingException {
    MimeMessage mime = new FixedId(session, "<" + message.id() + "@tocsin>");
    mime.setFrom(new InternetAddress(mail.from()));
    for (String one : mail.to()) {
      mime.addRecipient(RecipientType.TO, new InternetAddress(one));
    }
    mime.setSubject(text.subject(message), StandardCharsets.UTF_8.name());
    mime.setText(text.body(message), StandardCharsets.UTF_8.name());
    mime.setSentDate(Date.from(now));
    // Tells holiday notices and mailing lists not to answer.
    mime.setHeader("Auto-Submitted", "auto-generated");
    mime.saveChanges();
    return mime;
  }

  /** The server's words may hold our password only if it repeats them; its code is enough. */
  private Failed failed(MessagingException failure) {
    @Nullable Exception cause = failure;
    while (cause != null) {
      if (cause instanceof AuthenticationFailedException) {
        return new Failed(null, "the login was refused", false, null);
      }
      if (cause instanceof SMTPAddressFailedException address) {
        return answered(address.getReturnCode(), address.getMessage());
      }
      if (cause instanceof SMTPSendFailedException sending && sending.getNextException() == null) {
        return answered(sending.getReturnCode(), sending.getMessage());
      }
      if (cause instanceof SSLException) {
        return new Failed(
            null, "TLS: " + PlainText.line(String.valueOf(cause.getMessage())), false, null);
      }
      if (cause instanceof IOException) {
        return new Failed(null, "no connection, or it broke off", false, null);
      }
      cause = cause instanceof MessagingException more ? more.getNextException() : null;
    }
    String said = PlainText.line(String.valueOf(failure.getMessage()));
    return new Failed(null, PlainText.shorten(clean(said), SHOWN), false, null);
  }

  private Failed answered(int code, @Nullable String said) {
    boolean busy = code == 421 || (code >= 450 && code <= 452);
    String detail = PlainText.shorten(clean(PlainText.line(String.valueOf(said))), SHOWN);
    return new Failed(code, detail, busy, null);
  }

  private String clean(String said) {
    Secret password = mail.server().password();
    return password == null ? said : said.replace(password.reveal(), "***");
  }

  @Override
  public void close() {
    sockets.close();
  }

  /** A message whose id is not made anew at every attempt. */
  private static final class FixedId extends MimeMessage {
    private final String id;

    FixedId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
