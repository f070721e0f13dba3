package dev.tipoff.io.espn;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.JsonBody;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A page of ESPN's site, which brings what it shows along as JSON in a script. */
final class EspnPage {
  private static final String NAME = "window['__espnfitt__']=";

  private EspnPage() {}

  /**
   * What a page about a game shows.
   *
   * @throws BadBodyException if it is no such page
   */
  static BodyNode game(Body body) throws BadBodyException {
    for (Element script : Jsoup.parse(body.text()).select("script")) {
      String code = script.data();
      int start = code.indexOf(NAME);
      if (start >= 0) {
        String json = code.substring(start + NAME.length()).strip();
        BodyNode root =
            BodyNode.object(
                JsonBody.tree(json.endsWith(";") ? json.substring(0, json.length() - 1) : json),
                "");
        return root.object("page").object("content").object("gamepackage");
      }
    }
    throw new BadBodyException("not a page of ESPN: no script has " + NAME);
  }
}
