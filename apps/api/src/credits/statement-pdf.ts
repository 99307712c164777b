import { setImmediate } from "node:timers/promises";
import {
  changesOf,
  entryWords,
  formatMonth,
  type LotDetail,
  lotSourceWords,
  type StatementView,
} from "@covenant/domain";
import { faces, inks, margin, type PdfColumn, pdfTable, printable } from "./pdf-table.ts";
import type { FileEntry, StatementFile } from "./statement-file.ts";

/** Some 45 pages, and two seconds of a processor: what is longer nobody reads on paper. */
export const printedEntriesAtMost = 2000;

/** About a page. Other requests have their turn after each. */
const rowsAtOnce = 50;

/** A statement as a PDF in A4: balances, lots, every entry, and what the chain of entries ends with. */
export async function statementPdf(file: StatementFile): Promise<Buffer> {
  // Loaded with the first statement somebody asks for: the library takes longer to start than the rest of the api.
  const { default: PdfDocument } = await import("pdfkit");
  const { statement, email, storefront } = file;
  const title = `Statement of credits, ${formatMonth(statement.month)}`;
  const info = { Title: title, Author: storefront, Subject: email };
  const paper = new PdfDocument({ size: "A4", margin, bufferPages: true, info, lang: "en", displayTitle: true });
  const bytes = collect(paper);
  heading(paper, title, file);
  balances(paper, statement);
  lots(paper, file);
  await entries(paper, file);
  chain(paper, statement);
  numberPages(paper, `${storefront}, ${formatMonth(statement.month)}, ${email}`);
  paper.end();
  return bytes;
}

type Paper = PDFKit.PDFDocument;

async function collect(paper: Paper): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of paper) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function heading(paper: Paper, title: string, { statement, email, storefront }: StatementFile): void {
  const { from, asOf, zone, isOver } = statement;
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: zone });
  const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: zone });
  const end = isOver
    ? `to ${day.format(new Date(Date.parse(asOf) - 1))}`
    : `until now, ${moment.format(new Date(asOf))}`;
  const period = `${day.format(new Date(from))} ${end}, ${zone}${isOver ? "" : "; the month is not over"}`;
  paper.font(faces.plain).fontSize(10).fillColor(inks.muted).text(printable(storefront), margin, margin);
  paper.font(faces.bold).fontSize(18).fillColor(inks.text).text(title).moveDown(0.4);
  paper.font(faces.plain).fontSize(9).fillColor(inks.muted);
  paper.text(printable(email)).text(period);
}

function section(paper: Paper, title: string, note?: string): void {
  if (paper.y > paper.page.height - 140) paper.addPage();
  paper.x = margin;
  paper.moveDown(1.4).font(faces.bold).fontSize(11).fillColor(inks.text).text(title, margin);
  if (note !== undefined) paper.font(faces.plain).fontSize(8).fillColor(inks.muted).text(note, margin);
  paper.y += 4;
}

type Step = { what: string; entries: string; available: string; held: string; frozen: string };

const stepColumns: readonly PdfColumn<Step>[] = [
  { header: "", width: 259, text: ({ what }) => what },
  { header: "Entries", width: 60, isNumeric: true, text: ({ entries }) => entries },
  { header: "Available", width: 60, isNumeric: true, text: ({ available }) => available },
  { header: "Held", width: 60, isNumeric: true, text: ({ held }) => held },
  { header: "Frozen", width: 60, isNumeric: true, text: ({ frozen }) => frozen },
];

function balances(paper: Paper, { opening, closing, totals, entries, isOver }: StatementView): void {
  section(paper, "Balance");
  const table = pdfTable(paper, stepColumns);
  table.row({ what: "At the beginning", entries: "", ...written(opening, figure) }, { isStrong: true });
  for (const total of totals)
    table.row({ what: entryWords(total), entries: figure(total.entries), ...written(changesOf(total), signed) });
  const what = isOver ? "At the end" : "Until now";
  table.row({ what, entries: figure(entries), ...written(closing, figure) }, { isStrong: true });
}

function written({ available, held, frozen }: StatementView["opening"], write: (credits: number) => string) {
  return { available: write(available), held: write(held), frozen: write(frozen) };
}

function lots(paper: Paper, { statement, linkOf }: StatementFile): void {
  const linkOfLot = ({ orderId }: LotDetail) => (orderId === null ? null : linkOf({ noun: "order", id: orderId }));
  section(paper, "Lots", "What each lot was granted is what is left of it and what became of the rest.");
  const figures = [
    ["Granted", 54, ({ granted }: LotDetail) => granted],
    ["Spent", 50, ({ spent }: LotDetail) => spent],
    ["Expired", 46, ({ expired }: LotDetail) => expired],
    ["Taken out", 52, (lot: LotDetail) => lot.reclaimed + lot.chargedBack + lot.forfeited + lot.adjusted],
    ["Available", 54, ({ available }: LotDetail) => available],
    ["Held", 40, ({ held }: LotDetail) => held],
    ["Frozen", 40, ({ frozen }: LotDetail) => frozen],
  ] as const;
  const table = pdfTable<LotDetail>(paper, [
    { header: "From", width: 60, text: ({ source }) => lotSourceWords[source], link: linkOfLot },
    { header: "Since", width: 52, text: ({ grantedAt }) => dayIn(grantedAt, statement.zone) },
    ...figures.map(([header, width, of]) => ({
      header,
      width,
      isNumeric: true,
      text: (lot: LotDetail) => figure(of(lot)),
    })),
    {
      header: "Expires",
      width: 51,
      isNumeric: true,
      text: ({ expiresAt }) => (expiresAt === null ? "never" : dayIn(expiresAt, statement.zone)),
    },
  ]);
  for (const lot of statement.lots) table.row(lot);
}

async function entries(paper: Paper, { statement, entries: pages }: StatementFile): Promise<void> {
  section(paper, "Entries", `Times are those of ${statement.zone}.`);
  const table = pdfTable<FileEntry>(paper, entryColumns(statement.zone));
  let drawn = 0;
  for await (const page of pages)
    for (const entry of page) {
      table.row(entry);
      drawn += 1;
      if (drawn % rowsAtOnce === 0) await setImmediate();
    }
}

function entryColumns(zone: string): PdfColumn<FileEntry>[] {
  const time = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: zone });
  return [
    { header: "No.", width: 36, text: ({ version }) => String(version) },
    { header: "When", width: 78, text: ({ at }) => time.format(new Date(at)) },
    { header: "Entry", width: 153, text: entryWords },
    { header: "For", width: 68, text: ({ cause }) => shortId(cause), link: ({ link }) => link },
    { header: "Credits", width: 44, isNumeric: true, text: ({ credits }) => figure(credits) },
    { header: "Available", width: 44, isNumeric: true, text: ({ availableAfter }) => figure(availableAfter) },
    { header: "Held", width: 40, isNumeric: true, text: ({ heldAfter }) => figure(heldAfter) },
    { header: "Frozen", width: 36, isNumeric: true, text: ({ frozenAfter }) => figure(frozenAfter) },
  ];
}

function chain(paper: Paper, { versions, head, month }: StatementView): void {
  section(paper, "Proof");
  const range =
    versions === null ? `No entry in ${formatMonth(month)}.` : `Entries ${versions.first} to ${versions.last}.`;
  const words =
    "The hash of the last entry covers what it says and, through the entry before it, all that came earlier:";
  paper
    .font(faces.plain)
    .fontSize(8)
    .fillColor(inks.muted)
    .text(head === null ? range : `${range} ${words}`, margin);
  if (head !== null) paper.font(faces.code).fillColor(inks.text).text(head);
}

function numberPages(paper: Paper, line: string): void {
  const { start, count } = paper.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    paper.switchToPage(page);
    // Text below the margin would begin a page of its own.
    paper.page.margins.bottom = 0;
    const y = paper.page.height - margin + 12;
    paper.font(faces.plain).fontSize(7).fillColor(inks.muted);
    paper.text(printable(line), margin, y, { lineBreak: false });
    const number = `Page ${page + 1} of ${count}`;
    paper.text(number, paper.page.width - margin - paper.widthOfString(number), y, { lineBreak: false });
  }
}

const plain = new Intl.NumberFormat("en-US");
const withSign = new Intl.NumberFormat("en-US", { signDisplay: "exceptZero" });
const figure = (credits: number) => plain.format(credits);
const signed = (credits: number) => (credits === 0 ? "" : withSign.format(credits));
const dayIn = (at: string, zone: string) =>
  new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: zone }).format(new Date(at));

/** Ids of one day begin alike; their end is random. */
const shortId = (id: string | null) => (id === null ? "" : `${id.slice(0, 4)}…${id.slice(-6)}`);
