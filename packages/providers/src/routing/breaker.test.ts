import { expect, it } from "vitest";
import { failureClasses } from "../spec.ts";
import { breakerWindow, type Lesson, lessonOf, opensBreaker, opensFor } from "./breaker.ts";

it("learns nothing bad of an upstream that refused, or could not use what it got", () => {
  const lessons = failureClasses.map((failureClass) => [failureClass, lessonOf(failureClass)]);
  expect(Object.fromEntries(lessons)).toEqual({
    "policy-input": "works",
    "policy-output": "works",
    "bad-input": "nothing",
    transient: "failing",
    capacity: "failing",
    account: "locked-out",
    "model-gone": "gone",
    unknown: "failing",
  });
});

const lessons = (failing: number, working: number): Lesson[] => [
  ...Array.from({ length: failing }, (): Lesson => "failing"),
  ...Array.from({ length: working }, (): Lesson => "works"),
];

it("opens after eight failures of the last sixteen, and not for older ones", () => {
  expect(opensBreaker(lessons(7, 9))).toBe(false);
  expect(opensBreaker(lessons(8, 8))).toBe(true);
  expect(opensBreaker(lessons(8, 0))).toBe(true);
  expect(opensBreaker([...lessons(0, breakerWindow.attempts), ...lessons(16, 0)])).toBe(false);
});

it("stays open twice as long each time in a row, for half an hour at most", () => {
  expect([1, 2, 3].map((openings) => opensFor("failing", openings) / 1000)).toEqual([20, 40, 80]);
  expect(opensFor("locked-out", 1) / 1000).toBe(60);
  expect(opensFor("failing", 60) / 1000).toBe(1800);
});
