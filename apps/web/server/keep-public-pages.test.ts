import type { PackView, StorefrontView } from "@covenant/domain";
import { afterEach, expect, it, vi } from "vitest";
import type { PublicFacts } from "../src/render-public-pages.tsx";
import { keepPublicPages } from "./keep-public-pages.ts";

const host = "shop.localhost";
const storefront = { id: "image-ai-run", name: "Shop" } as StorefrontView;
const pace = { everyMs: 5, againMs: 5, patience: 3 };

const running: { stop(): void }[] = [];
afterEach(() => {
  for (const pages of running.splice(0)) pages.stop();
  vi.restoreAllMocks();
});

/** A shop with one pack, whose price can be changed and whose api can be away. */
function shop() {
  const state = { price: 100, isAway: false, rendered: 0 };
  const pages = keepPublicPages({
    hosts: [host],
    pace,
    read: async (): Promise<PublicFacts> => {
      if (state.isAway) throw new Error("away");
      return {
        storefront,
        documents: [],
        inventory: { stored: [], records: [], recipients: [] },
        versions: [],
        ofVersion: [],
        models: [],
        plans: [],
        packs: [{ credits: state.price } as PackView],
      };
    },
    render: async ({ packs }) => {
      state.rendered += 1;
      return new Map([["/pricing", `${packs[0]?.credits}`]]);
    },
  });
  running.push(pages);
  return {
    state,
    priceShown: () => pages.find(host, "/pricing")?.html ?? null,
    lacks: (path: string) => pages.lacks(host, path),
  };
}

it("shows a new price once there is one, and renders nothing anew while nothing changes", async () => {
  const { state, priceShown } = shop();
  await expect.poll(priceShown).toBe("100");
  await new Promise((after) => setTimeout(after, 10 * pace.everyMs));
  expect(state.rendered).toBe(1);
  state.price = 120;
  await expect.poll(priceShown).toBe("120");
});

it("keeps the last pages while the api is away, and says so once", async () => {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
  const { state, priceShown } = shop();
  await expect.poll(priceShown).toBe("100");
  state.isAway = true;
  await expect.poll(() => complaints.mock.calls.length).toBeGreaterThan(0);
  await new Promise((after) => setTimeout(after, 10 * pace.againMs));
  expect(priceShown()).toBe("100");
  expect(complaints).toHaveBeenCalledTimes(1);
  state.isAway = false;
  state.price = 120;
  await expect.poll(priceShown).toBe("120");
});

it("has no page at another path or host", async () => {
  const { priceShown } = shop();
  await expect.poll(priceShown).not.toBeNull();
  const [pages] = running as ReturnType<typeof keepPublicPages>[];
  expect(pages?.find(host, "/create")).toBeNull();
  expect(pages?.find("elsewhere.localhost", "/pricing")).toBeNull();
});

it("knows which addresses under /legal are none, once it has rendered", async () => {
  const { priceShown, lacks } = shop();
  expect(lacks("/legal/nothing")).toBe(false);
  await vi.waitFor(() => expect(priceShown()).toBe("100"));
  expect([lacks("/legal/nothing"), lacks("/g/anything")]).toEqual([true, false]);
});
