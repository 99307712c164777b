import geist from "@fontsource-variable/geist/files/geist-latin-wght-normal.woff2?url";
import geistMono from "@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2?url";

/** Addresses of the two font files every screen needs, for `<link rel="preload" as="font" crossorigin>`. */
export const fontPreloads: readonly string[] = [geist, geistMono];
