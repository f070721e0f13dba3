package dev.tipoff.io.history;

import java.io.Serializable;

/**
 * A row and where it stands.
 *
 * @param file the file's path
 * @param line the line it begins on, the header being line 1
 * @param row the row itself
 */
record FileRow<T>(String file, long line, T row) implements Serializable {
  String place() {
    return file + ":" + line;
  }
}
