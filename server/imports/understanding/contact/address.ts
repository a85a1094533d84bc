/** The parts of an address as columns give them. */
export interface AddressParts {
  address?: string;
  street?: string;
  "street-2"?: string;
  "po-box"?: string;
  city?: string;
  region?: string;
  "postal-code"?: string;
  country?: string;
}

export const longestAddress = 400;

const zipAfter =
  /^(united states|usa|us|u\.s\.a?\.|canada|australia|united kingdom|uk|gb|ireland|india)$/i;
const zipAfterHome = new Set(["US", "CA", "AU", "GB", "IE", "IN", "NZ", "ZA"]);

/** One line, in the order in which the country writes it; null: nothing but a country. */
export function addressLine(parts: AddressParts, home: string): string | null {
  const { street, city, region, country } = parts;
  const zip = parts["postal-code"];
  const whole = (parts.address ?? "").replace(/,?\s*[\r\n]+\s*/gu, ", ").replace(/\s+/gu, " ")
    .trim();
  const town = (country ? zipAfter.test(country.trim()) : zipAfterHome.has(home.toUpperCase()))
    ? [city, [region, zip].filter(Boolean).join(" ")]
    : [[zip, city].filter(Boolean).join(" "), region];
  const pieces = [street, parts["street-2"], parts["po-box"], ...town]
    .map(oneLine).filter((piece) => piece !== "");
  if (!whole && pieces.length === 0) return null;
  // Google gives the whole address, and its parts beside it.
  const composed = whole && pieces.every((piece) => whole.includes(piece))
    ? [whole]
    : [whole, ...pieces].filter(Boolean);
  const line = composed.join(", ");
  const land = oneLine(country);
  return land && !line.toLowerCase().includes(land.toLowerCase()) ? `${line}, ${land}` : line;
}

// Letters, digits and single spaces between them: nothing to put in one line.
const oneAlready = /^[\p{L}\p{N}.]+(?: [\p{L}\p{N}.]+)*$/u;

function oneLine(text: string | undefined): string {
  if (!text) return "";
  if (oneAlready.test(text)) return text;
  return text.replace(/\s*[\r\n]+\s*/gu, ", ").replace(/\s+/gu, " ").replace(
    /^[,\s]+|[,\s]+$/gu,
    "",
  );
}
