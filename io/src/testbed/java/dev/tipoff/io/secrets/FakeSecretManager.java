package dev.tipoff.io.secrets;

import com.google.api.gax.core.CredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.cloud.secretmanager.v1.AccessSecretVersionRequest;
import com.google.cloud.secretmanager.v1.AccessSecretVersionResponse;
import com.google.cloud.secretmanager.v1.SecretManagerServiceGrpc;
import com.google.cloud.secretmanager.v1.SecretManagerServiceSettings;
import com.google.cloud.secretmanager.v1.SecretPayload;
import com.google.protobuf.ByteString;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.CRC32C;

/** A Secret Manager on a port of this machine, that answers as it is told. */
public final class FakeSecretManager extends SecretManagerServiceGrpc.SecretManagerServiceImplBase
    implements AutoCloseable {
  public static final String PROJECT = "our-project";

  /** Answers a request, or does not. */
  public interface Answer {
    void to(StreamObserver<AccessSecretVersionResponse> caller);
  }

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Server server;

  private FakeSecretManager() throws IOException {
    server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .addService(this)
            .build()
            .start();
  }

  public static FakeSecretManager start() throws IOException {
    return new FakeSecretManager();
  }

  @Override
  public void accessSecretVersion(
      AccessSecretVersionRequest request, StreamObserver<AccessSecretVersionResponse> caller) {
    requests.add(request.getName());
    answers.getOrDefault(request.getName(), refusal(Status.NOT_FOUND)).to(caller);
  }

  /** The names of the versions that were asked for, in order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /**
   * @param version {@code NAME/versions/latest} for instance
   */
  public void answer(String version, Answer answer) {
    answers.put("projects/" + PROJECT + "/secrets/" + version, answer);
  }

  public static Answer value(String value) {
    return value(ByteString.copyFromUtf8(value));
  }

  static Answer value(ByteString value) {
    CRC32C checksum = new CRC32C();
    checksum.update(value.asReadOnlyByteBuffer());
    return value(value, checksum.getValue());
  }

  static Answer value(ByteString value, long checksum) {
    return caller -> {
      caller.onNext(
          AccessSecretVersionResponse.newBuilder()
              .setPayload(SecretPayload.newBuilder().setData(value).setDataCrc32C(checksum))
              .build());
      caller.onCompleted();
    };
  }

  public static Answer refusal(Status status) {
    return caller -> caller.onError(status.asRuntimeException());
  }

  static Answer silence() {
    return caller -> {};
  }

  SecretManagerSecrets secrets(Duration deadline) {
    return secrets(deadline, NoCredentialsProvider.create());
  }

  SecretManagerSecrets secrets(Duration deadline, CredentialsProvider credentials) {
    return secrets(port(), deadline, credentials);
  }

  public int port() {
    return server.getPort();
  }

  /** The profile of production with its Secret Manager on a port of this machine. */
  public static SecretsAccess access(int port, Duration deadline) {
    return SecretsAccess.of("production", PROJECT, null)
        .withManager(project -> secrets(port, deadline, NoCredentialsProvider.create()));
  }

  private static SecretManagerSecrets secrets(
      int port, Duration deadline, CredentialsProvider credentials) {
    return new SecretManagerSecrets(
        PROJECT,
        deadline,
        () ->
            SecretManagerServiceSettings.newBuilder()
                .setTransportChannelProvider(
                    SecretManagerServiceSettings.defaultGrpcTransportProviderBuilder()
                        .setEndpoint("127.0.0.1:" + port)
                        .setChannelConfigurator(ManagedChannelBuilder::usePlaintext)
                        .build())
                .setCredentialsProvider(credentials));
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
