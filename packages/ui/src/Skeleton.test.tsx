import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SkeletonText } from "./Skeleton.tsx";

it("does not say at once that loading takes long, to nobody", () => {
  const markup = renderToStaticMarkup(<SkeletonText />);
  expect(markup).toContain('role="status"');
  expect(markup).not.toContain("longer");
});
