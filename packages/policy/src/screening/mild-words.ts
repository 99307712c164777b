import type { Found } from "./find-terms.ts";

/** Below this a term is mild: an everyday word that says nothing alone. */
const mild = 0.5;
const doubtful = 0.55;
/** Words lie in rows of so many; company is whoever stands in the same row or beside it. */
const row = 4;
const people = ["person", "minor", "real-person"];

/** Leaves mild terms out where they stand alone; beside a person or another term of their group they are as doubtful as others. */
export function withoutMild(found: readonly Found[]): Found[] {
  if (!found.some(isMild)) return [...found];
  const company = new Map<string, Set<number>>();
  for (const each of found) {
    const key = `${Math.floor(each.at / row)} ${people.includes(each.group) ? "people" : each.group}`;
    company.set(key, (company.get(key) ?? new Set()).add(each.at));
  }
  return found.flatMap((each) => {
    if (!isMild(each)) return [each];
    return isInCompany(each, company) ? [{ ...each, score: doubtful }] : [];
  });
}

function isInCompany({ at, group }: Found, company: ReadonlyMap<string, ReadonlySet<number>>): boolean {
  const own = Math.floor(at / row);
  return [own - 1, own, own + 1].some((each) => {
    const others = company.get(`${each} ${group}`);
    const isAlone = others === undefined || (others.size === 1 && others.has(at));
    return company.has(`${each} people`) || !isAlone;
  });
}

function isMild({ score }: Found): boolean {
  return score < mild;
}
