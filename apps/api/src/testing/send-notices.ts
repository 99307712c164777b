import type { Deps } from "../deps.ts";

/** Has the mails of all price notices leave, each when it was written by the test's clock. */
export async function sendNotices({ db }: Pick<Deps, "db">): Promise<void> {
  await db.query(
    `UPDATE mail SET state = 'sent', sent_at = n.told_at FROM price_notice n
     WHERE n.mail_id = mail.id AND mail.state = 'queued'`,
    [],
  );
}
