package dev.tipoff.io.alerts;

import com.google.common.base.Throwables;
import com.google.common.collect.Comparators;
import com.google.common.util.concurrent.SimpleTimeLimiter;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.TimeLimiter;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.http.Redaction;
import dev.tipoff.io.secrets.Secret;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mails to an SMTP server, only over TLS and only to the host that it is meant for. Each is
 * over by its deadline: the mail library has a time limit for each read, and none for a server that
 * trickles.
 */
final class SmtpRelay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpRelay.class);

  /** What a reason repeats of what the server said. */
  private static final int QUOTED_CHARACTERS = 300;

  private final DeclaredMail declared;
  private final SSLSocketFactory tls;
  private final Duration deadline;
  private final Session session;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          new ThreadFactoryBuilder().setNameFormat("tipoff-mail-%d").setDaemon(true).build());
  private final TimeLimiter limiter = SimpleTimeLimiter.create(threads);

  /**
   * @param tls knows whose certificates are trusted
   */
  SmtpRelay(DeclaredMail declared, SSLSocketFactory tls) {
    this.declared = declared;
    this.tls = tls;
    this.deadline = Comparators.min(declared.deadline(), Deadline.OUTSIDE_CALL);
    this.session = Session.getInstance(properties(tls));
  }

  /** A relay whose certificate has to be one that this machine trusts. */
  static SmtpRelay open(DeclaredMail declared) {
    try {
      return new SmtpRelay(declared, SSLContext.getDefault().getSocketFactory());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java cannot speak TLS", e);
    }
  }

  private static Properties properties(SSLSocketFactory tls) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.auth", "true");
    properties.setProperty("mail.smtp.starttls.required", "true");
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.socketFactory", tls);
    properties.setProperty("mail.smtp.quitwait", "false");
    return properties;
  }

  /**
   * Sends a mail.
   *
   * @throws UnsentAlertException if the server has not taken it within the deadline
   */
  void send(Message mail, ChannelSecret password) throws UnsentAlertException {
    Redaction redaction = redaction(password);
    AtomicBoolean isTaken = new AtomicBoolean();
    // Whatever a thread still waits for at the end, closing its socket ends that.
    try (Socket socket = new Socket()) {
      limiter.callWithTimeout(
          () -> {
            hand(mail, password.value(), socket, isTaken);
            return isTaken;
          },
          deadline);
    } catch (TimeoutException | ExecutionException | IOException e) {
      if (!isTaken.get()) {
        throw new UnsentAlertException("mail: " + reason(e, redaction));
      }
      LOG.debug("The server took the mail; taking leave of it failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnsentAlertException("mail: interrupted");
    }
  }

  private void hand(Message mail, Secret password, Socket socket, AtomicBoolean isTaken)
      throws IOException, MessagingException {
    int millis = Math.toIntExact(deadline.toMillis());
    socket.setSoTimeout(millis);
    // With the name that was declared, which the library would else look up by the address.
    InetAddress address =
        InetAddress.getByAddress(
            declared.host(), InetAddress.getByName(declared.host()).getAddress());
    socket.connect(new InetSocketAddress(address, declared.port()), millis);
    SMTPTransport transport =
        new SMTPTransport(
            session,
            new URLName(
                "smtp",
                declared.host(),
                declared.port(),
                null,
                declared.user(),
                password.reveal()));
    transport.connect(
        declared.security() == DeclaredMail.Security.IMPLICIT_TLS ? secured(socket) : socket);
    transport.sendMessage(mail, mail.getAllRecipients());
    isTaken.set(true);
    transport.close();
  }

  private SSLSocket secured(Socket socket) throws IOException {
    SSLSocket secured =
        (SSLSocket) tls.createSocket(socket, declared.host(), declared.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static Redaction redaction(ChannelSecret password) throws UnsentAlertException {
    try {
      return Redaction.of(password.reference(), password.value());
    } catch (IllegalArgumentException e) {
      throw new UnsentAlertException("mail: " + e.getMessage());
    }
  }

  private static String reason(Exception error, Redaction redaction) {
    Throwable cause = Throwables.getRootCause(error);
    if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
      return "the deadline passed";
    }
    Throwable said =
        error instanceof ExecutionException && error.getCause() != null ? error.getCause() : error;
    String text = said == cause ? cause.toString() : said.getMessage() + ": " + cause;
    return AlertText.cut(AlertText.oneLine(redaction.text(text)), QUOTED_CHARACTERS);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
