import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { readGuestFile } from "../read-guest-file.ts";

/** The rows below the headers, each as header → cell, without empty cells. */
async function read(text: string | Uint8Array) {
  const { sheets, how, notices } = await readGuestFile(Buffer.from(text), { name: "guests.vcf" });
  const [headers, ...rows] = sheets[0]?.rows ?? [];
  const cards = rows.map(({ cells }) =>
    Object.fromEntries(
      cells.map((cell, index) => [headers?.cells[index] ?? "", cell]).filter(([, cell]) => cell),
    )
  );
  return {
    how,
    notices,
    headers: headers?.cells ?? [],
    numbers: rows.map((row) => row.number),
    cards,
  };
}

function card(version: string, ...lines: string[]): string {
  return ["BEGIN:VCARD", `VERSION:${version}`, ...lines, "END:VCARD", ""].join("\r\n");
}

Deno.test("cards of an address book become rows, with all that tells of a guest", async () => {
  const { how, cards, numbers } = await read(
    card(
      "3.0",
      "PRODID:-//Apple Inc.//macOS 14//EN",
      "N:Smith;Anna;Rose;Dr.;Jr.",
      "FN:Dr. Anna Rose Smith Jr.",
      "ORG:High Street Bakery;Shop",
      "EMAIL;type=INTERNET;type=WORK:work@example.com",
      "EMAIL;type=INTERNET;type=HOME;type=pref:anna@example.com",
      "TEL;type=CELL;type=VOICE:+1 (503) 555-0142",
      "item1.ADR;type=WORK:;;1 Shop St;Leeds;;LS1;United Kingdom",
      "item2.ADR;type=HOME;type=pref:;Flat 2;12 High St\\, rear;Leeds;West Yorkshire;LS2;Un",
      " ited Kingdom",
      "item2.X-ABADR:gb",
      "item3.X-ABRELATEDNAMES;type=pref:Bob Smith",
      "item3.X-ABLabel:_$!<Spouse>!$_",
      "item4.X-ABRELATEDNAMES:Cid",
      "item4.X-ABLabel:_$!<Child>!$_",
      "item5.X-ABRELATEDNAMES:Dan",
      "item5.X-ABLabel:_$!<Child>!$_",
      "NOTE:Likes cake\\nand tea",
      "CATEGORIES:Friends,Wedding",
      "BDAY:1990-02-03",
      "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ",
      " AAAAAAAAAAAA",
    ) + card("3.0", "N:Lee;;;;", "FN:Lee"),
  );

  assert.equal(how.format, "vcard");
  assert.deepEqual(numbers, [2, 3]);
  assert.deepEqual(cards, [{
    "First Name": "Anna",
    "Middle Name": "Rose",
    "Last Name": "Smith",
    "Prefix": "Dr.",
    "Suffix": "Jr.",
    "Full Name": "Dr. Anna Rose Smith Jr.",
    "Organization": "High Street Bakery, Shop",
    "E-mail 1": "anna@example.com",
    "E-mail 2": "work@example.com",
    "Phone 1": "+1 (503) 555-0142",
    "Street": "12 High St, rear\nFlat 2",
    "City": "Leeds",
    "Region": "West Yorkshire",
    "Postal Code": "LS2",
    "Country": "United Kingdom",
    "Other Address 1": "1 Shop St, Leeds, LS1, United Kingdom",
    "Related Child": "Cid",
    "Related Child 2": "Dan",
    "Related Spouse": "Bob Smith",
    "Birthday": "1990-02-03",
    "Note": "Likes cake\nand tea",
    "Categories": "Friends, Wedding",
  }, { "Last Name": "Lee", "Full Name": "Lee" }]);
});

Deno.test("the headers of cards are the same whatever the cards have, with room for the most", async () => {
  const { headers } = await read(card("3.0", "FN:Anna"));

  assert.deepEqual(headers, [
    ...["First Name", "Middle Name", "Last Name", "Prefix", "Suffix", "Full Name", "Nickname"],
    ...["Organization", "Title", "E-mail 1", "Phone 1"],
    ...["Street", "City", "Region", "Postal Code", "Country", "Birthday", "Note", "Categories"],
  ]);
});

Deno.test("cards of version 4 are read: addresses of telephones, related people", async () => {
  const { cards } = await read(card(
    "4.0",
    "N:Smith;Anna;;;",
    "FN:Anna Smith",
    'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-503-555-0142;ext=12',
    "RELATED;TYPE=spouse;VALUE=text:Bob Smith",
    "RELATED;TYPE=friend:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    "BDAY:--0203",
  ));

  assert.deepEqual(cards, [{
    "First Name": "Anna",
    "Last Name": "Smith",
    "Full Name": "Anna Smith",
    "Phone 1": "+1-503-555-0142",
    "Related Spouse": "Bob Smith",
    "Birthday": "--0203",
  }]);
});

Deno.test("cards of version 2.1 are read: quoted-printable over several lines, parameters without names", async () => {
  const { cards } = await read(card(
    "2.1",
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;",
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg=20M=C3=",
    "=BCller",
    "TEL;CELL;PREF:0300 123",
    "ADR;HOME:;;Hauptstr. 5, hinten;Ulm;;89073;",
    "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Gr=FC=DFe=0D=0Aan alle",
  ));

  assert.deepEqual(cards, [{
    "First Name": "Jörg",
    "Last Name": "Müller",
    "Full Name": "Jörg Müller",
    "Phone 1": "0300 123",
    "Street": "Hauptstr. 5, hinten",
    "City": "Ulm",
    "Postal Code": "89073",
    "Note": "Grüße\nan alle",
  }]);
});

Deno.test("a line that is none, a card that breaks off and a group cost no guest, and are said", async () => {
  const { cards, notices } = await read(
    card("3.0", "FN:Anna", "this is no line") +
      card(
        "3.0",
        "FN:Family",
        "X-ADDRESSBOOKSERVER-KIND:group",
        "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:7",
      ) +
      "BEGIN:VCARD\nVERSION:3.0\nUID:7\nFN:Bob\nEMAIL:bob@exa",
  );

  assert.deepEqual(cards, [
    { "Full Name": "Anna" },
    { "Full Name": "Bob", "E-mail 1": "bob@exa", "Categories": "Family" },
  ]);
  assert.deepEqual(notices.map(({ code, row, value }) => [code, row, value]), [
    ["line-left-out", 2, "this is no line"],
    ["card-cut-off", 4, undefined],
    ["group-left-out", 3, "Family"],
  ]);
});

Deno.test("cards in UTF-16 and cards under another name are read", async () => {
  const { cards } = await read(Buffer.from(`\u{feff}${card("3.0", "FN:Zoë")}`, "utf16le"));

  assert.deepEqual(cards, [{ "Full Name": "Zoë" }]);
});

Deno.test("a company's card has nobody's name, a person's has one beside the company", async () => {
  const { cards } = await read(
    card("3.0", "N:;;;;", "FN:High Street Bakery", "ORG:High Street Bakery") +
      card("4.0", "FN:Bob Lee", "ORG:High Street Bakery") +
      card("3.0", "N:Ng;Cid;;;", "FN:Cid Ng", "ORG:Cid Ng"),
  );

  assert.deepEqual(cards.map((cells) => cells["Full Name"]), [undefined, "Bob Lee", "Cid Ng"]);
  assert.equal(cards[0]?.Organization, "High Street Bakery");
});
