import { isTo, type Mail } from "./mail.ts";

export type Mailbox = {
  keep(mail: Mail): void;
  find(id: string): Mail | undefined;
  /** Newest first, those to `to` when given. */
  list(to?: string): Mail[];
};

const kept = 500;

/** Keeps the last 500 mails. */
export function createMailbox(): Mailbox {
  const mails: Mail[] = [];
  return {
    keep(mail) {
      mails.unshift(mail);
      mails.length = Math.min(mails.length, kept);
    },
    find: (id) => mails.find((mail) => mail.id === id),
    list: (to) => mails.filter((mail) => to === undefined || to === "" || isTo(mail, to)),
  };
}
