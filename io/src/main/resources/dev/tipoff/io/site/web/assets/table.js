"use strict";

(() => {
  const { make } = tipoff.dom;
  const { isAbsent } = tipoff.format;

  const collator = new Intl.Collator("en");

  /* Absent values come last, whichever way the others go. */
  const comparison = (column, direction) => (one, other) => {
    const a = column.sort(one);
    const b = column.sort(other);
    if (isAbsent(a) || isAbsent(b)) {
      return Number(isAbsent(a)) - Number(isAbsent(b));
    }
    const order = typeof a === "string" ? collator.compare(a, b) : a - b;
    return direction === "descending" ? -order : order;
  };

  const classes = (column) =>
    [column.number ? "number" : null, column.minor ? "minor" : null].filter(Boolean).join(" ") || null;

  /*
   * A table whose headings sort it. Columns are {id, title, help, number, minor, cell(row),
   * sort(row)}, of which the minor ones are left out on a phone;
   * the table is {id, caption, columns, rows, sort: [column, direction], attributes(row),
   * details(row)}, of which details makes a row that opens beneath its own.
   */
  const table = (options) => {
    const { columns, attributes, details } = options;
    const head = make("tr", {});
    const body = make("tbody", {});
    let rows = options.rows;
    let [sorted, direction] = options.sort ?? [null, null];

    const cells = (row) =>
      columns.map((column, place) =>
        make(
          place === 0 ? "th" : "td",
          { class: classes(column), scope: place === 0 ? "row" : null },
          column.cell(row),
        ),
      );

    const opened = (row, line) => {
      const more = make("tr", { class: "more" }, make("td", { colspan: columns.length + 1 }, details(row)));
      line.after(more);
      return more;
    };

    const opener = (row) => {
      let more = null;
      const button = make(
        "button",
        { type: "button", class: "opener", "aria-expanded": "false", "aria-label": `All systems on ${options.nameOf(row)}` },
        "+",
      );
      button.addEventListener("click", () => {
        more = more === null ? opened(row, button.closest("tr")) : (more.remove(), null);
        button.setAttribute("aria-expanded", String(more !== null));
        button.textContent = more === null ? "+" : "−";
      });
      return make("td", { class: "open" }, button);
    };

    const show = () => {
      const column = columns.find(({ id }) => id === sorted);
      const order = column ? [...rows].sort(comparison(column, direction)) : rows;
      body.replaceChildren(
        ...order.map((row) =>
          make("tr", attributes?.(row) ?? {}, cells(row), details ? opener(row) : null),
        ),
      );
      [...head.children].forEach((heading) => {
        if (heading.dataset.column === sorted) {
          heading.setAttribute("aria-sort", direction);
        } else {
          heading.removeAttribute("aria-sort");
        }
      });
    };

    const sortBy = (column) => {
      const first = column.number ? "descending" : "ascending";
      const other = column.number ? "ascending" : "descending";
      direction = sorted === column.id && direction === first ? other : first;
      sorted = column.id;
      show();
      options.onSort?.([sorted, direction]);
    };

    head.append(
      ...columns.map((column) =>
        make(
          "th",
          { scope: "col", class: classes(column), data: { column: column.id }, title: column.help },
          column.sort
            ? make("button", { type: "button", on: { click: () => sortBy(column) } }, column.title)
            : column.title,
        ),
      ),
    );
    if (details) {
      head.append(make("th", { scope: "col" }, make("span", { class: "unseen" }, "All systems")));
    }
    const element = make(
      "div",
      { class: "box", tabindex: "0", role: "region", "aria-label": options.label ?? options.caption },
      make("table", { id: options.id }, make("caption", {}, options.caption), make("thead", {}, head), body),
    );
    show();
    return {
      element,
      update: (some) => {
        rows = some;
        show();
      },
      sortBy: ([column, way]) => {
        [sorted, direction] = [column, way];
        show();
      },
    };
  };

  /* A column of figures. */
  const figures = (id, title, value, show, help) => ({
    id,
    title,
    help,
    number: true,
    sort: value,
    cell: (row) => show(value(row), row),
  });

  /* A column of words. */
  const words = (id, title, value, help) => ({
    id,
    title,
    help,
    sort: value,
    cell: (row) => value(row) ?? tipoff.format.ABSENT,
  });

  tipoff.table = Object.assign(table, { figures, words });
})();
