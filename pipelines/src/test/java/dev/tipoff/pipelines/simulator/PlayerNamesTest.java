package dev.tipoff.pipelines.simulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;

public class PlayerNamesTest {
  private final List<String> names = League.of(3).players().stream().map(Player::name).toList();

  @Test
  public void holdsWhatMakesNamesHardToMatch() {
    assertThat(names, hasItem(matchesPattern(".*\\P{ASCII}.*")));
    assertThat(names, hasItem(matchesPattern(".* Jr\\.")));
    assertThat(names, hasItem(matchesPattern(".* III")));
    assertThat(names, hasItem(matchesPattern(".*'.*")));
    assertThat(names, hasItem(matchesPattern(".*-.*")));
    Set<String> surnames =
        names.stream().map(name -> name.split(" ")[1]).collect(Collectors.toSet());
    assertThat(surnames.size(), is(lessThan(names.size())));
  }

  @Test
  public void noTwoNamesDifferOnlyInAccentsOrSuffix() {
    Set<String> plain =
        names.stream()
            .map(name -> PlayerNames.withoutSuffix(PlayerNames.withoutAccents(name)))
            .collect(Collectors.toSet());
    assertThat(plain, hasSize(names.size()));
  }
}
