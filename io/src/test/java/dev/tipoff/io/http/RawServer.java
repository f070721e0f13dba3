package dev.tipoff.io.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that does to a connection what no decent one does. It keeps connections open. */
public final class RawServer implements AutoCloseable {
  /** A good answer. */
  public static final Answer FINE =
      socket -> write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");

  /** What the server does once a request's head has come. It may close the socket. */
  @FunctionalInterface
  public interface Answer {
    void to(Socket socket) throws IOException;
  }

  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private RawServer(ServerSocket listening) {
    this.listening = listening;
  }

  public static RawServer start() {
    try {
      RawServer server = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      server.threads.execute(server::listen);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers requests for a path; all others get {@link #FINE}. */
  public RawServer answer(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  public URI address() {
    return URI.create("http://localhost:" + listening.getLocalPort());
  }

  /** The paths of all requests that came, in their order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void listen() {
    try {
      while (!listening.isClosed()) {
        Socket socket = listening.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // The test is over.
      threads.shutdown();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String path = path(socket.getInputStream());
      while (!path.isEmpty()) {
        requests.add(path);
        answers.getOrDefault(path, FINE).to(socket);
        path = socket.isClosed() ? "" : path(socket.getInputStream());
      }
    } catch (SocketException e) {
      // The client has closed the connection, which is its way to give up.
      threads.isShutdown();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a request's head; empty if the connection has ended. */
  private static String path(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString().split(" ", 3)[1];
  }

  public static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  /** Says something, and then nothing more until the client gives up. */
  public static Answer hang(String start) {
    return socket -> {
      write(socket, start);
      if (socket.getInputStream().read() >= 0) {
        throw new IOException("a request while one is open");
      }
      socket.close();
    };
  }

  /** Says something, and then a byte now and then until the client gives up. */
  public static Answer drip(String start) {
    return socket -> {
      write(socket, start);
      socket.setSoTimeout(50);
      boolean open = true;
      while (open) {
        try {
          open = socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
          write(socket, " ");
        }
      }
      socket.close();
    };
  }

  /** Says something and ends the connection. */
  public static Answer end(String start) {
    return socket -> {
      write(socket, start);
      socket.close();
    };
  }

  /** Says something and breaks the connection. */
  public static Answer reset(String start) {
    return socket -> {
      write(socket, start);
      socket.setSoLinger(true, 0);
      socket.close();
    };
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
