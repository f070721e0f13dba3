package dev.tipoff.io.alerts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Stands before an SMTP server: what a client may meet there before it gets to the server. */
public final class SmtpFront implements AutoCloseable {
  /** What becomes of a connection. */
  @FunctionalInterface
  public interface Service {
    void serve(Socket client) throws IOException;
  }

  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private SmtpFront(ServerSocket listening) {
    this.listening = listening;
  }

  public static SmtpFront start(Service service) throws IOException {
    SmtpFront front = new SmtpFront(new ServerSocket(0, 50, InetAddress.getByName("localhost")));
    front.threads.execute(() -> front.listen(service));
    return front;
  }

  /** TLS from the first byte, and then the server at a port. */
  public static SmtpFront implicitTls(SSLContext context, int behind) throws IOException {
    return start(
        client -> {
          try (Socket server = new Socket("localhost", behind)) {
            join(secured(context, client), server);
          }
        });
  }

  /** The server at a port with the offer of STARTTLS, which it has not itself. */
  public static SmtpFront startTls(SSLContext context, int behind) throws IOException {
    return start(
        client -> {
          try (Socket server = new Socket("localhost", behind)) {
            reply(server, client, "");
            for (String said = line(client); !said.equals("STARTTLS\r\n"); said = line(client)) {
              write(server, said);
              reply(server, client, "250-STARTTLS\r\n");
            }
            write(client, "220 Go ahead\r\n");
            join(secured(context, client), server);
          }
        });
  }

  public int port() {
    return listening.getLocalPort();
  }

  private void listen(Service service) {
    try {
      while (!listening.isClosed()) {
        Socket client = listening.accept();
        threads.execute(() -> serve(service, client));
      }
    } catch (IOException e) {
      // The test is over.
      threads.shutdown();
    }
  }

  private static void serve(Service service, Socket client) {
    try (client) {
      service.serve(client);
    } catch (IOException e) {
      // The client has left, which tests want it to do.
      Thread.currentThread().interrupt();
    }
  }

  /** The connection once TLS stands. */
  public static Socket secured(SSLContext context, Socket client) throws IOException {
    SSLSocket secured =
        (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  /** Hands on what each says to the other until one has said all. */
  private static void join(Socket client, Socket server) throws IOException {
    Thread answers =
        new Thread(
            () -> {
              try {
                server.getInputStream().transferTo(client.getOutputStream());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    answers.setUncaughtExceptionHandler((thread, e) -> thread.interrupt());
    answers.start();
    client.getInputStream().transferTo(server.getOutputStream());
  }

  /** Hands on a reply, and says something of its own before the reply's last line. */
  private static void reply(Socket server, Socket client, String own) throws IOException {
    String said = line(server);
    while (said.charAt(3) == '-') {
      write(client, said);
      said = line(server);
    }
    write(client, own + said);
  }

  private static String line(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    while (line.indexOf("\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the other side has left");
      }
      line.append((char) next);
    }
    return line.toString();
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }
}
