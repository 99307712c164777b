import sharp, { type Sharp } from "sharp";
import { expect, it } from "vitest";
import { paintedPicture } from "../testing/painted-picture.ts";
import { look } from "./look.ts";

const painted = await paintedPicture(1);
const plain = (background: string, channels: 3 | 4 = 3) =>
  sharp({ create: { width: 64, height: 64, channels, background } });

it.each<[string, (picture: Sharp) => Sharp]>([
  ["of one channel", (picture) => picture.greyscale().png()],
  ["of sixteen bits", (picture) => picture.toColourspace("rgb16").png()],
  ["in printers' colours", (picture) => picture.toColourspace("cmyk").jpeg({ quality: 95 })],
  ["with an alpha channel", (picture) => picture.ensureAlpha().webp({ lossless: true })],
  ["of a palette", (picture) => picture.png({ palette: true })],
])("sees the same picture in a file %s", async (_, encode) => {
  const [one, other] = [await look(painted), await look(await encode(sharp(painted)).toBuffer())];
  expect(one?.imprint.quality).toBe(100);
  const apart = [...(one?.imprint.hash ?? "")].filter((digit, at) => digit !== other?.imprint.hash[at]).length;
  expect(apart).toBeLessThan(12);
  expect(other?.isBlack).toBe(false);
});

it.each<[string, Sharp, boolean]>([
  ["one black area", plain("#000"), true],
  ["nearly black", plain("#010102"), true],
  ["dark", plain("#101010"), false],
  ["nothing at all, with black behind it", plain("#00000000", 4), false],
])("says whether a picture is black: %s", async (_, picture, isBlack) => {
  expect((await look(await picture.png().toBuffer()))?.isBlack).toBe(isBlack);
});

it("makes a copy that is small and says nothing but the picture", async () => {
  const large = await sharp(painted)
    .resize(2000, 1000, { fit: "fill" })
    .withExif({ IFD0: { Artist: "A name" } })
    .jpeg()
    .toBuffer();
  const seen = await look(large);
  const { width, height, format, exif } = await sharp(seen?.copy).metadata();
  expect({ width, height, format, exif }).toEqual({ width: 768, height: 384, format: "jpeg", exif: undefined });
});

it("has nothing to say of what is no picture", async () => {
  expect(await look(Buffer.from("solid nothing"))).toBeNull();
});
