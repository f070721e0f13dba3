package dev.tipoff.pipelines.template;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** JSON held against a class of Google's interfaces, which themselves pass over what they lack. */
final class StrictJson {
  private final List<String> unknown = new ArrayList<>();

  private StrictJson() {}

  /**
   * The paths of fields that the class, or one inside of it, does not know.
   *
   * @throws IOException if the text is no JSON, or a field has a value of the wrong kind
   */
  static <T extends GenericJson> List<String> unknownFields(String text, Class<T> type)
      throws IOException {
    StrictJson strict = new StrictJson();
    strict.see(type.getSimpleName(), GsonFactory.getDefaultInstance().fromString(text, type));
    return strict.unknown;
  }

  private void see(String path, Object value) {
    if (value instanceof GenericJson json) {
      json.getUnknownKeys().keySet().forEach(key -> unknown.add(path + "." + key));
    }
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> see(path + "." + key, each));
    } else if (value instanceof Collection<?> list) {
      list.forEach(each -> see(path, each));
    }
  }
}
