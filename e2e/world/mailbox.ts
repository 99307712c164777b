import { vi } from "vitest";
import { worldOrigin } from "../installation/installation.ts";

export type Mail = { subject: string; text: string | null; links: string[] };

/** The newest mail to an address whose subject fits, once so many came; waited for, since mails are sent by the worker. */
export function mailTo(address: string, subject: RegExp, { count = 1 } = {}): Promise<Mail> {
  return vi.waitFor(
    async () => {
      const response = await fetch(`${worldOrigin}/mailbox.json?to=${encodeURIComponent(address)}`);
      const { mails }: { mails: Mail[] } = await response.json();
      const [newest, ...earlier] = mails.filter((mail) => subject.test(mail.subject));
      if (newest === undefined || earlier.length + 1 < count) throw new Error(`no mail to ${address} about ${subject}`);
      return newest;
    },
    { timeout: 45_000, interval: 200 },
  );
}
