"use strict";

(() => {
  const NEW_YORK = "America/New_York";
  const MARKETS = {
    POINTS: { name: "Points", short: "PTS", unit: "points" },
    REBOUNDS: { name: "Rebounds", short: "REB", unit: "rebounds" },
    ASSISTS: { name: "Assists", short: "AST", unit: "assists" },
    PRA: { name: "Points + rebounds + assists", short: "PRA", unit: "points, rebounds and assists", brief: "PRA" },
  };
  const ABSENT = "–";

  const isAbsent = (value) => value === null || value === undefined || Number.isNaN(value);

  /* A formatter takes longer to make than to use a thousand times. */
  const kept = new Map();
  const formatter = (kind, options) => {
    const key = JSON.stringify(options);
    if (!kept.has(key)) {
      kept.set(key, new kind("en-US", options));
    }
    return kept.get(key);
  };

  /* What rounds to zero has no sign. */
  const number = (value, decimals = 1) => {
    if (isAbsent(value)) {
      return ABSENT;
    }
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    const text = formatter(Intl.NumberFormat, digits).format(value);
    return /[1-9]/.test(text) ? text.replace("-", "−") : text.replace("-", "");
  };

  const signed = (value, decimals = 1) => {
    if (isAbsent(value)) {
      return ABSENT;
    }
    const text = number(Math.abs(value), decimals);
    if (Number(text.replace(/,/g, "")) === 0) {
      return text;
    }
    return (value < 0 ? "−" : "+") + text;
  };

  const time = (iso, options) =>
    formatter(Intl.DateTimeFormat, { timeZone: NEW_YORK, ...options }).format(new Date(iso));

  const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200].map((seconds) => seconds * 1000);

  /* Moments of the clock between two, at most so many. */
  const clockTicks = (first, last, most) => {
    const step = STEPS.find((each) => (last - first) / each < most) ?? 86400000;
    const begin = Math.ceil(first / step) * step;
    return Array.from({ length: Math.floor((last - begin) / step) + 1 }, (_, place) => begin + place * step);
  };

  tipoff.format = {
    clockTicks,
    ABSENT,
    isAbsent,
    number,
    signed,
    count: (value) => number(value, 0),
    percent: (share, decimals = 1) => (isAbsent(share) ? ABSENT : `${number(100 * share, decimals)} %`),
    signedPercent: (share, decimals = 1) =>
      isAbsent(share) ? ABSENT : `${signed(100 * share, decimals)} %`,
    /* A difference of two chances is in percentage points. */
    edge: (share) => (isAbsent(share) ? ABSENT : `${signed(100 * share, 1)} pp`),
    withHalf: (value, half, show) => (isAbsent(half) ? show(value) : `${show(value)} ± ${show(half).replace("+", "")}`),
    odds: (american) => (isAbsent(american) ? ABSENT : (american > 0 ? "+" : "−") + Math.abs(american)),
    line: (line) => number(line, Number.isInteger(line) ? 0 : 1),
    market: (market) => MARKETS[market]?.name ?? market,
    shortMarket: (market) => MARKETS[market]?.short ?? market,
    unit: (market) => MARKETS[market]?.unit ?? market.toLowerCase(),
    brief: (market) => MARKETS[market]?.brief ?? MARKETS[market]?.unit ?? market,
    markets: Object.keys(MARKETS),
    /* gradient_boosted as people say it. */
    words: (id) => (id === "" || isAbsent(id) ? ABSENT : id.replaceAll("_", " ")),
    call: (call) =>
      ({ OVER: "Over", UNDER: "Under", PASS: "Pass", NO_BOOK: "No book", NO_LINE: "No line", NO_BET: "No bet" })[
        call
      ] ?? call,
    clock: (iso) => (isAbsent(iso) ? ABSENT : time(iso, { hour: "numeric", minute: "2-digit" })),
    clockWithDay: (iso) =>
      isAbsent(iso)
        ? ABSENT
        : time(iso, { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" }),
    utc: (iso) => (isAbsent(iso) ? "" : `${iso.slice(0, 16).replace("T", " ")} UTC`),
    day: (day) =>
      formatter(Intl.DateTimeFormat, {
        timeZone: "UTC",
        weekday: "long",
        year: "numeric",
        month: "long",
        day: "numeric",
      }).format(new Date(`${day}T00:00:00Z`)),
    shortDay: (day) =>
      formatter(Intl.DateTimeFormat, { timeZone: "UTC", month: "short", day: "numeric" }).format(
        new Date(`${day}T00:00:00Z`),
      ),
  };
})();
