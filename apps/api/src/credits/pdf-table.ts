/** A column of a printed table. */
export type PdfColumn<Row> = {
  header: string;
  /** In points. */
  width: number;
  text: (row: Row) => string;
  isNumeric?: boolean;
  /** Where a press on the cell leads; null for nowhere. */
  link?: (row: Row) => string | null;
};

/** As far as a table of one line a row needs it. */
type Paper = Pick<
  PDFKit.PDFDocument,
  "font" | "fontSize" | "fillColor" | "text" | "widthOfString" | "moveTo" | "addPage" | "page" | "link" | "y"
>;

export const faces = { plain: "Helvetica", bold: "Helvetica-Bold", code: "Courier" } as const;
export const inks = { text: "#191c1f", muted: "#52565a", rule: "#dcdee0", link: "#145ec1" } as const;
export const margin = 48;

const rowHeight = 14;
const gap = 6;
const size = 8;

/** Draws a table row by row where the paper stands; a page that is full goes on under the same headers on the next. */
export function pdfTable<Row>(paper: Paper, columns: readonly PdfColumn<Row>[]) {
  // A statement says the same words and figures over and over, and measuring them is most of the work.
  const widths = new Map<string, number>();
  header();
  return { row };

  /** Of a text in the face that is set. */
  function widthOf(face: string, text: string): number {
    const key = `${face} ${text}`;
    const width = widths.get(key) ?? paper.widthOfString(text);
    widths.set(key, width);
    return width;
  }

  function header(): void {
    line((column) => ({ text: column.header, face: faces.plain, ink: inks.muted, link: null }));
  }

  function row(of: Row, { isStrong = false } = {}): void {
    if (paper.y + rowHeight > paper.page.height - margin - rowHeight) {
      paper.addPage();
      header();
    }
    const face = isStrong ? faces.bold : faces.plain;
    line((column) => {
      const link = column.link?.(of) ?? null;
      return { text: column.text(of), face, ink: link === null ? inks.text : inks.link, link };
    });
  }

  function line(cellOf: (column: PdfColumn<Row>) => { text: string; face: string; ink: string; link: string | null }) {
    const { y } = paper;
    let x: number = margin;
    for (const column of columns) {
      const { text, face, ink, link } = cellOf(column);
      paper.font(face).fontSize(size).fillColor(ink);
      const shown = fit(printable(text), column.width - gap, (part) => widthOf(face, part));
      const indent = column.isNumeric ? column.width - gap - widthOf(face, shown) : 0;
      paper.text(shown, x + indent, y + 3, { lineBreak: false });
      if (link !== null) paper.link(x, y, column.width - gap, rowHeight, link);
      x += column.width;
    }
    paper
      .moveTo(margin, y + rowHeight)
      .lineTo(x - gap, y + rowHeight)
      .lineWidth(0.5)
      .strokeColor(inks.rule)
      .stroke();
    paper.y = y + rowHeight;
  }
}

function fit(text: string, width: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= width) return text;
  let length = text.length - 1;
  while (length > 0 && widthOf(`${text.slice(0, length)}…`) > width) length -= 1;
  return `${text.slice(0, length)}…`;
}

/** The built-in fonts have the letters of western Europe; what else might stand in a text is shown as missing. */
export function printable(text: string): string {
  return text.replaceAll(/[^\x20-\x7e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac]/gu, "?");
}
