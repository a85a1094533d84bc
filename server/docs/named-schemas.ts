import { z } from "zod";
import * as changes from "../../shared/changes.ts";
import * as embed from "../../shared/embed.ts";
import * as events from "../../shared/events.ts";
import * as guestList from "../../shared/guest-list.ts";
import * as headcount from "../../shared/headcount.ts";
import * as health from "../../shared/health.ts";
import * as importFields from "../../shared/import-fields.ts";
import * as imports from "../../shared/imports.ts";
import * as members from "../../shared/members.ts";
import * as notices from "../../shared/notices.ts";
import * as ownPhrases from "../../shared/own-phrases.ts";
import * as party from "../../shared/party.ts";
import * as questions from "../../shared/questions.ts";
import * as reply from "../../shared/reply.ts";
import * as site from "../../shared/site.ts";
import * as theme from "../../shared/theme.ts";
import * as vendors from "../../shared/vendors.ts";

const modules: Record<string, unknown>[] = [
  changes,
  embed,
  events,
  guestList,
  headcount,
  health,
  importFields,
  imports,
  members,
  notices,
  ownPhrases,
  party,
  questions,
  reply,
  site,
  theme,
  vendors,
];

/**
 * Schemas that the document names: `partySchema` is `Party`. Single strings and numbers, and queries, are written out
 * where they stand, which reads better than a reference.
 */
export function namedSchemas(): Map<string, z.ZodType> {
  const named = new Map<string, z.ZodType>();
  for (const [key, value] of modules.flatMap((module) => Object.entries(module))) {
    if (!(value instanceof z.ZodType) || !/(?<!Query)Schema$/.test(key) || !isComposed(value)) {
      continue;
    }
    const name = key.slice(0, -"Schema".length);
    named.set(name.charAt(0).toUpperCase() + name.slice(1), value);
  }
  for (const [type, schema] of Object.entries(changes.changeData)) {
    named.set(changeName(type), schema);
  }
  for (const [type, schema] of Object.entries(notices.noticeData)) {
    named.set(noticeName(type), schema);
  }
  return named;
}

/** What the component is called that says what a change of this type holds. */
export function changeName(type: string): string {
  return `change.${type}`;
}

/** What the component is called that says what a vendor is told. */
export function noticeName(type: string): string {
  return `notice.${type}`;
}

function isComposed(schema: z.ZodType): boolean {
  return ["object", "union", "array", "record"].includes(schema.def.type);
}
