import { storefrontIds } from "@covenant/domain";
import { expect, it } from "vitest";
import { termsInForce } from "../terms-in-force.ts";
import { type AdmissionIntake, answerAdmission } from "./answer-admission.ts";
import { ruleOnAdmission } from "./rule-on-admission.ts";

const at = new Date("2026-11-21T12:00:00Z");
const asked = (intake: Partial<AdmissionIntake> & Pick<AdmissionIntake, "storefront">) =>
  answerAdmission({
    at,
    bornOn: null,
    country: null,
    acceptedTermsVersion: termsInForce(intake.storefront, at).version,
    emailConfirmed: true,
    suspendedUntil: null,
    closesAt: null,
    membership: "not-asked",
    ...intake,
  });

it("needs the birthday, and the country only where its age counts and could change anything", () => {
  expect(asked({ storefront: "image-ai-run" })).toMatchObject({ kind: "needs", missing: ["age", "consentAge"] });
  expect(asked({ storefront: "apimodels" })).toMatchObject({ kind: "needs", missing: ["age"] });
  expect(asked({ storefront: "image-ai-run", bornOn: "2012-01-01" })).toMatchObject({
    kind: "needs",
    missing: ["consentAge"],
    explanation: {
      member: expect.stringContaining("We cannot say yet: we first need to know in which country they live"),
    },
  });
  expect(asked({ storefront: "image-ai-run", bornOn: "1990-01-01" })).toMatchObject({
    kind: "ruled",
    ruling: { outcome: { outcome: "admitted" } },
  });
});

it("needs neither where the account is suspended anyway", () => {
  for (const storefront of storefrontIds) {
    expect(asked({ storefront, suspendedUntil: "indefinite", bornOn: "1990-01-01" })).toMatchObject({
      ruling: { outcome: { refusal: "member/suspended" } },
    });
  }
});

it("says the same as the ruling once both are known", () => {
  for (const storefront of storefrontIds) {
    for (const bornOn of ["1990-01-01", "2009-05-05", "2011-05-05", "2014-05-05"]) {
      const question = {
        storefront,
        at,
        bornOn,
        country: "DE",
        acceptedTermsVersion: termsInForce(storefront, at).version,
        emailConfirmed: true,
        suspendedUntil: null,
        closesAt: null,
        membership: "not-asked",
      } as const;
      expect(answerAdmission(question)).toEqual({ kind: "ruled", ruling: ruleOnAdmission(question) });
    }
  }
});
