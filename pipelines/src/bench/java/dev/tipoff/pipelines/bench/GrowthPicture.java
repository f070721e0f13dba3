package dev.tipoff.pipelines.bench;

import dev.tipoff.pipelines.bench.PowerLaw.Point;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How a figure grows, on logarithmic axes, where a law of growth is a straight line. */
final class GrowthPicture {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 400;

  /** Twice what a screen usually has, so that it is sharp on one that has more. */
  private static final int DOTS_PER_INCH = 144;

  private static final Color GRID = new Color(0xE5E5E5);

  /** Dark enough on white, and told apart by whoever is blind to red and green. */
  private static final List<Color> COLOURS =
      List.of(new Color(0x1F4E9C), new Color(0xC2570C), new Color(0x5B5B5B));

  private final XYChart chart;
  private int figures;

  GrowthPicture(String title, String size, String figure) {
    this.chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(size)
            .yAxisTitle(figure)
            .build();
    XYStyler styler = chart.getStyler();
    styler.setXAxisLogarithmic(true);
    styler.setYAxisLogarithmic(true);
    styler.setXAxisDecimalPattern("#,##0");
    styler.setYAxisDecimalPattern("#,##0");
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderColor(GRID);
    styler.setPlotGridLinesColor(GRID);
    styler.setLegendBorderColor(Color.WHITE);
  }

  /** Adds a figure, with the law that fits it if there are points of two sizes. */
  GrowthPicture add(String name, List<Point> points) {
    XYSeries measured =
        chart.addSeries(
            name,
            points.stream().mapToDouble(Point::size).toArray(),
            points.stream().mapToDouble(Point::figure).toArray());
    Color colour = COLOURS.get(figures++ % COLOURS.size());
    measured.setLineStyle(SeriesLines.NONE);
    measured.setMarkerColor(colour);
    if (points.size() > 1) {
      PowerLaw law = PowerLaw.through(points);
      double[] ends = {points.get(0).size(), points.get(points.size() - 1).size()};
      XYSeries line =
          chart.addSeries(
              String.format("%s: size^%.2f", name, law.exponent()),
              ends,
              new double[] {law.at(ends[0]), law.at(ends[1])});
      line.setMarker(SeriesMarkers.NONE);
      line.setLineColor(colour);
    }
    return this;
  }

  /** Writes it as PNG. */
  void write(Path file) throws IOException {
    BitmapEncoder.saveBitmapWithDPI(chart, file.toString(), BitmapFormat.PNG, DOTS_PER_INCH);
  }
}
