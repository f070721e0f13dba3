package dev.tipoff.pipelines.bench;

import com.google.common.base.Preconditions;
import java.util.List;

/**
 * A figure that grows with a size as {@code factor * size^exponent}, fitted by least squares on the
 * logarithms of both.
 */
record PowerLaw(double factor, double exponent) {
  /** A size and the figure at that size, both above 0. */
  record Point(double size, double figure) {}

  /**
   * The law nearest to the points.
   *
   * @throws IllegalArgumentException if they are of fewer than two sizes
   */
  static PowerLaw through(List<Point> points) {
    Preconditions.checkArgument(
        points.stream().mapToDouble(Point::size).distinct().count() >= 2,
        "a law needs two sizes: %s",
        points);
    double meanSize = points.stream().mapToDouble(p -> Math.log(p.size())).average().orElseThrow();
    double meanFigure =
        points.stream().mapToDouble(p -> Math.log(p.figure())).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (Point point : points) {
      double size = Math.log(point.size()) - meanSize;
      products += size * (Math.log(point.figure()) - meanFigure);
      squares += size * size;
    }
    double exponent = products / squares;
    return new PowerLaw(Math.exp(meanFigure - exponent * meanSize), exponent);
  }

  double at(double size) {
    return factor * Math.pow(size, exponent);
  }
}
