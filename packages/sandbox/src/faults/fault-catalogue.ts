/** Every switch, by stand-in, with what it does. A name in brackets inside a prompt throws the switch for that call. */
export const faultCatalogue = {
  fal: {
    fail: "The run ends COMPLETED with error runner_disconnected; its result answers 503.",
    "fail-once": "As fail, the first time this prompt is seen; the same prompt succeeds afterwards.",
    slow: "The run takes ten times as long.",
    timeout: "The run stays IN_PROGRESS and never finishes.",
    "refuse-prompt": "The result answers 422 content_policy_violation.",
    "refuse-output": "The result is a black picture with has_nsfw_concepts [true].",
    "no-media": "The result answers 422 no_media_generated.",
    "no-webhook": "No webhook is sent; the result is there for who polls.",
    "duplicate-webhook": "The webhook is sent three times.",
    "webhook-first": "The run finishes and its webhook arrives before the submit is answered.",
    "bad-signature": "The webhook is signed with a key that is not published.",
    "stale-webhook": "The webhook carries a valid signature of ten minutes ago.",
    "lost-submit": "The run is accepted, but the connection drops before the answer.",
    "locked-poll": "Status polls answer 403 (account locked) while the run goes on and its webhook arrives.",
    "cancel-ignored": "A cancellation is acknowledged, yet the run completes.",
    corrupt: "The result file stops half way.",
    html: "The result file's address answers 200 with a web page.",
    "expired-url": "The result file's address answers 403 with an XML error.",
    "private-redirect": "The result file's address redirects to http://127.0.0.1:1/.",
    "429": "The submit is refused: concurrent_requests_limit.",
    locked: "The submit is refused with 403: the account's balance is exhausted.",
  },
  stripe: {
    "no-webhook": "The next event is recorded and never sent.",
    "duplicate-webhook": "The next event is sent three times.",
    "delay-webhook": "The next event is sent 30 seconds later.",
    "late-webhook": "The payer is sent back first; the event follows after 3 seconds.",
    "reorder-webhook": "The next event is overtaken by the one after it.",
    "bad-signature": "The next event is signed with another secret.",
    "stale-webhook": "The next event carries a valid signature of ten minutes ago.",
    "wrong-version": "The next event is written in API version 2020-08-27.",
    "foreign-event":
      "The next event is followed by one of another account, signed well, about an object that is not ours.",
    "api-error": "The next API call answers 500 api_error.",
    "rate-limit": "The next API call answers 429 rate_limit.",
    "lost-answer": "The next write is carried out, but the connection drops before the answer.",
    "refund-pending": "The next refund is pending and succeeds 2 seconds later.",
    "refund-fails": "The next refund is pending and fails 2 seconds later.",
  },
  openai: {
    "moderation:off": "The moderation answers clean, whatever the text says.",
    "moderation:error": "The moderation answers 500.",
    "moderation:429": "The moderation answers 429 rate_limit_exceeded.",
    "moderation:timeout": "The moderation never answers.",
    "moderation:harassment": "Flags harassment with 0.95.",
    "moderation:harassment/threatening": "Flags harassment/threatening with 0.95.",
    "moderation:hate": "Flags hate with 0.95.",
    "moderation:hate/threatening": "Flags hate/threatening with 0.95.",
    "moderation:illicit": "Flags illicit with 0.95.",
    "moderation:illicit/violent": "Flags illicit/violent with 0.95.",
    "moderation:self-harm": "Flags self-harm with 0.95.",
    "moderation:self-harm/intent": "Flags self-harm/intent with 0.95.",
    "moderation:self-harm/instructions": "Flags self-harm/instructions with 0.95.",
    "moderation:sexual": "Flags sexual with 0.95.",
    "moderation:sexual/minors": "Flags sexual/minors with 0.95.",
    "moderation:violence": "Flags violence with 0.95.",
    "moderation:violence/graphic": "Flags violence/graphic with 0.95.",
  },
  resend: {
    "429": "The mail is refused: rate_limit_exceeded.",
    "api-error": "The mail is refused: 500 application_error.",
    "lost-answer": "The mail is accepted, but the connection drops before the answer.",
  },
} as const;

export type Room = keyof typeof faultCatalogue;
export type FaultOf<R extends Room> = keyof (typeof faultCatalogue)[R] & string;

/** True when `name` is a stand-in that has switches. */
export function isRoom(name: string): name is Room {
  return Object.hasOwn(faultCatalogue, name);
}

/** True when `fault` is a switch of `room`. */
export function isFaultOf<R extends Room>(room: R, fault: string): fault is FaultOf<R> {
  return Object.hasOwn(faultCatalogue[room], fault);
}

/** The switches of a stand-in, in the order they are described. */
export function faultsOf<R extends Room>(room: R): FaultOf<R>[] {
  return Object.keys(faultCatalogue[room]).filter((fault) => isFaultOf(room, fault));
}
