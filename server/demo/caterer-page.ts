import type { EventHeadcount, Headcount } from "../../shared/headcount.ts";
import type { Received } from "./demo-caterer.ts";

/** What the demo caterer looks at: the numbers of the latest genuine delivery, and every delivery with its signature. */
export function catererPage(received: readonly Received[]): string {
  const latest = received.find(({ verified, events }) => verified && events.length > 0);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Quinta Kitchen: deliveries</title>
<style>
  :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
  body { margin: 0 auto; max-width: 52rem; padding: 2rem 1.25rem; font: 1rem/1.5 system-ui, sans-serif; }
  h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
  h2 { font-size: 1.125rem; margin: 2.5rem 0 .75rem; }
  .counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; }
  article { border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.25rem; }
  article h3 { margin: 0; font-size: 1rem; }
  .big { font-size: 2.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
  dl { display: grid; grid-template-columns: 1fr auto; gap: .125rem .75rem; margin: .5rem 0 0; }
  dt, dd { margin: 0; } dd { text-align: right; font-variant-numeric: tabular-nums; }
  ol { list-style: none; padding: 0; } li { border-top: 1px solid var(--line); padding: .75rem 0; }
  .ok { color: light-dark(#1b6e3c, #7fd6a0); } .bad { color: light-dark(#a31d1d, #ff9b9b); }
  pre { overflow-x: auto; font-size: .8125rem; } code { font-size: .8125rem; overflow-wrap: anywhere; }
  summary { cursor: pointer; }
</style>
</head>
<body>
<main>
<h1>Quinta Kitchen</h1>
<p>What the caterer of the demo wedding was sent. Signatures are checked by the package <code>standardwebhooks</code>.</p>
<h2>The numbers now</h2>
${
    latest
      ? `<div class="counts">${latest.events.map(card).join("")}</div>`
      : "<p>Nothing yet. Send a reply on the couple’s page.</p>"
  }
<h2>Deliveries</h2>
<ol>${received.map(row).join("")}</ol>
</main>
<script>new EventSource("/live").onmessage = () => location.reload();</script>
</body>
</html>
`;
}

function card({ name, headcount, courses }: EventHeadcount): string {
  const { attending, adults, children, infants, pending, unsure, declined } = headcount;
  const lines: [string, number][] = [
    ["Adults", adults],
    ["Children", children],
    ["Infants", infants],
    ["Declined", declined],
    ["No answer yet", pending - unsure],
    ["Not sure yet", unsure],
    ...courses.flatMap(({ meals, notChosen }) => [
      ...meals.map((meal): [string, number] => [meal.name, meal.count]),
      ["Meal not chosen", notChosen] as [string, number],
    ]),
    ...kitchen(headcount),
  ];
  return `<article><h3>${escape(name)}</h3><div class="big">${attending}</div>attending
<dl>${
    lines.map(([label, count]) => `<dt>${escape(label)}</dt><dd>${count}</dd>`).join("")
  }</dl></article>`;
}

function kitchen({ diets, allergies }: Headcount): [string, number][] {
  const allergic = Object.entries(allergies).flatMap(([allergen, severities]) =>
    Object.entries(severities).map(([severity, count]): [string, number] => [
      `${allergen} (${severity})`,
      count,
    ])
  );
  return [...Object.entries(diets), ...allergic];
}

function row({ id, at, verified, type, changeNumber, body }: Received): string {
  const mark = verified
    ? `<span class="ok">✓ signature verified</span>`
    : `<span class="bad">✗ signature not valid</span>`;
  const time = at.slice(11, 19);
  return `<li>${mark} · ${escape(type)}${
    changeNumber === null ? "" : ` · change ${changeNumber}`
  } · ${time} UTC
<br><code>${escape(id)}</code>
<details><summary>Body</summary><pre>${escape(pretty(body))}</pre></details></li>`;
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
