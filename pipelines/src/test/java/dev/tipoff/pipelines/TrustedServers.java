package dev.tipoff.pipelines;

import dev.tipoff.io.alerts.LocalhostCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.junit.rules.ExternalResource;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.TestRule;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;

/**
 * Servers on this machine with a certificate that this process trusts as long as they are up, and a
 * folder with the secrets that they want.
 */
public abstract class TrustedServers implements TestRule {
  private final TemporaryFolder folder = new TemporaryFolder();
  private final LocalhostCertificate certificate = new LocalhostCertificate();
  private SSLContext trusted;

  @Override
  public final Statement apply(Statement base, Description description) {
    return RuleChain.outerRule(folder)
        .around(certificate)
        .around(
            new ExternalResource() {
              @Override
              protected void before() throws IOException, NoSuchAlgorithmException {
                trusted = SSLContext.getDefault();
                SSLContext.setDefault(certificate.context());
                start();
              }

              @Override
              protected void after() {
                stop();
                SSLContext.setDefault(trusted);
              }
            })
        .apply(base, description);
  }

  protected abstract void start() throws IOException;

  protected abstract void stop();

  protected final SSLContext certificate() {
    return certificate.context();
  }

  /** Keeps a secret more. */
  public final void secret(String name, String value) throws IOException {
    Path file = secrets().resolve(name);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, value);
  }

  public final Path secrets() {
    return folder.getRoot().toPath();
  }
}
