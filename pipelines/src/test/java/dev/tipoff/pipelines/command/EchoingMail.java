package dev.tipoff.pipelines.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tipoff.io.alerts.SmtpFront;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;

/** A mail server that repeats the password in all that it says once it knows it. */
final class EchoingMail implements AutoCloseable {
  private final SSLContext tls;
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final List<String> passwords = new CopyOnWriteArrayList<>();
  private final AtomicBoolean refuses = new AtomicBoolean();
  private final SmtpFront front;

  private EchoingMail(SSLContext tls) throws IOException {
    this.tls = tls;
    this.front = SmtpFront.start(this::serve);
  }

  static EchoingMail start(SSLContext tls) throws IOException {
    return new EchoingMail(tls);
  }

  int port() {
    return front.port();
  }

  /** From now on no password is the right one. */
  void refuse() {
    refuses.set(true);
  }

  /** How often the password came. */
  long received() {
    return passwords.stream().filter(MarkedSecret.SMTP_PASSWORD.marker()::equals).count();
  }

  private void serve(Socket plain) throws IOException {
    say(plain, "220 localhost");
    Socket client = greeted(plain, "250-localhost\r\n250 STARTTLS", "STARTTLS");
    say(client, "220 go ahead");
    client = SmtpFront.secured(tls, client);
    Conversation secured = new Conversation(client);
    secured.converse();
  }

  /** Reads byte by byte, since what follows may be TLS. */
  private static Socket greeted(Socket client, String greeting, String last) throws IOException {
    StringBuilder said = new StringBuilder();
    while (said.indexOf(last + "\r\n") < 0) {
      int next = client.getInputStream().read();
      if (next < 0) {
        throw new IOException("the client has left");
      }
      said.append((char) next);
      if (said.toString().startsWith("EHLO") && said.toString().endsWith("\r\n")) {
        said.setLength(0);
        say(client, greeting);
      }
    }
    return client;
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write((text + "\r\n").getBytes(ISO_8859_1));
    client.getOutputStream().flush();
  }

  private final class Conversation {
    private final Socket client;
    private final BufferedReader lines;
    private String echo = "";

    Conversation(Socket client) throws IOException {
      this.client = client;
      this.lines = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
    }

    void converse() throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String verb = line.split("[ :]", 2)[0];
        switch (verb) {
          case "EHLO" -> say(client, "250-localhost\r\n250 AUTH PLAIN");
          case "AUTH" -> authenticate(line.substring("AUTH PLAIN ".length()));
          case "DATA" -> {
            say(client, "354 go ahead" + echo);
            mails.add(mail());
            say(client, "250 queued" + echo);
          }
          case "QUIT" -> {
            say(client, "221 bye" + echo);
            return;
          }
          default -> say(client, "250 ok" + echo);
        }
      }
    }

    private void authenticate(String encoded) throws IOException {
      String password = new String(Base64.getDecoder().decode(encoded), UTF_8).split("\0")[2];
      passwords.add(password);
      echo = " " + password + " " + encoded;
      say(client, (refuses.get() ? "535 wrong" : "235 welcome") + echo);
    }

    private String mail() throws IOException {
      StringBuilder mail = new StringBuilder();
      for (String line = lines.readLine();
          line != null && !line.equals(".");
          line = lines.readLine()) {
        mail.append(line).append("\r\n");
      }
      return mail.toString();
    }
  }

  /** The mails that it took, as they came and with their headers and parts decoded. */
  Map<String, byte[]> places() throws IOException, MessagingException {
    Map<String, byte[]> places = new TreeMap<>();
    for (int i = 0; i < mails.size(); i++) {
      MimeMessage mail =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(mails.get(i).getBytes(ISO_8859_1)));
      StringBuilder text = new StringBuilder(mails.get(i)).append(mail.getSubject());
      for (Header header : Collections.list(mail.getAllHeaders())) {
        text.append(header.getName()).append(": ").append(header.getValue()).append('\n');
      }
      Multipart parts = (Multipart) mail.getContent();
      for (int j = 0; j < parts.getCount(); j++) {
        BodyPart part = parts.getBodyPart(j);
        text.append(part.getContent());
      }
      places.put("mail " + (i + 1), text.toString().getBytes(UTF_8));
    }
    return places;
  }

  @Override
  public void close() throws IOException {
    front.close();
  }
}
