import { assumed, type Clause, inDocument, interpreted, stated } from "../../clause.ts";
import { strikeScale } from "../../sanctions/strike-scale.ts";
import { lawClauses } from "../law.ts";
import { practice } from "../practice.ts";
import { closingClauses, conductClauses } from "./conduct.ts";

export const version = "2026-06-06";
export const strikes = strikeScale(180);

const terms = inDocument("terms", version, [
  stated(
    "API-1.1",
    "ruling",
    "Using it means agreeing",
    "Whoever uses apimodels.app agrees to these terms and to the privacy policy.",
  ),
  stated(
    "API-1.2",
    "ruling",
    "Eighteen and over",
    "The service is for adults. It is not meant for anyone under 18, and we do not knowingly collect their data.",
  ),
  stated(
    "API-1.3",
    "ruling",
    "An account and its keys",
    "Models are called from an account, in the console or by a key made there.",
  ),
  stated(
    "API-2.1",
    "ruling",
    "Keys are secrets",
    "A key acts for your account. Keep it secret, and replace it at once if it leaks; what was called with it until then is yours to answer for.",
  ),
  stated(
    "API-2.2",
    "ruling",
    "Suspension on reasonable suspicion",
    "Where there is good reason to suspect abuse, fraud or a danger to security, an account or a key can be suspended.",
  ),
  stated(
    "API-5.1",
    "ruling",
    "Changes to these terms",
    "Changes that matter are announced on the site or by e-mail, and the date above is moved.",
  ),
  interpreted(
    "API-i15",
    "ruling",
    "No limit is named",
    "The terms do not say how much we can owe for a loss. We read no limit into them: what is owed is what the law says.",
  ),
  practice.supportTarget("API-a41"),
  practice.acceptance("API-a1"),
  practice.termsNotice("API-a30"),
  practice.confirmedAddress("API-a2"),
  ...closingClauses,
]);

const acceptableUse = inDocument("acceptable-use", version, [
  stated(
    "API-4.1",
    "ruling",
    "Nothing infringing, nothing illegal",
    "Calls may not infringe anyone's rights or serve anything illegal.",
  ),
  stated(
    "API-4.2",
    "ruling",
    "No fraud, no malware",
    "Calls may not serve fraud or the making and spreading of malicious software.",
  ),
  stated(
    "API-4.3",
    "ruling",
    "Nothing that sexualises children",
    "Sexual content about minors is forbidden without exception.",
  ),
  stated(
    "API-4.4",
    "ruling",
    "No deepfakes without consent",
    "Real people may not be depicted deceptively or intimately without their consent.",
  ),
  stated(
    "API-4.5",
    "ruling",
    "No hate, no harassment",
    "Calls may not be used to harass people or to spread hatred against them.",
  ),
  stated(
    "API-4.6",
    "ruling",
    "No way around a model's safety",
    "The safety controls of the companies behind the models may not be circumvented.",
  ),
  stated(
    "API-4.7",
    "ruling",
    "The model maker's rules apply too",
    "Each model comes with the usage policy of the company behind it, and calls have to keep it. Sexually explicit and graphically violent content falls under this.",
  ),
  practice.doubt("API-a3"),
  practice.picturesChecked("API-a103"),
  practice.strikes("API-a4", strikes),
  practice.proof("API-a5"),
  practice.undone("API-a6"),
  ...conductClauses,
]);

const refunds = inDocument("refunds", version, [
  stated(
    "API-3.1",
    "ruling",
    "Only what succeeds is charged",
    "A call that succeeds is charged. A call that fails is not.",
  ),
  interpreted(
    "API-i1",
    "ruling",
    "A blocked call did not succeed",
    "The terms publish no exception to charging for success only, so none applies: a call that was blocked or refused did not succeed, and its credits are released. A strike for a breach stands on its own clause.",
  ),
  stated(
    "API-3.2",
    "ruling",
    "The price shown is the price",
    "Prices follow what the models cost us and may move; for each call, the price shown when it was made holds.",
  ),
  stated(
    "API-3.3",
    "dollars",
    "Pay as you go, in dollars",
    "Credits are bought ahead and settled in US dollars. Whoever pays with Alipay is charged in yuan, at the exchange rate when the order is placed.",
  ),
  stated("API-3.4", "ruling", "Used credits are final", "Credits that a successful call used are not returned."),
  stated(
    "API-3.5",
    "ruling",
    "Bought credits are generally final",
    "As far as the law allows, bought credits are not exchanged back into money.",
  ),
  stated(
    "API-3.6",
    "ruling",
    "Duplicate charges and billing errors",
    "A charge that came twice and an error in a bill are looked into and put right.",
  ),
  practice.takesBack("API-a9"),
  practice.paidBackOnce("API-i2"),
  practice.bankWarning("API-a10"),
  practice.noWayBack("API-a11"),
  practice.cancellation("API-a12"),
  practice.priceNotice("API-a13"),
  practice.packsStay("API-a14"),
  practice.planCredits("API-a15"),
  practice.givenCredits("API-a16"),
  practice.grace("API-a17"),
  practice.suspendedRenewals("API-a18"),
]);

const privacy = inDocument("privacy", version, [
  stated(
    "API-P1.1",
    "informs",
    "What we collect",
    "Your address and sign-in records, records of calls, what you send and what comes back, and the amount and state of orders. Card and wallet credentials stay with Stripe and Alipay.",
  ),
  stated(
    "API-P1.2",
    "informs",
    "What we use it for",
    "To run your calls, bill and reconcile, keep out abuse and fraud, help you, and improve how reliably the service works.",
  ),
  stated(
    "API-P2.1",
    "ruling",
    "Results are kept for you",
    "Links that a model's company lets expire are not what you get: we copy each result to our own storage while its link works, and serve it from there.",
  ),
  stated(
    "API-P2.2",
    "ruling",
    "Uploads go after a few days",
    "Files you upload for a call are temporary and deleted after a few days.",
  ),
  assumed("API-a7", "ruling", "A few days are three", "An uploaded file is deleted three days after it arrived."),
  stated(
    "API-P2.3",
    "ruling",
    "Call records",
    "For each call we keep the model, the time and the credits used, to find faults and reconcile bills.",
  ),
  stated(
    "API-P2.4",
    "records-stay",
    "Account and billing records",
    "Records of the account and its bills stay for the life of the account, and afterwards as long as the law asks.",
  ),
  assumed(
    "API-a8",
    "ruling",
    "Prompts and history",
    "The policy names no time for prompts and the list of your calls. They stay beside their results until you delete them or your account ends.",
  ),
  stated(
    "API-P3.1",
    "recipients",
    "Whom we share with",
    "Data goes to the companies that run the models, to Stripe and Alipay for payments, to Cloudflare R2 for storage and to Resend for e-mail, and only as far as the work needs it. It is not sold.",
  ),
  practice.safetyRecords("API-a60"),
  assumed(
    "API-a61",
    "recipients",
    "Who else",
    "The policy does not speak of two more: the company whose servers we run on, which works on our instructions, and OpenAI, whose moderation model reads the words of a call beforehand and looks at a small copy of each picture that is made.",
  ),
  stated(
    "API-P3.2",
    "recipients",
    "Across borders",
    "The companies behind the models work in several countries, so your data may be processed in another one than yours.",
  ),
  stated(
    "API-P3.3",
    "asks-members",
    "No more than needed",
    "Please leave out of your inputs sensitive data about people that the call does not need.",
  ),
  stated(
    "API-P4.1",
    "one-cookie",
    "Necessary storage only",
    "Cookies and local storage keep you signed in and the console working. There are no third-party trackers.",
  ),
  stated(
    "API-P5.1",
    "sealing",
    "How data is protected",
    "Data is encrypted on its way, and access to it is controlled. We promise no more than that, so keep your keys safe.",
  ),
  stated(
    "API-P6.1",
    "ruling",
    "Your rights",
    "You can ask to see, correct or delete your data, to object to a use of it or have it restricted, and to have your account deleted with all that the law lets us delete.",
  ),
  stated(
    "API-P8.1",
    "informs",
    "Questions about privacy",
    "Questions and requests about privacy go to support by e-mail.",
  ),
  stated(
    "API-P7.1",
    "no-newsletter",
    "Announcements need your yes",
    "News about the product is mailed only with your consent or where the law permits it.",
  ),
]);

const copyright = inDocument("copyright", version, [practice.notices("API-a40")]);

/** Terms of service and privacy policy of apimodels.app, both of 2026-06-06, in our own words. */
export const clauses: readonly Clause[] = [
  ...terms,
  ...acceptableUse,
  ...refunds,
  ...privacy,
  ...copyright,
  ...lawClauses(version),
];
