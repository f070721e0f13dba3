package dev.tipoff.io.site;

import dev.tipoff.transforms.model.Market;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The controls over a section's tables, which the script shows and answers. */
final class Filters {
  private Filters() {}

  static String render(String what, List<Market> markets, List<SystemColumn> systems) {
    return """
        <form class="filters" aria-label="Filter %s" hidden>
        <label>Search <input type="search" name="text" placeholder="Player or team" \
        autocomplete="off" spellcheck="false"></label>
        <label>Market <select name="market"><option value="">all</option>%s</select></label>
        <label>System <select name="system"><option value="">all</option>%s</select></label>
        <label class="check"><input type="checkbox" name="bets"> Only bets</label>
        <output role="status"></output>
        </form>
        """
        .formatted(
            what,
            markets.stream()
                .distinct()
                .sorted()
                .map(market -> option(market.id(), Words.market(market)))
                .collect(Collectors.joining()),
            IntStream.range(0, systems.size())
                .mapToObj(
                    i -> option(Integer.toString(i), Html.text(Words.system(systems.get(i).id()))))
                .collect(Collectors.joining()));
  }

  private static String option(String value, String html) {
    return "<option value=\"" + value + "\">" + html + "</option>";
  }
}
