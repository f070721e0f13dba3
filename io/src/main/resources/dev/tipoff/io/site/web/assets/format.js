"use strict";

/* Numbers, odds, dates and times as text. Unknown is null here; who draws decides how to say so. */
(() => {
  const { make, unknown } = tipoff.dom;
  const ZONE = "America/New_York";
  const GAP = "\u202f";
  const MINUS = "\u2212";
  const PLUS_MINUS = "±";

  const known = (value) => value !== null && value !== undefined && !Number.isNaN(value);

  const formats = new Map();
  function plain(value, digits) {
    if (!formats.has(digits)) {
      formats.set(digits, new Intl.NumberFormat("en-US", {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }));
    }
    return formats.get(digits).format(value);
  }

  /** With a true minus; what rounds to nothing has no sign. */
  function number(value, digits = 1) {
    const text = plain(Math.abs(value), digits);
    return value < 0 && Number(text.replace(/,/g, "")) !== 0 ? MINUS + text : text;
  }

  function signed(value, digits = 1) {
    const text = number(value, digits);
    const isNothing = Number(text.replace(/,/g, "")) === 0;
    return isNothing || text.startsWith(MINUS) ? text : `+${text}`;
  }

  const count = (value) => number(value, 0);
  const line = (value) => number(value, Number.isInteger(value * 2) ? 1 : 2);
  const percent = (share, digits = 0) => `${number(share * 100, digits)}${GAP}%`;
  const signedPercent = (share, digits = 1) => `${signed(share * 100, digits)}${GAP}%`;
  const points = (share, digits = 1) => `${signed(share * 100, digits)}${GAP}pp`;
  const odds = (american) => signed(american, 0);
  const plusMinus = (half, digits = 1) => `${PLUS_MINUS}${number(half, digits)}`;
  const counted = (value, one, many) => `${count(value)} ${value === 1 ? one : many || `${one}s`}`;

  /** The text of a value, or the sign for unknown with its reason. */
  const orUnknown = (value, write, why) => (known(value) ? write(value) : unknown(why));

  const clock = new Intl.DateTimeFormat("en-US", { timeZone: ZONE, hour: "numeric", minute: "2-digit" });
  const dayClock = new Intl.DateTimeFormat("en-US", {
    timeZone: ZONE, month: "short", day: "numeric", hour: "numeric", minute: "2-digit",
  });
  // A day without a time is a calendar day, so it must not move with a zone.
  const dayOptions = { timeZone: "UTC", month: "short", day: "numeric" };
  const shortDay = new Intl.DateTimeFormat("en-US", dayOptions);
  const yearDay = new Intl.DateTimeFormat("en-US", { ...dayOptions, year: "numeric" });
  const longDay = new Intl.DateTimeFormat("en-US", {
    timeZone: "UTC", weekday: "long", month: "long", day: "numeric", year: "numeric",
  });

  const midnight = (day) => new Date(`${day}T00:00:00Z`);
  const day = (text) => shortDay.format(midnight(text));
  const dayWithYear = (text) => yearDay.format(midnight(text));
  const dayInFull = (text) => longDay.format(midnight(text));
  const days = (first, last) => (first === last ? day(first) : `${day(first)} – ${day(last)}`);

  const time = (instant) => clock.format(new Date(instant));
  const dayAndTime = (instant) => dayClock.format(new Date(instant));
  const utc = (instant) => `${new Date(instant).toISOString().slice(0, 16).replace("T", " ")} UTC`;

  const timeElement = (instant, write = time) =>
    make("time", { datetime: instant, title: utc(instant) }, write(instant));

  function duration(seconds) {
    if (seconds < 60) {
      return `${number(seconds, seconds < 10 ? 1 : 0)} s`;
    }
    const minutes = Math.round(seconds / 60);
    return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  }

  tipoff.format = {
    known, number, signed, count, counted, line, percent, signedPercent, points, odds, plusMinus, orUnknown,
    day, dayWithYear, dayInFull, days, time, dayAndTime, utc, timeElement, duration,
  };
})();
