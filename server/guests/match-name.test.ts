import assert from "node:assert/strict";
import fc from "fast-check";
import { matchesName } from "./match-name.ts";
import { nameWords } from "./name-words.ts";
import { searchWords } from "./search-words.ts";

const opens: [because: string, ...pairs: [typed: string, listed: string][]][] = [
  [
    "it is the same name",
    ["Ana Silva", "Ana Silva"],
    ["ana silva", "Ana Silva"],
    ["  ANA   SILVA ", "Ana Silva"],
    ["Cher", "Cher"],
    ["J Smith", "J. Smith"],
    ["Mrs Smith", "Mrs. Smith"],
    ["Jean-Luc", "Jean-Luc"],
    ["van Dijk", "Van Dijk"],
    ["John & Jane Smith", "John and Jane Smith"],
  ],
  [
    "word order is free",
    ["Silva, Ana", "Ana Silva"],
    ["Silva Ana", "Ana Silva"],
    ["Nagy Péter", "Péter Nagy"],
    ["Berg, Anna van der", "Anna van der Berg"],
    ["Anna van der Berg", "Berg van der, Anna"],
    ["Smith, Dr. John", "John Smith"],
    ["Smith John Jr", "John Smith, Jr."],
  ],
  [
    "accents and other letters are folded",
    ["Jose Garcia", "José García"],
    ["José García", "Jose Garcia"],
    ["Soren Kjaer", "Søren Kjær"],
    ["Lukasz Wojcik", "Łukasz Wójcik"],
    ["Nguyen Van Anh", "Nguyễn Văn Anh"],
    ["Dorde Ilic", "Đorđe Ilić"],
    ["ISIL YILMAZ", "Işıl Yılmaz"],
    ["Ali Aliyev", "Əli Əliyev"],
    ["Francois Lefevre", "François Lefèvre"],
    ["Jürgen Groß", "JÜRGEN GROSS"],
    ["Thorhildur Gudmundsdottir", "Þórhildur Guðmundsdóttir"],
    ["Ｊｏｈｎ Smith", "John Smith"],
    ["Μαρια Παπαδοπουλου", "Μαρία Παπαδοπούλου"],
    ["ΓΙΩΡΓΟΣ ΠΑΠΠΑΣ", "Γιώργος Παππάς"],
  ],
  [
    "an umlaut may be spelt with an e or without",
    ["Juergen Mueller", "Jürgen Müller"],
    ["Jurgen Muller", "Juergen Mueller"],
    ["Jörg Schäfer", "Joerg Schaefer"],
    ["Joern Soerensen", "Jørn Sørensen"],
    ["Aase Baekgaard", "Åse Bækgård"],
    ["Anna Goetz", "Anna Götz"],
  ],
  [
    "apostrophes do not matter",
    ["Sinead OBrien", "Sinéad O'Brien"],
    ["Sinead O’Brien", "Sinead O'Brien"],
    ["Sinead O Brien", "Sinead O'Brien"],
    ["Sinead O'Brien", "Sinead O Brien"],
    ["Marco D`Angelo", "Marco D’Angelo"],
    ["Anna Mc Donald", "Anna McDonald"],
  ],
  [
    "hyphens may be spaces or nothing",
    ["Anne Marie Weber", "Anne-Marie Weber"],
    ["Annemarie Weber", "Anne-Marie Weber"],
    ["Anne-Marie Weber", "Annemarie Weber"],
    ["Annemarie Weber", "Anne Marie Weber"],
    ["Anne Weber", "Anne-Marie Weber"],
    ["Anne‑Marie Weber", "Anne-Marie Weber"],
    ["Jane Smith", "Jane Smith-Jones"],
    ["Jane Jones", "Jane Smith–Jones"],
    ["Jane Smith Jones", "Jane Smith-Jones"],
    ["Min Jun Kim", "Kim Min-jun"],
    ["Minjun Kim", "Kim Min Jun"],
  ],
  [
    "titles and what stands behind a name are not part of it",
    ["Anna Huber", "Mag. Dr. Anna Huber"],
    ["Dr Anna Huber", "Anna Huber"],
    ["Herr Prof. Dr. Hans Schmidt", "Hans Schmidt"],
    ["John Smith", "Mr. John Smith Jr."],
    ["Dr.John Smith", "John Smith, Ph.D."],
    ["Pedro García", "Don Pedro García"],
    ["Doña Ana Pérez", "Ana Pérez"],
    ["Mr & Mrs John Smith", "John Smith"],
    ["Don Smith", "Donald Smith"],
  ],
  [
    "particles may be left out, run together or confused",
    ["Anna Berg", "Anna van der Berg"],
    ["Anna van der Berg", "Anna Berg"],
    ["Anna Vanderberg", "Anna van der Berg"],
    ["Anna van der Berg", "Anna Vanderberg"],
    ["Carlos de Silva", "Carlos da Silva"],
    ["Maria Dela Cruz", "Maria de la Cruz"],
    ["Omar Alsayed", "Omar Al-Sayed"],
    ["Omar al Sayed", "Omar Al-Sayed"],
    ["Ben Smith", "Ben Smith"],
    ["Smith, Ben", "Benjamin Smith"],
  ],
  [
    "middle names are optional on either side",
    ["John Smith", "John Michael Smith"],
    ["John Michael Smith", "John Smith"],
    ["Ana Santos", "Ana Beatriz Silva Santos"],
    ["Anne Smith", "Mary Anne Smith"],
    ["John F. Smith", "John Fitzgerald Smith"],
    ["John Fitzgerald Smith", "John F Smith"],
    ["John Smith", "John F Smith"],
    ["Scott Fitzgerald", "F. Scott Fitzgerald"],
    ["Anna Smith", "Anna Jones (née Smith)"],
    ["Fizz Smith", 'Robert "Fizz" Smith'],
    ["Fizz Smith", "Robert (Fizz) Smith"],
  ],
  [
    "short forms are the same person",
    ["Chris Smith", "Christopher Smith"],
    ["Christopher Smith", "Chris Smith"],
    ["Bob Smith", "Robert Smith"],
    ["Bill Gates", "William Gates"],
    ["Will Gates", "Bill Gates"],
    ["Liam Gates", "William Gates"],
    ["Peggy Olson", "Margaret Olson"],
    ["Jack Kennedy", "John Kennedy"],
    ["Harry Windsor", "Henry Windsor"],
    ["Katie Jones", "Kate Jones"],
    ["Kathy Jones", "Catherine Jones"],
    ["Alex Morgan", "Alexandra Morgan"],
    ["Sasha Petrov", "Aleksandr Petrov"],
    ["Katya Ivanova", "Ekaterina Ivanova"],
    ["Саша Петров", "Александр Петров"],
    ["Pepe García", "José García"],
    ["Chema García", "José María García"],
    ["Zé Santos", "José Santos"],
    ["Nando Costa", "Fernando Costa"],
    ["Kasia Nowak", "Katarzyna Nowak"],
    ["Gosia Nowak", "Małgorzata Nowak"],
    ["Uschi Weber", "Ursula Weber"],
    ["Beppe Rossi", "Giuseppe Rossi"],
    ["Manu Petit", "Emmanuel Petit"],
    ["Kees de Vries", "Cornelis de Vries"],
    ["Dai Jones", "Dafydd Jones"],
    ["Mo Farouk", "Mohamed Farouk"],
    ["Mohammad Farouk", "Muhammed Farouk"],
    ["Robert Smith", "Bob"],
  ],
  [
    "one slip of the finger is forgiven beside a word that is right",
    ["Christpher Smith", "Christopher Smith"],
    ["Chrsitopher Smith", "Christopher Smith"],
    ["Christoopher Smith", "Christopher Smith"],
    ["Anna Kowalska", "Anna Kowalski"],
    ["Anna Petersen", "Anna Peterson"],
    ["Ivan Ivanov", "Ivan Ivanova"],
  ],
  [
    "other people's names around it do no harm",
    ["John and Jane Smith", "John Smith"],
    ["John and Jane Smith", "Jane Smith"],
    ["John Smith and family", "John Smith"],
    ["John Smith & Family", "John Smith"],
    ["John Smith", "John Smith and family"],
    ["Anna 💕 Smith", "Anna Smith"],
    ["\u202eAnna\u202c Sm\u200bith", "Anna Smith"],
  ],
  [
    "other scripts are names too",
    ["王小明", "王小明"],
    ["小明 王", "王小明"],
    ["王 小明", "王小明"],
    ["王小明", "小明 王"],
    ["김 민준", "김민준"],
    ["やまだ　たろう", "やまだ たろう"],
    ["たろう やまだ", "やまだたろう"],
    ["أحمد علي", "احمد علي"],
    ["احمد على", "أَحْمَد عَلِي"],
    ["عبدالله حسن", "عبد الله حسن"],
    ["דוד כהן", "דָּוִד כֹּהֵן"],
    ["Сергей Королёв", "Сергей Королев"],
    ["प्रिया शर्मा", "प्रिया शर्मा"],
  ],
];

const staysShut: [because: string, ...pairs: [typed: string, listed: string][]][] = [
  [
    "nothing was typed",
    ["", "Ana Silva"],
    ["   ", "Ana Silva"],
    ["💕", "Ana Silva"],
    ["\u202e", "Ana Silva"],
    ["---", "Ana Silva"],
    ["Ana Silva", ""],
    ["", ""],
    ["💕", "💕"],
  ],
  [
    "a given name alone is not enough",
    ["Ana", "Ana Silva"],
    ["Bob", "Robert Smith"],
    ["Anne-Marie", "Anne-Marie Weber"],
    ["Anne Marie", "Anne-Marie Weber"],
    ["Anne-Marie", "Anne Marie Weber"],
    ["Annemarie", "Anne Marie Weber"],
    ["Jean", "Jean-Luc"],
    ["小明", "王小明"],
  ],
  [
    "a surname alone is not enough",
    ["Silva", "Ana Silva"],
    ["Smith", "J Smith"],
    ["Smith", "Mrs Smith"],
    ["Anna Smith", "Mrs Smith"],
    ["Mrs Smith", "Anna Smith"],
    ["Mr Smith", "John Smith"],
    ["van der Berg", "Anna van der Berg"],
    ["de la Cruz", "Maria de la Cruz"],
    ["de la Cruz", "Maria Dela Cruz"],
    ["Ben Gurion", "David Ben Gurion"],
    ["García López", "María García López"],
    ["Silva Santos", "Ana Beatriz Silva Santos"],
    ["Smith Jones", "Jane Smith-Jones"],
    ["Smith-Jones", "Jane Smith-Jones"],
    ["王", "王小明"],
    ["O Brien", "Sinead O'Brien"],
  ],
  [
    "a family is not a person",
    ["The Smith Family", "John Smith"],
    ["The Smiths", "John Smith"],
    ["Familie Schmidt", "Hans Schmidt"],
    ["Familia García", "José García"],
    ["Famille Petit", "Manu Petit"],
    ["Smith and family", "John Smith"],
    ["The Smith Family", "The Smith Family"],
    ["The John Smith Family", "John Smith"],
  ],
  [
    "an initial is not a given name",
    ["J. Smith", "John Smith"],
    ["J Smith", "John Smith"],
    ["Smith, J.", "John Smith"],
    ["J.R. Smith", "John Robert Smith"],
    ["J Smith", "J Robert Smith"],
    ["John Smith", "J. Smith"],
    ["J S", "John Smith"],
    ["M. García López", "María García López"],
    ["Juan García López", "J. García López"],
  ],
  [
    "it is somebody else",
    ["Ana Silva", "Ana Santos"],
    ["Ana Silva", "Maria Silva"],
    ["John Robert Smith", "John Michael Smith"],
    ["John F Smith", "John Robert Smith"],
    ["Anna Maria Jones", "Anna Maria Smith"],
    ["Alexander Novak", "Alexandra Novak"],
    ["Patrick Moore", "Patricia Moore"],
    ["Samuel Moore", "Samantha Moore"],
    ["Frances Moore", "Francis Moore"],
    ["Martina Novak", "Martin Novak"],
    ["Andrea Müller", "Andreas Müller"],
    ["Christian Lang", "Christina Lang"],
    ["Alessandro Rossi", "Alessandra Rossi"],
    ["Daniela Costa", "Daniel Costa"],
    ["Gabriella Rossi", "Gabriele Rossi"],
    ["Joe Smith", "Jo Anne Smith"],
    ["Beth Smith", "Betty Smith"],
    ["王大明", "王小明"],
    ["Михаил Петров", "Мария Петрова"],
    ["Ana Ana", "Ana Silva"],
    ["Silva Silva", "Ana Silva"],
  ],
  [
    "too much is misspelt",
    ["Jonh Smith", "John Smith"],
    ["Chirstpoher Smith", "Christopher Smith"],
    ["Christpher Petersen", "Christopher Peterson"],
    ["Bob Petersen", "Robert Peterson"],
    ["Ed Petersen", "Ed Peterson"],
    ["Mirannda Petersen", "Miranda Peterson"],
  ],
  [
    "it tries many names at once",
    ["John James David Peter Paul Mark Smith", "John Smith"],
    ["John Smith Jones Miller Brown Green", "John Brown"],
  ],
];

for (const [because, ...pairs] of opens) {
  Deno.test(`matchesName() is true: ${because}`, () => {
    for (const [typed, listed] of pairs) {
      assert.ok(matchesName(typed, listed), `"${typed}" should match "${listed}"`);
    }
  });
}

for (const [because, ...pairs] of staysShut) {
  Deno.test(`matchesName() is false: ${because}`, () => {
    for (const [typed, listed] of pairs) {
      assert.ok(!matchesName(typed, listed), `"${typed}" should not match "${listed}"`);
    }
  });
}

const letters = [..."abcdefghijklmnoprstuvwzàáâãäåæçèéêëíîïñóôöøúüýßćčďęěğıłńňőřśşšţťůűžđ"];
const word = fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 12 })
  .map((some) => some.join(""));
const realNames = fc.constantFrom(
  ...opens.flatMap(([, ...pairs]) => pairs.flat()),
  ...staysShut.flatMap(([, ...pairs]) => pairs.flat()),
);
const name = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" ")),
  realNames.filter((real) => nameWords(real).length > 0 && !/famil|famille/i.test(real)),
);
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  realNames,
);

Deno.test("matchesName() knows a listed name, in upper case and without accents", () => {
  fc.assert(fc.property(name, (listed) => {
    assert.ok(matchesName(listed, listed));
    assert.ok(matchesName(listed.toUpperCase(), listed));
    assert.ok(matchesName(listed.normalize("NFD").replace(/[\u0300-\u036f]/g, ""), listed));
  }));
});

Deno.test("matchesName() knows a listed name in any word order", () => {
  const shuffled = fc.array(word, { minLength: 2, maxLength: 5 }).chain((words) =>
    fc.tuple(
      fc.constant(words.join(" ")),
      fc.shuffledSubarray(words, { minLength: words.length }).map((other) => other.join(" ")),
    )
  );

  fc.assert(fc.property(shuffled, ([listed, typed]) => assert.ok(matchesName(typed, listed))));
});

Deno.test("matchesName() never opens to the empty string and never throws", () => {
  fc.assert(
    fc.property(anything, anything, (typed, listed) => {
      assert.equal(typeof matchesName(typed, listed), "boolean");
      assert.ok(!matchesName("", listed));
    }),
    { numRuns: 1000 },
  );
});

Deno.test("searchWords() finds every name that matchesName() would accept", () => {
  fc.assert(fc.property(fc.oneof(realNames, name), fc.oneof(realNames, name), (typed, listed) => {
    if (matchesName(typed, listed)) assertFound(typed, listed);
  }));
  for (const [, ...pairs] of opens) {
    for (const [typed, listed] of pairs) assertFound(typed, listed);
  }
});

function assertFound(typed: string, listed: string) {
  const stored = nameWords(listed);
  const found = searchWords(typed).flat().some((word) => stored.includes(word));
  assert.ok(found, `"${typed}" should find "${listed}"`);
}
