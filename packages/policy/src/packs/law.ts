import { byLaw, type Clause, inDocument } from "../clause.ts";

/** Law that stands in every storefront's terms, since the first day of each. Statutes are named in the text. */
export function lawClauses(since: string): readonly Clause[] {
  return [
    ...inDocument("terms", since, [
      byLaw(
        "LAW-AGE",
        "ruling",
        "Old enough to agree alone",
        "You must have reached the age at which the country you live in lets a person agree to an online service alone. In Europe this is between 13 and 16 (GDPR, article 8); nowhere do we accept less than 13.",
      ),
      byLaw(
        "LAW-REASONS",
        "ruling",
        "You are told why",
        "Whenever we restrict you, your content or your credits, you get a statement of reasons: what was decided, on which facts and clause, whether a machine took part, and how to contest it (Regulation (EU) 2022/2065, article 17).",
      ),
      byLaw(
        "LAW-APPEAL",
        "ruling",
        "Someone else looks again",
        "You can appeal such a decision free of charge for at least six months. It is decided by a person who did not take the first decision, and if it was wrong it is undone (Regulation (EU) 2022/2065, article 20).",
      ),
    ]),
    ...inDocument("acceptable-use", since, [
      byLaw(
        "LAW-CHILD-SAFETY",
        "ruling",
        "Children come first",
        "Anything that may sexualise a child is stopped at the first doubt and looked at by a specially authorised person. What is clearly of that kind is preserved, shut away and reported to the authorities (18 U.S.C. 2258A). We never say what was matched.",
      ),
      byLaw(
        "LAW-NCII",
        "ruling",
        "Intimate imagery without consent",
        "Anyone, member or not, can report an intimate picture of themselves that was made or shared without consent, invented ones included. The report is signed, says which picture it is and where, that nobody consented, and how to reach you. We remove the picture and the identical copies we know of within 48 hours, and there is no counter-notice (TAKE IT DOWN Act, section 3).",
      ),
    ]),
    ...inDocument("refunds", since, [
      byLaw(
        "LAW-WITHDRAWAL",
        "ruling",
        "Fourteen days to change your mind",
        "Consumers in the European Union, the European Economic Area and the United Kingdom may withdraw from a purchase without giving a reason. You have 14 days from the day after you paid; a subscription's renewals begin no new ones. If the last day is a Saturday, a Sunday or a public holiday where you live, you have until the end of the next working day. You get back the price of the credits you have not used. What you used is paid for, if you asked us to start within these days; otherwise you get everything back. This goes before every clause that calls credits final (Directive 2011/83/EU, articles 9 to 16; Regulation (EEC, Euratom) 1182/71, article 3; in the United Kingdom the Consumer Contracts Regulations 2013, regulations 29 to 38).",
      ),
      byLaw(
        "LAW-BILLING",
        "ruling",
        "Charged twice, or for nothing",
        "A duplicate charge, a wrong amount, credits that were paid for and never arrived, and a renewal charged after your cancellation had reached us are put right in full, whatever another clause says.",
      ),
      byLaw(
        "LAW-RIGHTS",
        "ruling",
        "Rights you cannot sign away",
        "Rights that the law does not let a consumer give up remain yours. Where a clause and such a right disagree, the right wins.",
      ),
    ]),
    ...inDocument("privacy", since, [
      byLaw(
        "LAW-DATA-RIGHTS",
        "ruling",
        "Your data and you",
        "You can see your data, get it in a file, have it corrected or deleted, object to a use of it, have a use stopped for a while, and close your account. First we have to know that it is you who asks. You have an answer within one month; where it takes much more work we tell you so within that month, and have two more (Regulation (EU) 2016/679, articles 12 and 15 to 21).",
      ),
      byLaw(
        "LAW-PRESERVATION",
        "ruling",
        "What the law makes us keep",
        "Some things we may not delete, whoever asks and whatever another clause says: what was reported to the authorities, for at least one year (18 U.S.C. 2258A(h)), and what a court case is about. It is shut away meanwhile. After that year a person looks at it again.",
      ),
      byLaw(
        "LAW-CLAIMS",
        "sealing",
        "No claim beyond its mechanism",
        "We say about security only what is built: data is encrypted on its way to us, and each stored file is encrypted with a key of its own. We claim no certificate that we cannot show.",
      ),
    ]),
    ...inDocument("copyright", since, [
      byLaw(
        "LAW-COPYRIGHT-NOTICE",
        "ruling",
        "Reporting an infringement",
        "A copyright notice needs six things: a signature, the work, the material and where it is, a way to reach you, your good-faith belief that the use is not allowed, and a statement under penalty of perjury that the notice is accurate and you may act for the owner (17 U.S.C. 512(c)(3)).",
      ),
      byLaw(
        "LAW-COUNTER-NOTICE",
        "ruling",
        "Answering a notice",
        "A member whose material was taken down can send a counter-notice: a signature, the material and where it was, a statement under penalty of perjury that it was taken down by mistake, and name, address and consent to a court. We then put it back between 10 and 14 business days later, unless the claimant goes to court (17 U.S.C. 512(g)).",
      ),
      byLaw(
        "LAW-REPEAT",
        "ruling",
        "Repeat infringers",
        "Accounts that infringe again and again are closed in appropriate circumstances (17 U.S.C. 512(i)). A notice that was answered and not pursued does not count.",
      ),
    ]),
  ];
}
