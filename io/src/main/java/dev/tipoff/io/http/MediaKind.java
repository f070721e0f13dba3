package dev.tipoff.io.http;

/** What a source sends. */
public enum MediaKind {
  JSON("application/json, text/plain;q=0.9, */*;q=0.8") {
    @Override
    boolean isStart(String start) {
      return start.startsWith("{") || start.startsWith("[");
    }
  },
  PDF("application/pdf, */*;q=0.8") {
    @Override
    boolean isStart(String start) {
      return start.contains("%PDF-");
    }
  },
  HTML("text/html, application/xhtml+xml, */*;q=0.8") {
    @Override
    boolean isStart(String start) {
      return start.startsWith("<");
    }
  },
  CSV("text/csv, text/plain;q=0.9, */*;q=0.8") {
    @Override
    boolean isStart(String start) {
      return !start.isEmpty()
          && start.indexOf('\0') < 0
          && !JSON.isStart(start)
          && !PDF.isStart(start)
          && !HTML.isStart(start);
    }
  };

  private final String accept;

  MediaKind(String accept) {
    this.accept = accept;
  }

  /** The value of the header {@code Accept}. */
  String accept() {
    return accept;
  }

  /**
   * Whether a body of this kind may begin like this.
   *
   * @param start one character for each byte, without byte order mark and leading white space
   */
  abstract boolean isStart(String start);
}
