import { vi } from "vitest";
import { worldOrigin } from "../installation/installation.ts";

export type Mail = { subject: string; text: string | null; links: string[] };

/** The newest mail to an address whose subject fits; waited for, since mails are sent by the worker. */
export function mailTo(address: string, subject: RegExp): Promise<Mail> {
  return vi.waitFor(
    async () => {
      const response = await fetch(`${worldOrigin}/mailbox.json?to=${encodeURIComponent(address)}`);
      const { mails }: { mails: Mail[] } = await response.json();
      const found = mails.find((mail) => subject.test(mail.subject));
      if (found === undefined) throw new Error(`no mail to ${address} about ${subject}`);
      return found;
    },
    { timeout: 20_000, interval: 200 },
  );
}
