package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.Assert.assertThrows;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.apache.beam.sdk.extensions.gcp.util.Transport;
import org.junit.Test;

/** That the rule on calls outside finds them, each in a class that makes one. */
public class OutsideCallsTest {
  private static final class OpensStream {
    Object call(URL url) throws IOException {
      return url.openStream();
    }
  }

  private static final class OpensConnection {
    Object call(URL url) throws IOException {
      return url.openConnection();
    }
  }

  private static final class Reads {
    Object call(HttpURLConnection connection) throws IOException {
      return connection.getInputStream();
    }
  }

  private static final class Connects {
    Object call() throws IOException {
      return new Socket("localhost", 1);
    }
  }

  private static final class ConnectsSafely {
    Object call() throws IOException {
      return SSLSocketFactory.getDefault().createSocket();
    }
  }

  private static final class OpensChannel {
    Object call() throws IOException {
      return SocketChannel.open();
    }
  }

  private static final class MakesClient {
    Object call() {
      return HttpClient.newHttpClient();
    }
  }

  private static final class Sends {
    Object call(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static final class MakesTransport {
    Object call() {
      return new NetHttpTransport();
    }
  }

  private static final class TakesTransport {
    Object call() {
      return Transport.getTransport();
    }
  }

  @Test
  public void everyCallOutsideIsFound() {
    for (Class<?> caller :
        List.of(
            OpensStream.class,
            OpensConnection.class,
            Reads.class,
            Connects.class,
            ConnectsSafely.class,
            OpensChannel.class,
            MakesClient.class,
            Sends.class,
            MakesTransport.class,
            TakesTransport.class)) {
      AssertionError found =
          assertThrows(
              caller.getSimpleName(),
              AssertionError.class,
              () ->
                  OutsideCalls.BY_THEIR_CALLERS_ONLY.check(
                      new ClassFileImporter().importClasses(caller)));
      assertThat(found.getMessage(), containsString(caller.getSimpleName() + ".call("));
    }
  }
}
