import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

export const noticeKinds = ["copyright", "intimate-imagery"] as const;
/** What a notice complains of: a work that was infringed, or an intimate picture without consent, invented ones included. */
export type NoticeKind = (typeof noticeKinds)[number];

/**
 * What a notice can carry. Of a copyright notice the law asks for all six (17 U.S.C. 512(c)(3)(A)(i) to (vi)); of an
 * intimate-imagery request for four of them, `goodFaith` being the statement that nobody consented (TAKE IT DOWN Act,
 * section 3(a)(1)(B)).
 */
export type NoticeElements = {
  readonly signature: boolean;
  readonly work: boolean;
  /** The material, and enough to find it. */
  readonly material: boolean;
  readonly contact: boolean;
  readonly goodFaith: boolean;
  /** That the notice is accurate and, under penalty of perjury, that the sender may act for the owner. */
  readonly accuracy: boolean;
};
export type NoticeElement = keyof NoticeElements;

/** What the law asks for, in its order. */
export const elementsAskedFor = {
  copyright: ["signature", "work", "material", "contact", "goodFaith", "accuracy"],
  "intimate-imagery": ["signature", "material", "goodFaith", "contact"],
} as const satisfies Record<NoticeKind, readonly NoticeElement[]>;

export type TakedownNoticeFacts = NoticeElements & {
  readonly kind: NoticeKind;
  /** `not-kept`: it never was with us, or it is gone. Counts once the material is named. */
  readonly hosting: "kept" | "not-kept";
};

/** What a notice leads to. Days are business days. */
export type TakedownNoticeVerdict =
  /** Copyright: expeditiously, and the member can answer with a counter-notice. */
  | { readonly action: "remove"; readonly businessDays: number; readonly canBeCountered: true }
  | { readonly action: "remove"; readonly hours: number; readonly canBeCountered: false }
  | { readonly action: "ask-to-complete"; readonly answerDays: number; readonly cureDays: number }
  | { readonly action: "say-not-hosted"; readonly answerDays: number };

export const onTakedownNotice = conditionsOn<TakedownNoticeFacts>();

export const noticeKindWords = {
  copyright: "the notice is about copyright",
  "intimate-imagery": "the notice is about an intimate picture without consent",
} as const satisfies Record<NoticeKind, string>;

export const hostingWords = {
  kept: "we keep the material",
  "not-kept": "we do not keep the material",
} as const satisfies Record<TakedownNoticeFacts["hosting"], string>;

export const elementWords = {
  signature: { true: "it is signed", false: "it is not signed" },
  work: { true: "it names the work", false: "it does not name the work" },
  material: { true: "it says where the material is", false: "it does not say where the material is" },
  contact: { true: "it says how to reach the sender", false: "it does not say how to reach the sender" },
  goodFaith: { true: "it states good faith", false: "it does not state good faith" },
  accuracy: {
    true: "it states that it is accurate and that the sender may act",
    false: "it does not state that it is accurate and that the sender may act",
  },
} as const satisfies Record<NoticeElement, Record<"true" | "false", string>>;

export const takedownNoticeFamily: Family<TakedownNoticeFacts> = {
  name: "takedown notice",
  question: "takedownNotice",
  points: () =>
    noticeKinds.flatMap((kind) =>
      (["kept", "not-kept"] as const).flatMap((hosting) =>
        everyNotice().map((elements) => ({ kind, hosting, ...elements })),
      ),
    ),
  tell: (facts) => [
    noticeKindWords[facts.kind],
    ...elementsAskedFor[facts.kind].map((element) => elementWords[element][`${facts[element]}`]),
    hostingWords[facts.hosting],
  ],
};

/** Every way in which six elements can be there or missing. */
function everyNotice(): NoticeElements[] {
  return Array.from({ length: 64 }, (_, number) => {
    const has = (place: number) => Math.floor(number / 2 ** place) % 2 === 0;
    return { signature: has(0), work: has(1), material: has(2), contact: has(3), goodFaith: has(4), accuracy: has(5) };
  });
}
