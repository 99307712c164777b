import type { FastifyInstance } from "fastify";
import { type Fields, isFields } from "./record.ts";

/**
 * Teaches a server to read `application/x-www-form-urlencoded` with Stripe's nesting: `a[b][0][c]=1` becomes
 * `{ a: { b: { 0: { c: "1" } } } }`, and objects whose keys are 0, 1, 2 … become lists.
 */
export function readForms(server: FastifyInstance): void {
  server.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) => {
    done(null, parseForm(String(body)));
  });
}

/** Parses one form-encoded text, also a query string. Keys such as `__proto__` are data like any other. */
export function parseForm(text: string): Fields {
  const root: Fields = Object.create(null);
  for (const [key, value] of new URLSearchParams(text)) place(root, pathOf(key), value);
  return Object.fromEntries(Object.entries(root).map(([key, value]) => [key, withLists(value)]));
}

function pathOf(key: string): string[] {
  const [head = "", ...rest] = key.split("[");
  return [head, ...rest.map((part) => part.replace(/\]$/, ""))];
}

function place(target: Fields, path: string[], value: string): void {
  const [head = "", ...rest] = path;
  const key = head === "" ? String(Object.keys(target).length) : head;
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const inner = target[key];
  const next: Fields = isFields(inner) ? inner : Object.create(null);
  target[key] = next;
  place(next, rest, value);
}

function withLists(value: unknown): unknown {
  if (!isFields(value)) return value;
  const keys = Object.keys(value);
  const isList = keys.length > 0 && keys.every((key, index) => key === String(index));
  if (isList) return keys.map((key) => withLists(value[key]));
  return Object.fromEntries(keys.map((key) => [key, withLists(value[key])]));
}
