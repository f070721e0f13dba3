package dev.tipoff.io.balldontlie;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceError;
import java.util.List;
import java.util.Set;

/**
 * The list that every body of balldontlie is: {@code data}, and {@code meta} where it has pages.
 */
final class BdlList {
  private static final Set<String> META = Set.of("next_cursor", "prev_cursor", "per_page");

  private BdlList() {}

  /** The entries of a page. */
  static List<BodyNode> read(Body body, ParsedRows rows) throws BadBodyException {
    BodyNode page = JsonBody.object(body);
    SourceError.refuse(page, "data");
    page.expect(rows, Set.of("data"), Set.of("meta"));
    if (page.has("meta")) {
      page.object("meta").expect(rows, Set.of(), META);
    }
    return page.objects("data");
  }
}
