package dev.tipoff.io.warehouse;

import com.google.common.io.BaseEncoding;
import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.io.alerts.BudgetUnavailableException;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.files.StorageFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Claims as objects in Cloud Storage, each created only if it is absent: of all workers that try
 * the service lets one. A claim's object holds the claim and its holder, a line each, so that
 * nothing else that is answered passes for one; a life-cycle rule of the bucket may delete them
 * after some days.
 */
final class StorageAlertBudget implements AlertBudget {
  private final StorageFolder folder;

  /**
   * @param deadline for each call, with all its attempts
   */
  StorageAlertBudget(StorageFolder.Service service, String location, Duration deadline) {
    this.folder =
        StorageFolder.at(location.replaceAll("/+$", "") + "/alert-claims", service, deadline);
  }

  /** The claims in a folder, reached with the credentials of the machine that asks. */
  static Source in(String location) {
    return in(location, StorageFolder.Service.GOOGLE, Deadline.OUTSIDE_CALL);
  }

  /** As above, in a service of which the caller says where it is. */
  static Source in(String location, StorageFolder.Service service, Duration deadline) {
    return () -> {
      try {
        return new StorageAlertBudget(service, location, deadline);
      } catch (RuntimeException e) {
        throw new BudgetUnavailableException("the claims in " + location + " cannot be opened", e);
      }
    };
  }

  @Override
  public String take(String claim, String holder) {
    boolean isNew;
    try {
      isNew = folder.create(name(claim), claim + "\n" + holder);
    } catch (IOException e) {
      throw unavailable(claim, e);
    }
    // One that is there may be what an attempt of ours made whose answer was lost.
    return isNew
        ? holder
        : holder(claim).orElseThrow(() -> unavailable(claim, "it is taken, and gone", null));
  }

  @Override
  public Optional<String> holder(String claim) {
    Optional<String> content;
    try {
      content = folder.read(name(claim));
    } catch (IOException e) {
      throw unavailable(claim, e);
    }
    if (content.isPresent() && !content.get().startsWith(claim + "\n")) {
      throw unavailable(claim, "its object is no claim", null);
    }
    return content.map(text -> text.substring(claim.length() + 1));
  }

  /** Claims have characters that names of objects do not like. */
  private static String name(String claim) {
    return BaseEncoding.base64Url().omitPadding().encode(claim.getBytes(StandardCharsets.UTF_8));
  }

  private BudgetUnavailableException unavailable(String claim, IOException why) {
    return unavailable(claim, String.valueOf(why.getMessage()), why.getCause());
  }

  private BudgetUnavailableException unavailable(
      String claim, String why, @Nullable Throwable cause) {
    return new BudgetUnavailableException(
        String.format("the claim %s in %s cannot be asked: %s", claim, folder, why), cause);
  }

  @Override
  public void close() {
    folder.close();
  }
}
