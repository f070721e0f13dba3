package dev.tipoff.io.documents;

import com.google.auto.service.AutoService;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.SourceDeclaration;
import dev.tipoff.transforms.catalogue.FeedTables;

/** {@code nbac_gamebook_pdf}: the official scorer's report of each game. */
@AutoService(SourceDeclaration.class)
public final class NbaGamebookSource implements SourceDeclaration {
  @Override
  public Source source() {
    return Source.of(
            "nbac_gamebook_pdf",
            Provider.NBA_DOCUMENTS,
            "/pdfs/{compact_date}/{compact_date}_{away}{home}_book.pdf")
        .description("Box scores, absences with reasons and officials of each game")
        .forEachGameOf("nbac_scoreboard_v2")
        .media(Source.Media.PDF)
        .parser(new NbaGamebook())
        .into(FeedTables.PLAYER_GAMES, FeedTables.REFEREES)
        .build();
  }
}
