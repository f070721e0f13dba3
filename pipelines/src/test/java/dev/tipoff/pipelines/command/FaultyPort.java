package dev.tipoff.pipelines.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A port of this machine behind which something is wrong; it counts who comes. */
final class FaultyPort implements AutoCloseable {
  private static final String PAGE = "<!DOCTYPE html><title>Please sign in</title>";
  private static final int BETWEEN_BYTES_MILLIS = 50;

  /** Who speaks first, and how it refuses. */
  enum Protocol {
    HTTP(
        "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", true),
    SMTP("421 4.3.2 Service not available\r\n", false);

    private final String refusal;
    private final boolean clientBegins;

    Protocol(String refusal, boolean clientBegins) {
      this.refusal = refusal;
      this.clientBegins = clientBegins;
    }
  }

  private final OutsideFault fault;
  private final Protocol protocol;
  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();

  private FaultyPort(OutsideFault fault, Protocol protocol, ServerSocket listening) {
    this.fault = fault;
    this.protocol = protocol;
    this.listening = listening;
  }

  static FaultyPort open(OutsideFault fault, Protocol protocol) throws IOException {
    FaultyPort port =
        new FaultyPort(
            fault, protocol, new ServerSocket(0, 50, InetAddress.getByName("localhost")));
    if (fault == OutsideFault.REFUSED) {
      port.listening.close();
    } else {
      port.threads.execute(port::listen);
    }
    return port;
  }

  int port() {
    return listening.getLocalPort();
  }

  String address() {
    return "http://localhost:" + port();
  }

  int connections() {
    return connections.get();
  }

  private void listen() {
    try {
      while (!listening.isClosed()) {
        Socket socket = listening.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // The test is over.
      threads.shutdown();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setSoTimeout(BETWEEN_BYTES_MILLIS);
      if (protocol.clientBegins) {
        readHead(socket);
      }
      String all =
          switch (fault) {
            case REFUSED, HANG -> "";
            case TRICKLE -> protocol.clientBegins ? "HTTP/1.1 200 OK\r\nX-Header: " : "220-";
            case ERROR -> protocol.refusal;
            case GARBAGE -> "\u0016\u0003\u0001\u0000ztqp\u00ff\u00fe\r\n\r\n";
            case PAGE ->
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: "
                    + PAGE.length()
                    + "\r\n\r\n"
                    + PAGE;
          };
      write(socket, all);
      if (fault == OutsideFault.GARBAGE) {
        socket.shutdownOutput();
      }
      untilLeft(socket, fault == OutsideFault.TRICKLE ? "x" : "");
    } catch (SocketException e) {
      // The client has left, which is what it should do.
      connections.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readHead(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      try {
        int next = socket.getInputStream().read();
        if (next < 0) {
          throw new SocketException("the client has left");
        }
        head.append((char) next);
      } catch (SocketTimeoutException e) {
        // A client may pause between connecting and asking.
        head.trimToSize();
      }
    }
  }

  private static void untilLeft(Socket socket, String nowAndThen) throws IOException {
    boolean isThere = true;
    while (isThere) {
      try {
        isThere = socket.getInputStream().read() >= 0;
      } catch (SocketTimeoutException e) {
        write(socket, nowAndThen);
      }
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }
}
