package dev.tipoff.pipelines.bench;

import dev.tipoff.pipelines.bench.PowerLaw.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jfree.svg.SVGGraphics2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How a figure grows, on logarithmic axes, where a law of growth is a straight line. */
final class GrowthPicture {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 460;

  private final XYChart chart;

  GrowthPicture(String title, String size, String figure) {
    this.chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(size)
            .yAxisTitle(figure)
            .build();
    chart
        .getStyler()
        .setXAxisLogarithmic(true)
        .setYAxisLogarithmic(true)
        .setXAxisDecimalPattern("#,##0")
        .setYAxisDecimalPattern("#,##0");
  }

  /** Adds a figure, with the law that fits it if there are points of two sizes. */
  GrowthPicture add(String name, List<Point> points) {
    XYSeries measured =
        chart.addSeries(
            name,
            points.stream().mapToDouble(Point::size).toArray(),
            points.stream().mapToDouble(Point::figure).toArray());
    measured.setLineStyle(SeriesLines.NONE);
    if (points.size() > 1) {
      PowerLaw law = PowerLaw.through(points);
      double[] ends = {points.get(0).size(), points.get(points.size() - 1).size()};
      XYSeries line =
          chart.addSeries(
              String.format("%s: size^%.2f", name, law.exponent()),
              ends,
              new double[] {law.at(ends[0]), law.at(ends[1])});
      line.setMarker(SeriesMarkers.NONE);
    }
    return this;
  }

  /** Writes it as SVG. */
  void write(Path file) throws IOException {
    SVGGraphics2D svg = new SVGGraphics2D(WIDTH, HEIGHT);
    chart.paint(svg, WIDTH, HEIGHT);
    Files.writeString(file, svg.getSVGElement());
  }
}
