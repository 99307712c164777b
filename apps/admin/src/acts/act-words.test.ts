import { actorName, newId } from "@covenant/domain";
import { expect, it } from "vitest";
import { actWords, systemPart } from "./act-words.ts";

it("says known acts in words and shows the name of others", () => {
  expect(actWords("case.reveal-prompt")).toBe("Looked at a prompt");
  expect(actWords("order.unheard-of")).toBe("order.unheard-of");
});

it("tells parts of the system from people", () => {
  expect(systemPart(actorName({ kind: "system", part: "sweeper" }))).toBe("sweeper");
  expect(systemPart(newId("staff"))).toBeNull();
});
