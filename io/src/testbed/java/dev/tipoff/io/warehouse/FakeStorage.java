package dev.tipoff.io.warehouse;

import com.google.cloud.NoCredentials;
import com.google.cloud.storage.StorageOptions;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.io.files.StorageFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of Cloud Storage's JSON interface as creating an object, also only if it is absent,
 * reading and deleting one and listing a folder takes. It can lose the answers of the next requests after doing what they ask.
 */
public final class FakeStorage implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern CACHE = Pattern.compile("\"cacheControl\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern BUCKET = Pattern.compile("/b/[^/?]+(\\?.*)?$");
  private static final Pattern LIST = Pattern.compile("/b/([^/]+)/o\\?(?:.*&)?prefix=([^&]*)");
  private static final Pattern OBJECT = Pattern.compile("/b/([^/]+)/o/([^/?]+)");
  private static final Pattern BODY =
      Pattern.compile("\r\n\r\n((?:(?!\r\n--).)*)\r\n--[^\r\n]*--\\s*$", Pattern.DOTALL);

  private final Map<String, String> objects = new ConcurrentHashMap<>();
  private final Map<String, String> caches = new ConcurrentHashMap<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpServer server;

  public FakeStorage() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Claims in a Cloud Storage on a port of this machine. */
  public static AlertBudget.Source claims(int port, Duration deadline) {
    return StorageAlertBudget.in("gs://tipoff-temp/runs", service(port), deadline);
  }

  /** A Cloud Storage on a port of this machine. */
  public static StorageFolder.Service service(int port) {
    return () ->
        StorageOptions.newBuilder()
            .setHost("http://localhost:" + port)
            .setProjectId("tipoff")
            .setCredentials(NoCredentials.getInstance());
  }

  public int requests() {
    return requests.get();
  }

  /** Names of the objects, with their contents. */
  public Map<String, String> objects() {
    return objects;
  }

  /** What was said of how long a reader may keep each object. */
  public Map<String, String> caches() {
    return caches;
  }

  /** Does what the next so many requests ask, and answers them with an error all the same. */
  public void loseAnswers(int count) {
    failures.set(count);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String uri = exchange.getRequestURI().toString();
      Reply reply =
          switch (exchange.getRequestMethod()) {
            case "POST" -> create(uri, body);
            case "DELETE" -> delete(uri);
            default -> read(uri);
          };
      Reply sent =
          failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? new Reply(503, "{}") : reply;
      byte[] bytes = sent.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(sent.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Reply create(String uri, String body) {
    Matcher name = NAME.matcher(body);
    Matcher content = BODY.matcher(body);
    if (!name.find() || !content.find()) {
      return new Reply(400, "{}");
    }
    if (!uri.contains("ifGenerationMatch=0")) {
      objects.put(name.group(1), content.group(1));
      Matcher cache = CACHE.matcher(body);
      caches.put(name.group(1), cache.find() ? cache.group(1) : "");
      return new Reply(200, "{\"bucket\":\"b\",\"name\":\"o\",\"generation\":\"1\"}");
    }
    return objects.putIfAbsent(name.group(1), content.group(1)) == null
        ? new Reply(200, "{\"bucket\":\"b\",\"name\":\"o\",\"generation\":\"1\"}")
        : new Reply(412, "{\"error\":{\"code\":412,\"message\":\"conditionNotMet\"}}");
  }

  private Reply delete(String uri) {
    Matcher object = OBJECT.matcher(uri);
    return object.find()
            && objects.remove(URLDecoder.decode(object.group(2), StandardCharsets.UTF_8)) != null
        ? new Reply(204, "")
        : new Reply(404, "{\"error\":{\"code\":404,\"message\":\"no such object\"}}");
  }

  private Reply read(String uri) {
    if (BUCKET.matcher(uri).find()) {
      return new Reply(200, "{\"kind\":\"storage#bucket\",\"location\":\"US\"}");
    }
    Matcher list = LIST.matcher(uri);
    if (list.find()) {
      return new Reply(200, list(list.group(1), URLDecoder.decode(list.group(2), StandardCharsets.UTF_8)));
    }
    Matcher object = OBJECT.matcher(uri);
    if (!object.find()) {
      return new Reply(400, "{}");
    }
    String content = objects.get(URLDecoder.decode(object.group(2), StandardCharsets.UTF_8));
    return content == null
        ? new Reply(404, "{\"error\":{\"code\":404,\"message\":\"no such object\"}}")
        : new Reply(200, content);
  }

  /** The objects whose names begin with a text. */
  private String list(String bucket, String prefix) {
    return objects.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .sorted()
        .map(
            name ->
                String.format(
                    "{\"kind\":\"storage#object\",\"bucket\":\"%s\",\"name\":\"%s\",\"size\":\"%d\","
                        + "\"updated\":\"2025-11-04T12:00:00Z\"}",
                    bucket, name, objects.get(name).getBytes(StandardCharsets.UTF_8).length))
        .collect(
            Collectors.joining(",", "{\"kind\":\"storage#objects\",\"items\":[", "]}"));
  }

  private record Reply(int status, String body) {}

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
