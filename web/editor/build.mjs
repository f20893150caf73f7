// Bundles the editor, the components and the custom element into web/static, or into the folder that is given.
import { build } from "esbuild";

const options = {
  bundle: true,
  minify: true,
  target: "es2022",
  legalComments: "none", // NOTICE names what is bundled
  outdir: process.argv[2] ?? "../static",
  logLevel: "warning",
};

await build({ ...options, format: "esm", entryPoints: ["src/editor.ts", "src/editor.css", "src/components.css"] });
await build({ ...options, format: "iife", entryPoints: ["src/schrijfhulp.ts"] }); // any page may load it as a plain script
