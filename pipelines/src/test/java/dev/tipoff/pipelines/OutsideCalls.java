package dev.tipoff.pipelines;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.tipoff.io.deadline.Deadline;

/** Calls that leave the process: who may make them, and that none is without a deadline. */
final class OutsideCalls {
  /** The classes that call outside, each of them the only one that calls what it calls. */
  static final ImmutableSet<String> CALLERS =
      ImmutableSet.of(
          "dev.tipoff.io.alerts.SmtpRelay",
          "dev.tipoff.io.http.Wire",
          "dev.tipoff.io.secrets.SecretManagerSecrets",
          "dev.tipoff.io.warehouse.BigQueryRestClient",
          "dev.tipoff.io.files.StorageFolder");

  /** Types whose every call goes outside, with those that extend them. */
  private static final ImmutableSet<String> CONNECTIONS =
      ImmutableSet.of(
          "java.net.Socket",
          "java.net.URLConnection",
          "java.net.http.HttpClient",
          "java.nio.channels.SocketChannel",
          "javax.net.SocketFactory",
          "com.google.api.client.http.HttpTransport",
          "com.google.cloud.storage.Storage",
          "com.slack.api.Slack",
          "com.slack.api.util.http.SlackHttpClient",
          "io.sentry.IScopes",
          "io.sentry.ISentryClient",
          "io.sentry.Sentry",
          "io.sentry.transport.ITransport",
          "jakarta.mail.Transport",
          "okhttp3.Call",
          "okhttp3.Call$Factory",
          // All of Google's clients over gRPC, that of Secret Manager among them.
          "com.google.api.gax.core.BackgroundResource",
          "org.apache.beam.sdk.extensions.gcp.util.Transport",
          "org.jsoup.Connection");

  /** Methods that go outside, of types that do other things too. */
  private static final ImmutableSetMultimap<String, String> METHODS =
      ImmutableSetMultimap.<String, String>builder()
          .putAll("java.net.URL", "openConnection", "openStream", "getContent")
          .put("org.jsoup.Jsoup", "connect")
          .build();

  private static final DescribedPredicate<JavaCall<?>> LEAVES_THE_PROCESS =
      describe(
          "it leaves the process",
          call ->
              CONNECTIONS.stream().anyMatch(call.getTargetOwner()::isAssignableTo)
                  || METHODS.containsEntry(call.getTargetOwner().getName(), call.getName()));

  private static final DescribedPredicate<JavaClass> CALLS_OUTSIDE =
      describe("call outside", type -> CALLERS.contains(type.getName()));

  static final ArchRule BY_THEIR_CALLERS_ONLY =
      noClasses()
          .that(not(CALLS_OUTSIDE))
          .should()
          .callCodeUnitWhere(LEAVES_THE_PROCESS)
          .because("every call outside has a deadline, which the classes that call outside keep");

  static final ArchRule WITH_A_DEADLINE =
      classes()
          .that(CALLS_OUTSIDE)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Deadline.class)
          .because("nothing waits for the outside without a deadline");

  private OutsideCalls() {}
}
