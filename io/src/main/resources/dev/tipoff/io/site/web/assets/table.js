"use strict";

/*
 * A table that sorts by each column, filters, and can open a row. Rows are built when first shown and kept after that;
 * long tables are built a batch at a time so that the page stays usable meanwhile.
 */
(() => {
  const { make } = tipoff.dom;
  const BATCH = 80;

  const collator = new Intl.Collator("en", { numeric: true });
  const isMissing = (value) => value === null || value === undefined || value === "" || Number.isNaN(value);

  /** What is missing comes last in both directions. */
  function compareBy(value, direction) {
    return (a, b) => {
      const [left, right] = [value(a), value(b)];
      if (isMissing(left) || isMissing(right)) {
        return isMissing(left) - isMissing(right);
      }
      return direction * (typeof left === "number" ? left - right : collator.compare(left, right));
    };
  }

  function cellOf(column, row, isFirst) {
    const names = [column.numeric ? "number" : "", column.style || ""].join(" ").trim();
    return make(isFirst ? "th" : "td", {
      scope: isFirst ? "row" : null,
      role: isFirst ? "rowheader" : "cell",
      class: names || null,
      "data-label": column.short || column.label,
    }, column.cell(row));
  }

  function headCell(column, sortBy) {
    const cell = make("th", {
      scope: "col",
      role: "columnheader",
      class: [column.numeric ? "number" : "", column.style || ""].join(" ").trim() || null,
    });
    if (column.value) {
      const button = make("button", { type: "button", title: column.title }, column.label);
      button.addEventListener("click", () => sortBy(column));
      cell.append(button);
    } else {
      cell.append(make("span", { title: column.title }, column.label));
    }
    return cell;
  }

  function openable(table, row, line) {
    const id = `${table.options.id}-more-${table.nextId += 1}`;
    const button = make("button", {
      type: "button", class: "opener", "aria-expanded": "false", "aria-label": table.options.detailLabel(row),
    });
    let detail = null;
    button.addEventListener("click", () => {
      if (detail === null) {
        const cell = make("td", { colspan: table.options.columns.length, role: "cell" }, table.options.detail(row));
        detail = make("tr", { id, class: "detail", role: "row" }, cell);
        button.setAttribute("aria-controls", id);
        line.detail = detail;
      }
      const opens = button.getAttribute("aria-expanded") === "false";
      button.setAttribute("aria-expanded", String(opens));
      if (opens) {
        line.after(detail);
      } else {
        detail.remove();
      }
    });
    return button;
  }

  function lineOf(table, row) {
    if (!table.lines.has(row)) {
      const { columns, attributes, detail } = table.options;
      const line = make("tr", { role: "row", ...(attributes ? attributes(row) : {}) });
      columns.forEach((column, place) => line.append(cellOf(column, row, place === 0)));
      if (detail) {
        line.firstChild.prepend(openable(table, row, line));
      }
      table.lines.set(row, line);
    }
    return table.lines.get(row);
  }

  function showBatch(table, rows, from, turn, whenDone) {
    if (turn !== table.turn) {
      whenDone(); // a later draw has taken over
      return;
    }
    const fragment = document.createDocumentFragment();
    for (const row of rows.slice(from, from + BATCH)) {
      const line = lineOf(table, row);
      fragment.append(line);
      if (line.detail && line.querySelector(".opener").getAttribute("aria-expanded") === "true") {
        fragment.append(line.detail);
      }
    }
    table.body.append(fragment);
    if (from + BATCH < rows.length) {
      setTimeout(() => showBatch(table, rows, from + BATCH, turn, whenDone));
    } else {
      whenDone();
    }
  }

  function draw(table) {
    const rows = table.options.rows.filter(table.keep);
    const column = table.sort && table.options.columns.find(({ key }) => key === table.sort.key);
    if (column && column.value) {
      rows.sort(compareBy(column.value, table.sort.direction));
    }
    table.shown = rows.length;
    table.turn += 1;
    table.body.replaceChildren();
    table.heads.forEach((head, place) => mark(head, table.options.columns[place], table.sort));
    return new Promise((resolve) => {
      showBatch(table, rows, 0, table.turn, resolve);
    });
  }

  function mark(head, column, sort) {
    if (sort && column.key === sort.key) {
      head.setAttribute("aria-sort", sort.direction > 0 ? "ascending" : "descending");
    } else {
      head.removeAttribute("aria-sort");
    }
  }

  /** Text starts from A, numbers from the largest; a second click turns the order round. */
  function next(sort, column) {
    if (sort && sort.key === column.key) {
      return { key: column.key, direction: -sort.direction };
    }
    return { key: column.key, direction: column.numeric && !column.ascendingFirst ? -1 : 1 };
  }

  /**
   * options: id, caption, columns [{key, label, title, numeric, style, value(row), cell(row)}], rows, and if wanted
   * sort {key, direction}, attributes(row), detail(row) with detailLabel(row), style, onSort(sort).
   */
  function create(options) {
    const table = { options, sort: options.sort || null, keep: () => true, lines: new Map(), turn: 0, nextId: 0 };
    table.body = make("tbody", { role: "rowgroup" });
    table.heads = options.columns.map((column) => headCell(column, sortBy));
    const caption = make("caption", { id: `${options.id}-caption` }, options.caption);
    const head = make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, table.heads));
    const element = make("table", { id: options.id, class: options.style, role: "table" }, caption, head, table.body);
    table.element = make("div", {
      class: "region", role: "region", tabindex: "0", "aria-labelledby": `${options.id}-caption`,
    }, element);

    function sortBy(column) {
      table.sort = next(table.sort, column);
      if (options.onSort) {
        options.onSort(table.sort);
      }
      table.done = draw(table);
    }

    table.filter = (keep) => {
      table.keep = keep;
      table.done = draw(table);
      return table.shown;
    };
    table.done = draw(table);
    return table;
  }

  /** A table without sorting, for the figures beneath a chart and the systems of a prop. */
  function plain(caption, heads, rows) {
    const head = make("tr", null, heads.map((text, place) =>
      make("th", { scope: "col", class: place === 0 ? null : "number" }, text)));
    const lines = rows.map((cells) => make("tr", null, cells.map((cell, place) =>
      make(place === 0 ? "th" : "td", place === 0 ? { scope: "row" } : { class: "number" }, cell))));
    return make("table", { class: "plain" },
      make("caption", null, caption), make("thead", null, head), make("tbody", null, lines));
  }

  tipoff.table = { create, plain };
})();
