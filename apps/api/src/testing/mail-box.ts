import type { Deps } from "../deps.ts";

/** The mails written to an address, oldest first. */
export function mailsTo({ db }: Pick<Deps, "db">, recipient: string): Promise<{ subject: string; body: string }[]> {
  return db.rows.mail.findMany({
    where: { recipient },
    select: { subject: true, body: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/** The token of the confirmation link in the last mail to an address. */
export function confirmationToken(deps: Pick<Deps, "db">, recipient: string): Promise<string> {
  return tokenFor(deps, recipient, "confirm");
}

/** The token of the link that sets a new password, in the last mail to an address. */
export function resetToken(deps: Pick<Deps, "db">, recipient: string): Promise<string> {
  return tokenFor(deps, recipient, "reset-password");
}

async function tokenFor(deps: Pick<Deps, "db">, recipient: string, page: string): Promise<string> {
  const body = (await mailsTo(deps, recipient)).at(-1)?.body ?? "";
  const token = new RegExp(`/${page}\\?token=([\\w-]+)`).exec(body)?.[1];
  if (token === undefined) throw new Error(`no link to ${page} was mailed to ${recipient}`);
  return token;
}
