import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";
import { type NoticeKind, noticeKinds, noticeKindWords } from "./notice-facts.ts";

/** What a counter-notice has to carry: 17 U.S.C. 512(g)(3)(A) to (D). */
export type CounterElements = {
  readonly signature: boolean;
  /** The material, and where it was. */
  readonly material: boolean;
  /** Under penalty of perjury, that it was taken down by mistake. */
  readonly mistake: boolean;
  /** Name, address and phone, consent to a federal court, and that papers of the claimant are accepted. */
  readonly court: boolean;
};
export type CounterElement = keyof CounterElements;
export const counterElements = [
  "signature",
  "material",
  "mistake",
  "court",
] as const satisfies readonly CounterElement[];

export type CounterNoticeFacts = CounterElements & {
  /** What the material was taken down for. */
  readonly kind: NoticeKind;
  /** `sued`: the claimant showed us an action filed in court before the material was back. */
  readonly claimant: "silent" | "sued";
  /** Whether a copy is left that could be put back. */
  readonly copy: "kept" | "gone";
};

/** What a counter-notice leads to; days are business days after its receipt. `clear`: nothing is left, so only the mark goes. */
export type CounterNoticeVerdict =
  | {
      readonly action: "put-back" | "clear";
      readonly earliestDays: number;
      readonly targetDays: number;
      readonly latestDays: number;
    }
  | { readonly action: "ask-to-complete"; readonly answerDays: number }
  | { readonly action: "stay-down"; readonly why: "sued" | "intimate-imagery" };

export const onCounterNotice = conditionsOn<CounterNoticeFacts>();

export const counterElementWords = {
  signature: { true: "the counter-notice is signed", false: "the counter-notice is not signed" },
  material: {
    true: "it says what was taken down and where it was",
    false: "it does not say what was taken down where",
  },
  mistake: { true: "it states that this was a mistake", false: "it does not state that this was a mistake" },
  court: { true: "it gives an address and accepts a court", false: "it gives no address or accepts no court" },
} as const satisfies Record<CounterElement, Record<"true" | "false", string>>;

export const claimantWords = {
  silent: "no action in court is known",
  sued: "the claimant went to court",
} as const satisfies Record<CounterNoticeFacts["claimant"], string>;

export const copyWords = {
  kept: "a copy is kept",
  gone: "no copy is left",
} as const satisfies Record<CounterNoticeFacts["copy"], string>;

const yesNo = [true, false] as const;

export const counterNoticeFamily: Family<CounterNoticeFacts> = {
  name: "counter-notice",
  question: "counterNotice",
  points: () =>
    noticeKinds.flatMap((kind) =>
      (["silent", "sued"] as const).flatMap((claimant) =>
        (["kept", "gone"] as const).flatMap((copy) =>
          everyCounter().map((elements) => ({ kind, claimant, copy, ...elements })),
        ),
      ),
    ),
  tell: (facts) => [
    noticeKindWords[facts.kind],
    ...counterElements.map((element) => counterElementWords[element][`${facts[element]}`]),
    claimantWords[facts.claimant],
    copyWords[facts.copy],
  ],
};

function everyCounter(): CounterElements[] {
  return yesNo.flatMap((signature) =>
    yesNo.flatMap((material) =>
      yesNo.flatMap((mistake) => yesNo.map((court) => ({ signature, material, mistake, court }))),
    ),
  );
}
