// What stands beside the way from finding to thanks: many guests never see it, and none at once.
export { changesBetween } from "../changes-between.ts";
export { drawFlourish } from "../look/flourish.ts";
export { drawAttended } from "../pieces/calendar.ts";
export { drawChanges } from "../pieces/changes.ts";
export { drawContact } from "../pieces/contact.ts";
export { drawElsewhere, drawUnsent } from "../pieces/elsewhere.ts";
export { drawOpenNote } from "../pieces/open-note.ts";
export { drawPersonalLink } from "../pieces/personal-link.ts";
export { drawWhenSaved } from "../pieces/when-saved.ts";
export { drawWithdrawal } from "../pieces/withdrawal.ts";
export { openNote } from "../session/note-desk.ts";
export { askWithdrawal } from "../session/withdrawing.ts";
export { asideStyles } from "../styles/aside.ts";
export { drawNeeds } from "./needs.ts";
