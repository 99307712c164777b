import { recordAct } from "@covenant/db";
import { Refusal, type StaffActor, type StaffId, type StaffSignInRequest, type StaffView } from "@covenant/domain";
import { isPassword } from "../sessions/passwords.ts";
import { countSignIn, forgiveSignIn } from "../sessions/sign-in-tries.ts";
import { startStaffSession } from "../sessions/staff-session.ts";
import type { RequestFacts } from "../trpc/context.ts";
import { countCode, forgiveCodes } from "./code-tries.ts";
import { findStaff, openTotp, type StaffKey, takeStep } from "./staff-store.ts";
import { stepOfCode } from "./totp.ts";
import { viewStaff } from "./view-staff.ts";

/**
 * Signs a person of the staff in with password and second factor together, under a new session. A right code with a
 * wrong password is refused and not used up; a code that signed in once never does again.
 * @throws Refusal "session/wrong-password", "session/wrong-code", "session/locked" or "request/too-many".
 */
export async function signInStaff(
  facts: RequestFacts,
  { email, password, code }: StaffSignInRequest,
): Promise<StaffView> {
  const { deps } = facts;
  const attempt = { door: "staff", email, ip: facts.ip() } as const;
  await countSignIn(deps.db, attempt);
  const staff = await findStaff(deps.db, email);
  const isRight = await isPassword(staff?.passwordHash ?? null, password);
  if (staff === null || !isRight) throw new Refusal("session/wrong-password");
  await countCode(deps.db, staff.id);
  facts.setCookie(await enter(facts, staff, code));
  await Promise.all([forgiveCodes(deps.db, staff.id), forgiveSignIn(deps.db, attempt)]);
  return viewStaff(deps.db, staff.id);
}

/** Takes the code's time step, records the act and opens the session, all or nothing. Answers the cookie to set. */
async function enter({ deps, cookies }: RequestFacts, staff: StaffKey, code: string): Promise<string> {
  const step = stepOfCode(openTotp(deps.settings, staff), code, deps.clock.now());
  if (step === null) throw new Refusal("session/wrong-code");
  return deps.db.transaction(async (tx) => {
    if (!(await takeStep(tx, staff.id, step))) throw new Refusal("session/wrong-code");
    await recordAct(tx, { actor: actorOf(staff.id), act: "staff.sign-in", on: staff.id });
    return startStaffSession(tx, staff.id, cookies);
  });
}

/** The act names the person; roles are looked at where something is asked for, not here. */
const actorOf = (staffId: StaffId): StaffActor => ({ kind: "staff", staffId, roles: [] });
