"use strict";

tipoff.page(async () => {
  const { make, place, missing, note, time } = tipoff.dom;
  const { format, table, chart, day } = tipoff;
  const names = ["status", "operations/runs", "operations/sources", "operations/failures", "operations/alerts", "operations/coverage", "operations/columns", "operations/calibration", "operations/quota"];
  const [status, runs, sources, failures, alerts, coverage, columns, calibration, quota] = (await Promise.all(names.map(tipoff.load))).map((rows) => rows ?? []);
  place("title", `Operations, ${format.day(day)}`);

  const count = (id, title, help) => table.figures(id, title, (row) => row[id], (n) => format.count(n), help);
  const share = (id, title, help) => table.figures(id, title, (row) => row[id], (value) => format.percent(value), help);
  const moment = (id, title, help) => ({ id, title, help, sort: (row) => row[id], cell: (row) => time(row[id], format.clockWithDay(row[id])) });
  const list = (where, id, rows, caption, some, none, sort) =>
    place(where, rows.length === 0 ? note(none) : table({ id, caption, columns: some, rows, sort }).element);

  if (runs.length === 0) {
    place("cascade", missing("No run of this slate is on record.", `run --date=${day}`));
  } else {
    place("cascade", tipoff.gantt(runs));
  }
  list("status", "status-table", status, "Where each phase of the slate stands", [
    table.words("pipeline", "Phase", (row) => row.pipeline),
    moment("last_completed", "Last completed"),
    count("rows_written", "Rows written"),
    count("open_failures", "Open failures", "Failures that no later run resolved"),
    count("critical_failures", "Critical", "Those that a person has to look at now"),
  ], "No phase of this slate has completed.");
  list("runs-here", "runs", runs, "Every run that had to do with the slate", [
    table.words("pipeline", "Phase", (row) => row.pipeline),
    moment("started_at", "Started"),
    table.figures("seconds", "Seconds", (row) => row.seconds, (seconds) => format.number(seconds)),
    { id: "state", title: "State", sort: (row) => row.state, cell: tipoff.runState },
    count("rows_written", "Rows written"),
    count("data_reads", "Data reads"),
    table.words("reason", "Why", (row) => row.reason),
    table.words("code_version", "Code", (row) => row.code_version),
  ], "No run of this slate is on record.", ["started_at", "ascending"]);
  const hours = (row) => (row.last_success === null ? null : (Date.parse(`${day}T00:00:00Z`) + 29 * 3600000 - Date.parse(row.last_success)) / 3600000);
  list("sources-here", "sources", sources, "How recent every source is that was asked this season", [
    table.words("source", "Source", (row) => row.source),
    moment("last_run", "Last asked"),
    moment("last_success", "Last complete", "The last scrape that covered all that its slate needs"),
    table.figures("age", "Hours before midnight", hours, (age) => format.number(age), "From the last complete scrape to midnight in New York after the slate; below zero it came later"),
    count("runs", "Scrapes"),
    count("requests", "Requests", "For this slate"),
    count("credits", "Credits", "Of the provider's quota, for this slate"),
  ], "No source has been asked this season.", ["age", "descending"]);
  list("failures-here", "failures", failures, "Failures of the slate by step and code", [
    table.words("code", "Code", (row) => row.code),
    table.words("step", "Step", (row) => row.step),
    table.words("pipeline", "Phase", (row) => row.pipeline),
    count("failures", "n"),
    count("resolved", "Resolved"),
    count("retryable", "May succeed later"),
    table.words("sample", "For instance", (row) => `${row.sample_key}: ${row.sample_message}`),
  ], "No failure of this slate is on record.", ["failures", "descending"]);
  list("alerts-here", "alerts", alerts, "Alerts of the last fortnight by day", [
    table.words("day", "Day (UTC)", (row) => row.day),
    table.words("severity", "Severity", (row) => row.severity.toLowerCase()),
    table.words("code", "Code", (row) => row.code),
    table.words("pipeline", "Pipeline", (row) => row.pipeline),
    count("alerts", "Alerts"),
    count("failures", "Failures told of"),
    count("not_sent", "Not sent"),
  ], "Nobody was told of anything in the last fortnight.", ["day", "descending"]);
  list("coverage-here", "coverage", coverage, "Players that each stage has, of those expected, in the last thirty days", [
    table.words("game_date", "Slate", (row) => row.game_date),
    table.words("stage", "Stage", (row) => row.stage),
    count("expected", "Expected"),
    count("found", "Found"),
    count("refused", "Refused", "For a reason that is stated"),
    count("missing", "Missing"),
    share("share", "Complete"),
    table.words("reasons", "Refused because", (row) => format.words(row.refused_reasons)),
  ], "Nothing is counted yet.", ["game_date", "descending"]);
  list("columns-here", "columns", columns.map((row) => ({ ...row, shift: row.mean_shift === null ? null : Math.abs(row.mean_shift) })), "Columns of the slate beside the thirty slates before, the largest shift first", [
    table.words("column", "Column", (row) => row.column_name),
    table.words("table", "Table", (row) => row.table_name),
    count("row_count", "Rows"),
    table.figures("mean", "Mean", (row) => row.mean, (mean) => format.number(mean, 2)),
    table.figures("mean_before", "Before", (row) => row.mean_before, (mean, row) => `${format.number(mean, 2)} (${row.slates_before} slates)`),
    table.figures("shift", "Shift", (row) => row.shift, (shift) => (format.isAbsent(shift) ? format.ABSENT : `${format.number(shift, 2)} sd`), "Standard deviations of the means before"),
    share("null_share", "Without a value"),
    share("null_share_before", "Before"),
  ], "No column of this slate is profiled.", ["shift", "descending"]);
  list("calibration-here", "calibration", calibration, "Chances of the over beside what came, by seven days", [
    table.words("week", "From", (row) => row.week),
    table.words("system", "System", (row) => format.words(row.system_id)),
    count("chances", "n"),
    share("mean_chance", "Said"),
    share("over_share", "Came"),
    table.figures("brier", "Brier", (row) => row.brier, (brier) => format.number(brier, 4)),
    table.figures("market_brier", "Market's", (row) => row.market_brier, (brier) => format.number(brier, 4)),
  ], "No chance has won or lost yet.", ["week", "descending"]);
  list("quota-here", "quota", quota, "What providers last said is left of their quotas", [
    table.words("provider", "Provider", (row) => row.provider),
    moment("as_of", "As of"),
    count("remaining", "Credits left"),
  ], "No provider has said today what is left.");
});
