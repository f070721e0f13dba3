package dev.tipoff.transforms.grading;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class ExactSumsTest {
  private static ExactSums of(List<Double> terms) {
    ExactSums sums = new ExactSums(1);
    terms.forEach(term -> sums.add(0, term));
    return sums;
  }

  @Test
  public void theOrderOfTheTermsDoesNotMatter() {
    Random random = new Random(5);
    List<Double> terms = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      terms.add(random.nextGaussian() * Math.pow(10, random.nextInt(9) - 5));
    }
    ExactSums sums = of(terms);
    double naive = terms.stream().reduce(0.0, Double::sum);
    Collections.shuffle(terms, random);
    assertThat(of(terms), is(sums));
    assertThat(
        "doubles themselves do hang on it",
        terms.stream().reduce(0.0, Double::sum) == naive,
        is(false));
    ExactSums parts = new ExactSums(3);
    parts.addAll(of(terms.subList(0, 7)), 2);
    parts.addAll(of(terms.subList(7, terms.size())), 2);
    assertThat(parts.get(2), is(sums.get(0)));
    assertThat(parts.get(1), is(0.0));
    assertThat(sums.get(0), closeTo(naive, 1e-6));
  }

  @Test
  public void negativeTermsAndSmallOnesCount() {
    assertThat(of(List.of(-0.25, -3.5, 1.0)).get(0), is(-2.75));
    assertThat(of(List.of(1.0, 0x1p-50, -1.0)).get(0), is(0x1p-50));
    assertThat(of(List.of(-1e-30, 5.0)).get(0), closeTo(5, 1e-15));
    assertThat(of(Collections.nCopies(1_000_000, 0.1)).get(0), closeTo(100_000, 1e-9));
  }
}
