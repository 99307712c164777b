import { type Fields, textOf, textsOf } from "../record.ts";

/** One mail as it was accepted. */
export type Mail = {
  id: string;
  at: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  html: string | null;
  text: string | null;
};

/** Reads a mail from Resend's fields; the text says which one is missing. */
export function readMail(id: string, fields: Fields): Mail | { missing: string } {
  const from = textOf(fields.from);
  const subject = textOf(fields.subject);
  const to = textsOf(fields.to);
  const html = textOf(fields.html) ?? null;
  const text = textOf(fields.text) ?? null;
  if (from === undefined) return { missing: "from" };
  if (to.length === 0) return { missing: "to" };
  if (subject === undefined) return { missing: "subject" };
  if (html === null && text === null) return { missing: "html" };
  const copies = { cc: textsOf(fields.cc), bcc: textsOf(fields.bcc), replyTo: textsOf(fields.reply_to) };
  return { id, at: new Date().toISOString(), from, to, ...copies, subject, html, text };
}

/** The addresses a mail links to, each once, in order; only web addresses. */
export function linksOf({ html, text }: Mail): string[] {
  const quoted = [...(html ?? "").matchAll(/href\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
  const written = [...(text ?? "").matchAll(/https?:\/\/[^\s<>"')\]]+/g)].map(([address]) =>
    address.replace(/[.,;:!?]+$/, ""),
  );
  const addresses = [...quoted.map((address) => address.replaceAll("&amp;", "&")), ...written];
  return [...new Set(addresses.filter((address) => /^https?:\/\//.test(address)))];
}

/** True when the mail went to this address, in whatever case and with or without a display name. */
export function isTo(mail: Mail, address: string): boolean {
  const wanted = address.toLowerCase();
  return [...mail.to, ...mail.cc, ...mail.bcc].some((to) => bareAddress(to) === wanted);
}

function bareAddress(to: string): string {
  return (/<([^>]+)>/.exec(to)?.[1] ?? to).trim().toLowerCase();
}
