package dev.tipoff.io.alerts;

import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.transforms.alerts.Alert;
import java.util.ArrayList;
import java.util.List;

/** A channel that keeps what it is sent, and takes it or not as it is told. */
class FakeChannel implements DeclaredChannel {
  private static final long serialVersionUID = 1L;

  final transient List<Alert> taken = new ArrayList<>();
  transient int tried;
  transient boolean refuses;
  transient boolean stumbles;
  private final String id;

  FakeChannel(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean takes(Alert alert) {
    return true;
  }

  @Override
  public AlertChannel open(Secrets secrets) {
    return new AlertChannel() {
      @Override
      public void send(Alert alert) throws UnsentAlertException {
        tried++;
        if (stumbles) {
          throw new IllegalStateException("a defect");
        }
        if (refuses) {
          throw new UnsentAlertException(id + ": status 503");
        }
        taken.add(alert);
      }

      @Override
      public void close() {}
    };
  }
}
