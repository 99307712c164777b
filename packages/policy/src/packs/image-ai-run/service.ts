import { assumed, type ClauseEntry, interpreted, stated } from "../../clause.ts";
import { practice } from "../practice.ts";
import { closingClauses } from "./conduct.ts";

export const terms: readonly ClauseEntry[] = [
  stated(
    "IAI-1.1",
    "ruling",
    "Using it means agreeing",
    "Whoever opens or uses Image-AI.run is bound by these terms. Anyone who does not agree may not use it.",
  ),
  stated(
    "IAI-1.2",
    "informs",
    "What we do",
    "One place to make pictures with AI models that other companies built. Parts of it may change, pause or end.",
  ),
  stated(
    "IAI-2.1",
    "ruling",
    "How old you must be",
    "You must be at least 13, or as old as your country asks for agreeing to an online service alone, whichever is more.",
  ),
  stated("IAI-2.2", "ruling", "An account", "Most of the service needs an account."),
  stated(
    "IAI-2.3",
    "ruling",
    "True details",
    "The details of an account have to be true. An account with false ones can be suspended or closed.",
  ),
  stated(
    "IAI-2.4",
    "permits",
    "Any lawful purpose",
    "Private, professional, commercial, teaching and research use are all welcome, as long as it is lawful.",
  ),
  stated(
    "IAI-2.5",
    "asks-members",
    "Able to agree",
    "By using the service you tell us that you may, under the law, enter into a binding agreement.",
  ),
  assumed(
    "IAI-a78",
    "asks-members",
    "Keeping an account",
    "The terms announce duties of whoever has an account and do not list them. Ordinary ones: keep your details up to date and your sign-in to yourself, and tell us when someone else got hold of it.",
  ),
  stated(
    "IAI-5.1",
    "no-claim",
    "The pictures are yours",
    "As long as you keep these terms, you own the pictures you make and may use them for anything lawful. We claim no copyright in them.",
  ),
  assumed(
    "IAI-a79",
    "informs",
    "What is ours",
    "The terms announce what the house owns and do not list it. Ordinarily that is the site, its software, its texts and its name.",
  ),
  stated(
    "IAI-5.2",
    "informs",
    "AI pictures may not be protected",
    "In many countries a picture made by AI alone has no copyright. We give no legal advice; ask a lawyer where much depends on it.",
  ),
  stated(
    "IAI-5.3",
    "ruling",
    "The models belong to their makers",
    "Models come from companies such as Alibaba, Google, OpenAI and ByteDance and are reached through fal.ai. Their usage policies hold for your use too.",
  ),
  stated(
    "IAI-6.2",
    "ruling",
    "Thirty days' notice of prices",
    "Existing subscribers learn of new prices, credits per generation included, at least 30 days ahead.",
  ),
  stated("IAI-6.4", "ruling", "The pricing page", "What things cost now stands on the pricing page."),
  stated(
    "IAI-7.1",
    "ruling",
    "Cancel at any time",
    "A subscription can be cancelled at any time, in either of two ways.",
  ),
  assumed(
    "IAI-a5",
    "ruling",
    "The two ways to cancel",
    "The two ways are the billing page and a mail to support. A cancellation holds from the moment we receive it, and we confirm it.",
  ),
  stated(
    "IAI-7.2",
    "ruling",
    "When a cancellation takes effect",
    "A cancelled subscription runs to the end of the period that is paid. Its credits can be used until they expire as the plan says.",
  ),
  stated(
    "IAI-9.1",
    "declines",
    "No promise of no interruption",
    "Maintenance and faults, ours or of the companies behind the models, can interrupt the service.",
  ),
  stated(
    "IAI-9.2",
    "declines",
    "Look before you use",
    "Pictures made by AI can be wrong, odd or too like something that exists. Whether and how to use one is for you to judge. The service comes as it is, without warranties, as far as the law allows.",
  ),
  stated(
    "IAI-10.1",
    "ruling",
    "How much we can owe you",
    "In all, we owe no more than what you paid in the twelve months before the event, or 100 US dollars if that is more, as far as the law allows a limit.",
  ),
  stated(
    "IAI-10.2",
    "for-courts",
    "Claims by others",
    "If others claim against us because of what you did with the service, you answer for it, reasonable lawyers' fees included.",
  ),
  stated(
    "IAI-11.1",
    "ruling",
    "Suspension and termination",
    "An account that breaks these terms can be suspended or closed. While it is suspended, nothing can be started.",
  ),
  stated(
    "IAI-11.2",
    "ruling",
    "Notice before termination",
    "As a rule we tell you before an account is closed. The exceptions are fraud, a danger to security, and cases in which telling would help a further breach.",
  ),
  stated(
    "IAI-13.1",
    "for-courts",
    "Law and disputes",
    "The law of the place we run the service from applies, and disputes are settled there. If one part of these terms fails, the others stand.",
  ),
  stated(
    "IAI-13.2",
    "ruling",
    "Rights that stay",
    "Rights that the law of your country does not let you give up remain yours, whatever these terms say.",
  ),
  stated(
    "IAI-13.3",
    "ruling",
    "Changes to these terms",
    "Changes that matter are announced, and the date of these terms is moved.",
  ),
  stated("IAI-13.4", "ruling", "Answers", "We aim to answer mail to support within one to three business days."),
  interpreted(
    "IAI-i16",
    "ruling",
    "A form is a mail",
    "The terms speak of mail to support. A question asked by a form reaches the same people, so we read it as a mail.",
  ),
  practice.paidMonths("IAI-i15"),
  practice.acceptance("IAI-a1"),
  practice.termsNotice("IAI-a30"),
  practice.confirmedAddress("IAI-a2"),
  ...closingClauses,
];

export const privacy: readonly ClauseEntry[] = [
  stated(
    "IAI-P1.1",
    "ruling",
    "What is stored",
    "Your prompts, the pictures you give as a reference and the pictures you make are stored, for your history, for support and against abuse.",
  ),
  assumed(
    "IAI-a6",
    "ruling",
    "Until when",
    "What is stored for your history stays until you delete it or your account ends, and so do the records of your requests.",
  ),
  practice.safetyRecords("IAI-a60"),
  assumed(
    "IAI-a61",
    "recipients",
    "Who receives data",
    "The documents name the companies behind the models. We add the others: fal.ai, through which the models are reached, and OpenAI, whose moderation model reads the words of a request beforehand and looks at a small copy of each picture that is made; Stripe for payments, Resend for e-mail, whoever stores our encrypted files, and the company whose servers we run on. Nobody else receives your data, except where the law demands it.",
  ),
  interpreted(
    "IAI-i17",
    "ruling",
    "Rights that the documents do not name",
    "The documents name no rights over your data, and the law gives them to many. We do not read the silence as a refusal: every member has these rights, wherever they live, by a mail to support.",
  ),
  stated(
    "IAI-5.4",
    "no-training",
    "Nothing trains a model",
    "We train no models, and give prompts, pictures and data to nobody who would train with them.",
  ),
];

export const copyright: readonly ClauseEntry[] = [
  stated(
    "IAI-12.1",
    "ruling",
    "Copyright notices",
    "Anyone whose work is infringed here can write to support. We answer valid notices and may remove what they name.",
  ),
  practice.notices("IAI-a40"),
  stated("IAI-12.2", "ruling", "Repeat infringers", "The accounts of members who infringe repeatedly are closed."),
];
