import type { StorefrontId } from "@covenant/domain";
import type { Ports } from "@covenant/scripts/start/ports.ts";
import { inject } from "vitest";

export type SignIn = { email: string; password: string; where: string };

/** What a journey may know of the installation it travels through. */
export type InstallationFacts = {
  /** The checkout. */
  root: string;
  ports: Ports;
  /** Where PostgreSQL, sealed files and secrets of this run are. */
  directory: string;
  /** Lists the processes of this run with their ids. */
  runFile: string;
  ownerUrl: string;
  databaseUrl: string;
  /** What every process was started with. */
  environment: Record<string, string | undefined>;
  signIns: SignIn[];
};

declare module "vitest" {
  interface ProvidedContext {
    installation: InstallationFacts;
  }
}

export const installation: InstallationFacts = inject("installation");

/** The address of a storefront, as its members write it. */
export function originOf(storefront: StorefrontId): string {
  return `http://${storefront}.localhost:${installation.ports.WEB_PORT}`;
}

export const adminOrigin = `http://admin.localhost:${installation.ports.ADMIN_PORT}`;
/** The world outside: mailbox, payment page, authenticator, faults. */
export const worldOrigin = `http://127.0.0.1:${installation.ports.SANDBOX_PORT}`;

/** The sign-in of one of the demo's people. @throws Error when the seed made no such person. */
export function signInOf(email: string): SignIn {
  const found = installation.signIns.find((signIn) => signIn.email === email);
  if (found === undefined) throw new Error(`the seed has no ${email}`);
  return found;
}
