import type { Deps } from "../deps.ts";

/** The mails written to an address, oldest first. */
export function mailsTo({ db }: Pick<Deps, "db">, recipient: string): Promise<{ subject: string; body: string }[]> {
  return db.rows.mail.findMany({
    where: { recipient },
    select: { subject: true, body: true },
    orderBy: { createdAt: "asc" },
  });
}

/** The token of the confirmation link in the last mail to an address. */
export async function confirmationToken(deps: Pick<Deps, "db">, recipient: string): Promise<string> {
  const token = /\/confirm\?token=([\w-]+)/.exec((await mailsTo(deps, recipient)).at(-1)?.body ?? "")?.[1];
  if (token === undefined) throw new Error(`no confirmation link was mailed to ${recipient}`);
  return token;
}
