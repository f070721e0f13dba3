package dev.tipoff.pipelines.command;

import com.google.common.base.Preconditions;
import dev.tipoff.io.secrets.DeniedSecretException;
import dev.tipoff.io.secrets.MissingSecretException;
import dev.tipoff.io.secrets.SecretException;
import dev.tipoff.io.secrets.SecretReference;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.io.secrets.SecretsAccess;
import dev.tipoff.pipelines.launch.CommandFailedException;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.SecretsInUse;
import dev.tipoff.pipelines.options.SourcesOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code secrets check}: whether the secrets in use resolve, and nothing of their values. */
final class SecretsCommand {
  private static final String LINE = "%-39s %-12s %-9s %-33s %s";

  private SecretsCommand() {}

  static void run(String[] args, Report report) {
    Preconditions.checkArgument(
        args.length > 0 && args[0].equals("check"), "say what to do with them: secrets check");
    SourcesOptions options =
        Launcher.options(Arrays.copyOfRange(args, 1, args.length), SourcesOptions.class);
    SecretsAccess access = options.getSecretsAccess();
    check(SecretsInUse.of(options), access.open(), access::place, report);
  }

  /**
   * Tries them all and says how each is.
   *
   * @param place where a secret is looked for
   * @throws CommandFailedException if one that is needed does not resolve
   */
  static void check(
      List<SecretsInUse> all,
      Secrets secrets,
      Function<SecretReference, String> place,
      Report report) {
    report.line(LINE, "secret", "status", "", "for", "looked for in");
    int needed = 0;
    int lacking = 0;
    for (SecretsInUse each : all) {
      Optional<SecretException> problem = problem(each.reference(), secrets);
      report.line(
          LINE,
          each.reference(),
          problem.map(SecretsCommand::status).orElse("resolves"),
          each.isNeeded() ? "needed" : "optional",
          each.purpose(),
          place.apply(each.reference()));
      if (each.isNeeded()) {
        needed++;
        lacking += problem.isPresent() ? 1 : 0;
        problem.ifPresent(why -> report.line("  %s", String.valueOf(why.getMessage())));
      }
    }
    if (lacking > 0) {
      throw new CommandFailedException(
          String.format("%d of %d needed secrets do not resolve, see above", lacking, needed));
    }
  }

  static Optional<SecretException> problem(SecretReference reference, Secrets secrets) {
    try {
      secrets.fetch(reference);
      return Optional.empty();
    } catch (SecretException e) {
      return Optional.of(e);
    }
  }

  private static String status(SecretException problem) {
    return problem instanceof MissingSecretException
        ? "missing"
        : problem instanceof DeniedSecretException ? "denied" : "unavailable";
  }
}
