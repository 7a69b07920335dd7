// Unpacks Chromium, and the libraries that a bare machine lacks, into $TMPDIR.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium, { inflate } from "@sparticuz/chromium";

const entry = fileURLToPath(import.meta.resolve("@sparticuz/chromium"));
await chromium.executablePath();
await inflate(join(dirname(entry), "..", "bin", "al2023.tar.br"));
