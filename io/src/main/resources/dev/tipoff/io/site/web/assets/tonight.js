"use strict";

tipoff.page(async () => {
  const { make, place, missing, time } = tipoff.dom;
  const { format, props, day } = tipoff;
  const [rows, best, results] = await Promise.all(
    ["predictions/today", "best-bets/latest", "results/latest"].map(tipoff.load),
  );
  const distinct = (of) => new Set(rows.map(of)).size;
  const figure = (count, one, many) =>
    make("li", {}, make("b", {}, format.count(count)), ` ${count === 1 ? one : many}`);

  document.title = `Tipoff: ${day}`;
  place("title", format.day(day));
  if (rows === null || rows.length === 0) {
    place("best", missing(`No predictions for ${format.day(day)}.`, `predict --date=${day}`));
    place("board");
  } else {
    const as = rows.map((row) => row.as_of).sort();
    place(
      "counts",
      figure(distinct((row) => row.game_id), "game", "games"),
      figure(distinct((row) => row.player), "player", "players"),
      figure(rows.length, "line", "lines"),
      figure(rows.filter(props.isBet).length, "call to bet", "calls to bet"),
    );
    const last = as[as.length - 1];
    place("as-of", "Nothing later than ", time(last, `${format.clockWithDay(last)} in New York`), " went into any forecast. Calls are of ", [...new Set(rows.map((row) => format.words(row.system_id)))].sort().join(", "), ".");
    place("best", ...[tipoff.bets(best ?? [], rows)].flat().filter(Boolean));
    place("board", ...tipoff.board(rows));
  }
  place(
    "graded",
    ...(results === null || results.length === 0
      ? [missing("Nothing is graded yet.", "grade --date=yesterday")]
      : tipoff.results(results)),
  );
});
