import type Stripe from "stripe";
import { moneyOf } from "../payments/money.ts";
import { dateOf } from "./invoice-pages.ts";

/** An invoice as a page of A4 in Helvetica: one PDF 1.4 file with five objects and a table of where they stand. */
export function writePdf(invoice: Stripe.Invoice): Buffer {
  const content = textBlock(linesOf(invoice));
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  file += `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

function linesOf(invoice: Stripe.Invoice): string[] {
  const money = (minor: number) => moneyOf(minor, invoice.currency);
  return [
    `Invoice ${invoice.number ?? "(draft)"}`,
    `Sandbox - no money moves here. Status: ${invoice.status}`,
    `Date: ${dateOf(invoice.created)}`,
    `To: ${invoice.customer_name ?? ""} ${invoice.customer_email ?? ""}`,
    "",
    ...invoice.lines.data.map(
      ({ description, period, amount }) =>
        `${description ?? ""}   ${dateOf(period.start)} - ${dateOf(period.end)}   ${money(amount)}`,
    ),
    "",
    `Total: ${money(invoice.total)}`,
    `Paid: ${money(invoice.amount_paid)}`,
    `To pay: ${money(invoice.amount_remaining)}`,
  ];
}

function textBlock(lines: string[]): string {
  const shown = lines.map((line) => `(${escapeText(line)}) Tj T*`).join("\n");
  return `BT /F1 11 Tf 56 780 Td 18 TL\n${shown}\nET`;
}

/** Letters outside Latin-1 have no place in the font's encoding. */
function escapeText(text: string): string {
  return text
    .replaceAll("€", "\x80")
    .replace(/[()\\]/g, "\\$&")
    .replace(/[^\x20-\xff]/g, "?");
}
