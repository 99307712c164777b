import { Secret, TOTP } from "otpauth";

/** Seconds a code stands for: RFC 6238, with the settings every authenticator app knows. */
const period = 30;

const generator = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period });

/**
 * A new TOTP secret of 160 bits (RFC 4226, section 4) in base32, and the same as the address that authenticator apps read
 * (Key URI Format). `account` is what the app shows beside the code.
 */
export function newTotp(account: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 });
  const totp = new TOTP({ issuer: "Covenant", label: account, secret, algorithm: "SHA1", digits: 6, period });
  return { secret: secret.base32, uri: totp.toString() };
}

/** Counts the time steps since 1970; a code belongs to one of them. */
export function stepAt(at: Date): number {
  return TOTP.counter({ period, timestamp: at.getTime() });
}

/** The step a code belongs to, looking one step to each side of now for clocks that differ; null where it is wrong. */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
  const delta = generator(secret).validate({ token: code, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : stepAt(at) + delta;
}

/** The code of a step, and the last instant at which {@link stepOfCode} knows it. `secret` is base32 (RFC 4648). */
export function codeOfStep(secret: string, step: number): { code: string; validUntil: Date } {
  const startsAt = step * period * 1000;
  return {
    code: generator(secret).generate({ timestamp: startsAt }),
    validUntil: new Date(startsAt + 2 * period * 1000),
  };
}
