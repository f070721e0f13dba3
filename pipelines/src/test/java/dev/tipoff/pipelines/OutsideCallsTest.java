package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.Assert.assertThrows;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.cloud.secretmanager.v1.SecretManagerServiceClient;
import com.google.cloud.secretmanager.v1.stub.SecretManagerServiceStub;
import com.google.cloud.storage.Storage;
import com.slack.api.Slack;
import com.slack.api.util.http.SlackHttpClient;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.sentry.IScopes;
import io.sentry.ISentryClient;
import io.sentry.Sentry;
import io.sentry.SentryEnvelope;
import io.sentry.SentryEvent;
import io.sentry.transport.ITransport;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
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
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.apache.beam.sdk.extensions.gcp.util.Transport;
import org.eclipse.angus.mail.smtp.SMTPTransport;
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

  private static final class Mails {
    void call(Message mail) throws MessagingException {
      jakarta.mail.Transport.send(mail);
    }
  }

  private static final class MailsBySmtp {
    void call(SMTPTransport transport) throws MessagingException {
      transport.connect("localhost", "user", "");
    }
  }

  private static final class TellsSlack {
    Object call(Slack slack) throws IOException {
      return slack.send("http://localhost", "");
    }
  }

  private static final class MakesSlack {
    Object call() {
      return Slack.getInstance();
    }
  }

  private static final class PostsToSlack {
    Object call(SlackHttpClient client) throws IOException {
      return client.postJsonBody("http://localhost", "");
    }
  }

  private static final class TellsSentry {
    Object call() {
      return Sentry.captureMessage("");
    }
  }

  private static final class TellsSentryInScopes {
    Object call(IScopes scopes) {
      return scopes.captureEvent(new SentryEvent());
    }
  }

  private static final class TellsSentryByClient {
    Object call(ISentryClient client) {
      return client.captureEvent(new SentryEvent());
    }
  }

  private static final class SendsToSentry {
    void call(ITransport transport, SentryEnvelope envelope) throws IOException {
      transport.send(envelope);
    }
  }

  private static final class MakesOkHttpClient {
    Object call() {
      return new OkHttpClient();
    }
  }

  private static final class CallsByOkHttp {
    Object call(Call call) throws IOException {
      return call.execute();
    }
  }

  private static final class ReadsObject {
    Object call(Storage storage) {
      return storage.readAllBytes("bucket", "object");
    }
  }

  private static final class AccessesSecret {
    Object call(SecretManagerServiceClient client, String name) {
      return client.accessSecretVersion(name);
    }
  }

  private static final class AccessesSecretByStub {
    Object call(SecretManagerServiceStub stub) {
      return stub.accessSecretVersionCallable();
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
            TakesTransport.class,
            Mails.class,
            MailsBySmtp.class,
            TellsSlack.class,
            MakesSlack.class,
            PostsToSlack.class,
            TellsSentry.class,
            TellsSentryInScopes.class,
            TellsSentryByClient.class,
            SendsToSentry.class,
            MakesOkHttpClient.class,
            CallsByOkHttp.class,
            ReadsObject.class,
            AccessesSecret.class,
            AccessesSecretByStub.class)) {
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
