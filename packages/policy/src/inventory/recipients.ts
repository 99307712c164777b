import type { Offer, RecipientId } from "@covenant/domain";

/** Somebody outside who gets data, in words for the people it is about. */
export type Recipient = {
  readonly name: string;
  readonly gets: string;
  readonly why: string;
  /** Where it sits or works. */
  readonly place: string;
  /** Gets something only where the storefront offers this. */
  readonly needs?: Offer;
};

/** Everybody who receives data. What an entry of the register says it goes to is one of these. */
export const recipients: Readonly<Record<RecipientId, Recipient>> = {
  fal: {
    name: "fal.ai",
    gets: "The words and files of a request, and the settings of its model. Never your name, address or account.",
    why: "It runs the models. We ask it to keep nothing wherever it can be asked.",
    place: "United States",
    needs: "fal",
  },
  "model-makers": {
    name: "The companies behind the models",
    gets: "The words and files of a request for their model, from us or through fal.ai, without anything that names you.",
    why: "Their machines do the work, under their own terms. They may hold it briefly, and the history says who did.",
    place: "Where each of them works, which may be another country than yours",
    needs: "model-makers",
  },
  openai: {
    name: "OpenAI, for its moderation model",
    gets: "The words of a request and a small copy of each picture that is made, without anything that names you.",
    why: "To hear a second voice on whether they break a rule.",
    place: "United States",
  },
  stripe: {
    name: "Stripe",
    gets: "Your e-mail address, what you bought and for how much. Card numbers you give to Stripe alone.",
    why: "It takes payments, sends money back and writes invoices.",
    place: "United States and Ireland",
  },
  alipay: {
    name: "Alipay, through Stripe",
    gets: "What you bought and for how much, if you choose to pay with Alipay. You sign in there, not here.",
    why: "It takes the payment.",
    place: "China",
    needs: "alipay",
  },
  resend: {
    name: "Resend",
    gets: "Your e-mail address and the text of each mail to you.",
    why: "It carries our mail.",
    place: "United States",
  },
  "object-storage": {
    name: "Cloudflare R2, or another storage service with the same interface",
    gets: "Files that are encrypted before they leave us. It has no key.",
    why: "To hold them until you fetch or delete them, or their time is over.",
    place: "Where the bucket is",
  },
  hosting: {
    name: "The company whose servers we run on",
    gets: "What lies on its machines: the database, the queue and the logs.",
    why: "To run the service. It works on our instructions and for nothing of its own.",
    place: "Where the servers are",
  },
  authorities: {
    name: "Authorities",
    gets: "What a law or a court demands in a single case, and what has to be reported where a child is in danger.",
    why: "Because the law demands it (18 U.S.C. 2258A is one such law).",
    place: "Where the demand is lawful",
  },
};
