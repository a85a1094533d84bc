import assert from "node:assert/strict";
import { readPeople } from "./read-people.ts";

interface Written {
  cell: string;
  names: string[];
  seats?: number;
  total?: number;
  unsized?: true;
  host?: string;
  remarks?: string[];
  languages?: string[];
}

const written: Written[] = [
  { cell: "Jane Doe", names: ["Jane Doe"] },
  { cell: "Jane Doe and family", names: ["Jane Doe"], unsized: true },
  { cell: "Jane & John Doe", names: ["Jane Doe", "John Doe"] },
  { cell: "Jane and John Doe", names: ["Jane Doe", "John Doe"] },
  { cell: "Jane Doe and John Roe", names: ["Jane Doe", "John Roe"] },
  { cell: "Mary Ann and Bob Smith", names: ["Mary Ann Smith", "Bob Smith"] },
  { cell: "John, Jane and Tim Smith", names: ["John Smith", "Jane Smith", "Tim Smith"] },
  { cell: "Mr. & Mrs. John Doe", names: ["John Doe", "Mrs. Doe"] },
  { cell: "Mr. and Mrs. Doe", names: ["Mr. Doe", "Mrs. Doe"] },
  { cell: "Mr. and Mrs. John and Jane Doe", names: ["John Doe", "Jane Doe"] },
  { cell: "Mr & Mr Adam Quill", names: ["Adam Quill", "Mr Quill"] },
  { cell: "Dr. Jane Doe and Mr. Ben Roe", names: ["Dr. Jane Doe", "Ben Roe"] },
  { cell: "Herr und Frau Meyer", names: ["Herr Meyer", "Frau Meyer"] },
  { cell: "Sr. y Sra. Pérez", names: ["Sr. Pérez", "Sra. Pérez"] },
  { cell: "Doe, Jane", names: ["Jane Doe"] },
  { cell: "Doe, Jane and John", names: ["Jane Doe", "John Doe"] },
  { cell: "García Márquez, Gabriel", names: ["Gabriel García Márquez"] },
  { cell: "van der Berg, Anna", names: ["Anna van der Berg"] },
  { cell: "Smith, Dr. John", names: ["Dr. John Smith"] },
  { cell: "Jane Doe, John Roe", names: ["Jane Doe", "John Roe"] },
  { cell: "Jane Doe, Jr.", names: ["Jane Doe Jr."] },
  { cell: "Jane Doe; John Roe", names: ["Jane Doe", "John Roe"] },
  { cell: "Anna/Ben Meyer", names: ["Anna Meyer", "Ben Meyer"] },
  { cell: "Jane Doe\nJohn Doe", names: ["Jane Doe", "John Doe"] },
  { cell: "The Doe Family", names: [], unsized: true },
  { cell: "The Does", names: [], unsized: true },
  { cell: "Familie Meyer", names: [], unsized: true },
  { cell: "The Doe Family (5)", names: [], total: 5, unsized: true },
  { cell: "Doe household (2)", names: [], total: 2, unsized: true },
  { cell: "The Doe Family (John, Jane & Tim)", names: ["John Doe", "Jane Doe", "Tim Doe"] },
  { cell: "Doe Family: John, Jane and Tim", names: ["John Doe", "Jane Doe", "Tim Doe"] },
  { cell: "The John Doe Family", names: ["John Doe"], unsized: true },
  { cell: "John Doe & family", names: ["John Doe"], unsized: true },
  { cell: "Familie Anna und Ben Meyer", names: ["Anna Meyer", "Ben Meyer"], unsized: true },
  { cell: "Doe (2 adults, 3 kids)", names: ["Doe"], total: 5 },
  { cell: "Doe x5", names: ["Doe"], total: 5 },
  { cell: "Jane Doe and guest", names: ["Jane Doe"], seats: 1 },
  { cell: "Jane Doe & Plus One", names: ["Jane Doe"], seats: 1 },
  { cell: "Jane Doe (and guest)", names: ["Jane Doe"], seats: 1 },
  { cell: "Jane Doe + 1", names: ["Jane Doe"], seats: 1 },
  { cell: "Jane Doe +2", names: ["Jane Doe"], seats: 2 },
  { cell: "Jane Doe + John Roe + 3 kids", names: ["Jane Doe", "John Roe"], seats: 3 },
  { cell: "Kevin Meyer mit Begleitung", names: ["Kevin Meyer"], seats: 1 },
  { cell: "José García y acompañante", names: ["José García"], seats: 1 },
  { cell: "+1", names: [], seats: 1 },
  { cell: "Plus One", names: [], seats: 1 },
  { cell: "Guest", names: [], seats: 1 },
  { cell: "TBD", names: [], seats: 1 },
  { cell: "???", names: [], seats: 1 },
  { cell: "Guest 2", names: [], seats: 1 },
  { cell: "2 guests", names: [], seats: 2 },
  { cell: "Guest of Jane Doe", names: [], seats: 1, host: "jane doe" },
  { cell: "Jane's guest", names: [], seats: 1, host: "Jane" },
  { cell: "Dr. and Dr. Lee", names: ["Dr. Lee", "Dr. Lee"] },
  { cell: "Mr. and Dr. Fox", names: ["Dr. Fox", "Mr. Fox"] },
  { cell: "Mr. and Dr. Jane Fox", names: ["Dr. Jane Fox", "Mr. Fox"] },
  { cell: "The Drs. Miller", names: ["Dr. Miller", "Dr. Miller"] },
  { cell: "Drs. Ann and Bob Hill", names: ["Ann Hill", "Bob Hill"] },
  { cell: "Ehepaar Braun", names: ["Herr Braun", "Frau Braun"] },
  { cell: "Ehepaar Anna und Ben Braun", names: ["Anna Braun", "Ben Braun"] },
  { cell: "Hans Maier und Frau", names: ["Hans Maier", "Frau Maier"] },
  { cell: "Sr. Juan Gil y Sra.", names: ["Juan Gil", "Sra. Gil"] },
  { cell: "Mr. & Mrs. John Doe and Tommy", names: ["John Doe", "Mrs. Doe", "Tommy"] },
  { cell: "Mr. & Mrs. Doe and Tommy", names: ["Mr. Doe", "Mrs. Doe", "Tommy"] },
  { cell: "Mrs. Ann Day & Mr. & Mrs. Bob Night", names: ["Ann Day", "Bob Night", "Mrs. Night"] },
  { cell: "Grete Weber mit 2 Kindern", names: ["Grete Weber"], seats: 2 },
  { cell: "Ann Doe and family (4)", names: ["Ann Doe"], total: 4, unsized: true },
  { cell: "Doe family - 4", names: [], total: 4, unsized: true },
  { cell: "Doe, 3", names: ["Doe"], total: 3 },
  { cell: "The Does (Ann, Bob, Cy)", names: ["Ann Doe", "Bob Doe", "Cy Doe"] },
  { cell: "Jane Doe +1 (TBD)", names: ["Jane Doe"], seats: 1 },
  { cell: "Jane Doe and guest (TBD)", names: ["Jane Doe"], seats: 1 },
  { cell: "Jane Doe & N/A", names: ["Jane Doe"] },
  { cell: "Jane Doe & -", names: ["Jane Doe"] },
  { cell: "TBD TBD", names: [], seats: 1 },
  { cell: "and Guest", names: [], seats: 1 },
  { cell: "Smuth, Mr. & Mrs. John", names: ["John Smuth", "Mrs. Smuth"] },
  { cell: "Smuth, Mr. John & Mrs. Jane", names: ["John Smuth", "Jane Smuth"] },
  { cell: "Smuth, Mr. and Mrs.", names: ["Mr. Smuth", "Mrs. Smuth"] },
  { cell: "Meyer, Herr und Frau Anton", names: ["Anton Meyer", "Frau Meyer"] },
  { cell: "Jane Doe, Mr. & Mrs. John Roe", names: ["Jane Doe", "John Roe", "Mrs. Roe"] },
  { cell: "Jane and guest Poe", names: ["Jane Poe"], seats: 1 },
  { cell: "Jane & Guest Poe", names: ["Jane Poe"], seats: 1 },
  { cell: "Jane Doe and guest Poe", names: ["Jane Doe"], seats: 1, remarks: ["guest Poe"] },
  { cell: "husband Tom", names: ["Tom"], remarks: ["husband Tom"] },
  { cell: "Jane Doe & husband Tom", names: ["Jane Doe", "Tom"], remarks: ["husband Tom"] },
  { cell: "Jane and her husband Tom Doe", names: ["Jane Doe", "Tom Doe"] },
  { cell: "Anna Braun und Ehemann Karl", names: ["Anna Braun", "Karl"] },
  { cell: "John Smith - best man", names: ["John Smith"], remarks: ["best man"] },
  { cell: "John Smith – Best Man", names: ["John Smith"], remarks: ["Best Man"] },
  { cell: "Jane Doe, maid of honor", names: ["Jane Doe"], remarks: ["maid of honor"] },
  { cell: "Jane - bridesmaid", names: ["Jane"], remarks: ["bridesmaid"] },
  { cell: "Los García", names: [], unsized: true },
  { cell: "Los García (4)", names: [], total: 4, unsized: true },
  { cell: "Los García Márquez", names: [], unsized: true },
  { cell: "Die Müllers", names: [], unsized: true },
  // One person each, whatever stands between.
  { cell: "José Ortega y Gasset", names: ["José Ortega y Gasset"] },
  { cell: "Robert E Lee", names: ["Robert E Lee"] },
  { cell: "Robert (Bob) Smith", names: ["Robert (Bob) Smith"] },
  { cell: "Ludwig van Beethoven", names: ["Ludwig van Beethoven"] },
  { cell: "Don Smith", names: ["Don Smith"] },
  { cell: "Ana y Luis García", names: ["Ana García", "Luis García"] },
  { cell: "Noor en Sem de Vries", names: ["Noor de Vries", "Sem de Vries"], languages: ["nl"] },
  { cell: "王小明、李华", names: ["王小明", "李华"] },
  { cell: "jane@example.com", names: [] },
  { cell: "https://example.com/jane", names: [] },
];

for (
  const { cell, names, seats = 0, total, unsized = false, host, remarks, languages } of written
) {
  Deno.test(`“${cell.replace("\n", "⏎")}” names whom it names`, () => {
    const found = readPeople(cell, languages);

    assert.deepEqual(found.people.map(({ name }) => name), names);
    assert.equal(found.seats.length, seats);
    assert.equal(found.total, total ?? null);
    assert.equal(found.familyUnsized, unsized);
    assert.equal(found.host, host ?? null);
    if (remarks) assert.deepEqual(found.remarks, remarks);
  });
}

Deno.test("a remark in brackets is kept apart from the name", () => {
  const { people, remarks } = readPeople("Jane Doe (bride's aunt)");

  assert.deepEqual(people.map(({ name }) => name), ["Jane Doe"]);
  assert.deepEqual(remarks, ["bride's aunt"]);
});

Deno.test("an age in brackets is the person's before it", () => {
  const { people } = readPeople("Jane Doe & Nia Doe (age 6)");

  assert.deepEqual(people.map(({ name, age }) => [name, age]), [
    ["Jane Doe", null],
    ["Nia Doe", "child"],
  ]);
});

Deno.test("two first names around a comma may be either way round, which is said", () => {
  assert.equal(readPeople("Thomas, James").orderUnsure, true);
  assert.equal(readPeople("Quillfeather, James").orderUnsure, false);
});

Deno.test("titles stay with the person, and a missing first name is known to be missing", () => {
  const { people } = readPeople("Mr. & Mrs. John Doe");

  assert.deepEqual(people.map(({ title, firstMissing }) => [title, firstMissing]), [
    ["Mr.", false],
    ["Mrs.", true],
  ]);
});
