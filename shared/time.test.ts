import assert from "node:assert/strict";
import type { z } from "zod";
import { dateSchema, instantSchema, languageSchema, localTimeSchema, zoneSchema } from "./time.ts";

/** Each value that a schema should take, and each that it should refuse. */
function takes(schema: z.ZodType, good: readonly unknown[], bad: readonly unknown[]): void {
  for (const value of good) assert.equal(schema.safeParse(value).success, true, String(value));
  for (const value of bad) assert.equal(schema.safeParse(value).success, false, String(value));
}

Deno.test("zoneSchema takes zones that know of summer time, by their IANA names", () => {
  takes(
    zoneSchema,
    ["Europe/Lisbon", "America/Argentina/Buenos_Aires", "UTC", "Asia/Kolkata", "Pacific/Chatham"],
    ["+01:00", "-05", "Lisbon", "Europe/Atlantis", "", " Europe/Lisbon", "x".repeat(65), 1, null],
  );
});

Deno.test("dateSchema takes days that exist", () => {
  takes(
    dateSchema,
    ["2027-06-12", "2028-02-29"],
    ["2027-02-29", "2027-13-01", "2027-6-12", "12.06.2027", "2027-06-12T00:00", "", 20270612],
  );
});

Deno.test("localTimeSchema takes what an invitation says: a day and a time, no zone, no seconds", () => {
  takes(
    localTimeSchema,
    ["2027-06-12T14:00", "2027-06-12T00:00", "2027-03-28T01:30"],
    [
      "2027-06-12T14:00Z",
      "2027-06-12T14:00+01:00",
      "2027-06-12T14:00:00",
      "2027-06-12T24:00",
      "2027-06-12T14:60",
      "2027-02-29T14:00",
      "2027-06-12 14:00",
      "2027-06-12",
      "14:00",
    ],
  );
});

Deno.test("instantSchema takes moments, which say their offset", () => {
  takes(
    instantSchema,
    ["2027-05-01T23:59:59+01:00", "2027-05-01T22:59:59Z", "2027-05-01T22:59:59.250Z"],
    ["2027-05-01T23:59:59", "2027-05-01", "2027-05-01T23:59:59+25:00", "tomorrow", 1_800_000_000],
  );
});

Deno.test("languageSchema takes language tags", () => {
  takes(
    languageSchema,
    ["en", "pt-BR", "zh-Hant-TW", "sr-Latn", "es-419"],
    ["", "english please", "en_US", "e", "*", "pt-BR, en", "x".repeat(36)],
  );
});
