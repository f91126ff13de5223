import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { dirname, join } from "node:path";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serve } from "./serve.mjs";

const here = dirname(fileURLToPath(import.meta.url));
let compiler;

await serve((sheet) => {
  if (!compiler) {
    compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontPaths: [dirname(sheet.Fonts[0].File)] }] });
    compiler.addSource(join(here, "page.typ"), readFileSync(join(here, "page.typ"), "utf8"));
  }
  compiler.mapShadow(join(here, "sheet.json"), Buffer.from(JSON.stringify(sheet)));
  const pdf = compiler.pdf({ mainFilePath: join(here, "page.typ") });
  compiler.evictCache(10);
  return pdf;
});
