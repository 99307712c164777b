import { pastDueDays } from "../../admission/membership.ts";
import { assumed, type Clause, inDocument, interpreted, stated } from "../../clause.ts";
import { strikeScale } from "../../sanctions/strike-scale.ts";
import { lawClauses } from "../law.ts";
import { practice } from "../practice.ts";
import { closingClauses, conductClauses } from "./conduct.ts";

export const version = "2026-03-01";
export const strikes = strikeScale(180);

const terms = inDocument("terms", version, [
  stated(
    "MMI-1.1",
    "ruling",
    "Using it means agreeing",
    "Whoever uses ModelMyImage agrees to these terms. Anyone who does not agree should not use it.",
  ),
  stated(
    "MMI-2.1",
    "informs",
    "What we do",
    "You upload pictures and choose how they are worked on; we send them to a fitting system and you download a 3D model or a cut-out.",
  ),
  stated("MMI-3.1", "ruling", "An account to pay from", "Everything that costs credits needs an account."),
  stated(
    "MMI-3.4",
    "asks-members",
    "Your sign-in is yours to guard",
    "You look after your password and your sessions, and tell us when someone else got hold of them.",
  ),
  stated(
    "MMI-5.1",
    "no-claim",
    "Your files stay yours",
    "You own what you upload and what comes out of it. We claim neither.",
  ),
  stated(
    "MMI-5.2",
    "no-claim",
    "A licence to do the work, no more",
    "You let us process your files for one purpose: to make the result you asked for and hand it over.",
  ),
  stated(
    "MMI-7.1",
    "no-cards",
    "Card details never reach us",
    "A payment processor takes the payment. Our servers never store a card number.",
  ),
  stated(
    "MMI-7.2",
    "paid-first",
    "Credits follow verified payment",
    "Credits appear once the payment has been verified, and not before.",
  ),
  stated("MMI-7.3", "ruling", "Prices change with notice", "Prices may change. You are told before they do."),
  stated(
    "MMI-8.1",
    "declines",
    "No promise of no interruption",
    "We try to be there always and cannot promise it: maintenance, faults and the systems we depend on can get in the way.",
  ),
  stated(
    "MMI-9.1",
    "ruling",
    "How much we can owe you",
    "As far as the law allows, we owe nothing for indirect loss, and in all no more than you paid us in the twelve months before you made your claim.",
  ),
  stated(
    "MMI-10.1",
    "ruling",
    "Breaking the rules can end access",
    "An account that breaks these terms can be suspended for a time or closed for good.",
  ),
  stated("MMI-10.2", "ruling", "Leaving", "You can close your account at any time by writing to us."),
  stated(
    "MMI-12.1",
    "informs",
    "Questions",
    "Questions about the law, about buying and about privacy reach us by the contact form.",
  ),
  stated(
    "MMI-11.1",
    "ruling",
    "Changes to these terms",
    "These terms may change. A new version carries its date, and who goes on using the service afterwards accepts it.",
  ),
  practice.paidMonths("MMI-i15"),
  practice.supportTarget("MMI-a41"),
  practice.acceptanceByUse("MMI-a1"),
  practice.termsNotice("MMI-a30"),
  practice.confirmedAddress("MMI-a2"),
  interpreted(
    "MMI-i4",
    "ruling",
    "A membership to generate",
    "The terms ask for an account to pay from and do not name the membership that our pages ask for. We read the two together: an account is enough to buy, and generating also needs an active membership.",
  ),
  assumed(
    "MMI-a17",
    "ruling",
    "When a membership is active",
    `A membership is active from its first verified payment. If a renewal cannot be charged, it stays active for ${pastDueDays} days while we try again. If you cancel, it stays active to the end of the period that is paid.`,
  ),
  ...closingClauses,
]);

const acceptableUse = inDocument("acceptable-use", version, [
  stated("MMI-4.1", "ruling", "Only what you may use", "Upload only what you hold the rights to use."),
  stated(
    "MMI-4.2",
    "ruling",
    "Nothing illegal or harmful",
    "Illegal, harmful or otherwise forbidden content may not be uploaded or asked for.",
  ),
  stated(
    "MMI-4.3",
    "ruling",
    "No way around the guards",
    "Security controls and limits on the number of requests are not to be bypassed.",
  ),
  stated("MMI-4.4", "ruling", "No taking apart", "The service is not to be reverse-engineered or abused."),
  stated(
    "MMI-4.5",
    "ruling",
    "No resale without our permission",
    "Access may be resold only with our written permission.",
  ),
  practice.doubt("MMI-a3"),
  practice.picturesChecked("MMI-a103"),
  practice.strikes("MMI-a4", strikes),
  practice.proof("MMI-a5"),
  practice.undone("MMI-a6"),
  ...conductClauses,
]);

const refunds = inDocument("refunds", version, [
  stated(
    "MMI-3.2",
    "ruling",
    "A generation uses the credits of its tier",
    "Credits are bought ahead. Each generation uses as many as the quality you chose costs.",
  ),
  stated(
    "MMI-3.3",
    "ruling",
    "Credits are not paid back, except where the law says so",
    "Bought credits are not exchanged back into money, except where the law gives you that right.",
  ),
  interpreted(
    "MMI-i1",
    "ruling",
    "No result, no cost",
    "The terms do not say what a blocked or failed generation costs. We take them to mean this: a generation uses credits because it yields a result. Without a result nothing was used, and the credits are released. A strike for a breach stands on its own clause.",
  ),
  practice.takesBack("MMI-a8"),
  practice.paidBackOnce("MMI-i3"),
  practice.bankWarning("MMI-a9"),
  practice.noWayBack("MMI-a10"),
  practice.cancellation("MMI-a11"),
  practice.priceNotice("MMI-a12"),
  practice.packsStay("MMI-a13"),
  practice.planCredits("MMI-a14"),
  practice.givenCredits("MMI-a15"),
  practice.grace("MMI-a16"),
  practice.suspendedRenewals("MMI-a18"),
]);

const privacy = inDocument("privacy", version, [
  stated(
    "MMI-P1.1",
    "informs",
    "What we collect",
    "Your address and sign-in records, the pictures you upload, records of jobs, payment records without card numbers, and logs of use and security.",
  ),
  stated(
    "MMI-P2.1",
    "informs",
    "What we use it for",
    "To run the service and turn pictures into models, to know you and protect your account, to bill, and to keep the service safe and working.",
  ),
  stated(
    "MMI-5.3",
    "no-training",
    "Nothing trains a model",
    "Neither your uploads nor your results are used to train AI models.",
  ),
  stated(
    "MMI-6.1",
    "ruling",
    "Zero retention of files",
    "We keep no source files and no results. They are on our side only while the work is done and handed over.",
  ),
  assumed(
    "MMI-a7",
    "ruling",
    "How long handing over takes",
    "Files and prompts are deleted 60 minutes after they were made, or 10 minutes after your first complete download, whichever comes first.",
  ),
  stated(
    "MMI-6.2",
    "ruling",
    "Records that may stay",
    "Records about accounts, payments and security stay as long as they are needed for these, against fraud, or by the law.",
  ),
  interpreted(
    "MMI-i2",
    "ruling",
    "Zero retention and a history of 60 days",
    "Zero retention speaks of files on our side. Your history lists what you made for 60 days, as records without pictures or models. Both are true together, so we always show them together.",
  ),
  stated(
    "MMI-6.3",
    "routing",
    "Other companies' systems do the work",
    "Each job is routed to a third party's system without your having to choose. Wherever such a system can be told to keep nothing and clean up, we tell it; some hold the files briefly while they work, and we say so.",
  ),
  stated(
    "MMI-P5.1",
    "sealing",
    "How data is protected",
    "Data is encrypted on its way, your files also where they are stored, each with a key of its own. Only the parts and people that need data can reach it.",
  ),
  stated(
    "MMI-P6.1",
    "recipients",
    "Never sold, seldom shared",
    "Personal data is not sold. It goes only to the companies that run sign-in, billing, hosting and the routed work, and to authorities where the law demands it or someone must be protected.",
  ),
  assumed(
    "MMI-a60",
    "recipients",
    "Which companies these are",
    "The policy names no companies. Billing is done by Stripe; sign-in includes Resend, which carries our mail; hosting includes whoever stores our encrypted files; the routed work goes to the companies behind the models, through fal.ai or straight to them, and a moderation model of OpenAI reads the words of a request beforehand and looks at a small copy of each picture that is made.",
  ),
  stated(
    "MMI-P7.1",
    "ruling",
    "Your rights",
    "You can ask to see, correct, delete or export your data, to object to a use of it or to have it restricted. The contact page is the way.",
  ),
  stated(
    "MMI-P8.1",
    "one-cookie",
    "Essential cookies only",
    "Cookies keep you signed in. There are none for advertising.",
  ),
  stated(
    "MMI-P9.1",
    "ruling",
    "Changes to this policy",
    "Changes that matter are posted here with the date they take effect.",
  ),
]);

const copyright = inDocument("copyright", version, [practice.notices("MMI-a40")]);

/** Terms of service and privacy policy of ModelMyImage, both of 2026-03-01, in our own words. */
export const clauses: readonly Clause[] = [
  ...terms,
  ...acceptableUse,
  ...refunds,
  ...privacy,
  ...copyright,
  ...lawClauses(version),
];
