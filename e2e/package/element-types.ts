import ts from "typescript";
import { fileURLToPath } from "node:url";
import { repository } from "../tools/repository.ts";

const entry = "widget/wedding-rsvp.ts";
/** Of what Lit brings along, what a page needs. */
const inherited = ["updateComplete"];

/**
 * What the package's users may say to the element, as one declaration file that needs nothing of ours: every type that is
 * named is written out in it, and what Lit brings along stays inside.
 */
export function elementTypes(): string {
  const path = fileURLToPath(new URL(entry, repository));
  const program = ts.createProgram([path], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    lib: ["lib.es2024.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
  });
  return createWriter(program).write(path);
}

function createWriter(program: ts.Program) {
  const checker = program.getTypeChecker();
  const own = program.getSourceFiles().filter(({ fileName }) =>
    fileName.startsWith(fileURLToPath(repository)) && !fileName.includes("/node_modules/")
  );
  const declared = Map.groupBy(
    own.flatMap(({ statements }) =>
      statements.filter((one) => ts.isTypeAliasDeclaration(one) || ts.isInterfaceDeclaration(one))
    ),
    (one) => one.name.text,
  );
  const written = new Map<string, string>();

  /** A type as text; what it names is written too. */
  function textOf(type: ts.Type, more = ts.TypeFormatFlags.None): string {
    return named(checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation | more));
  }

  /** The type that a declaration states, which has the better names; else the one that it has. */
  function statedBy(declaration: ts.Declaration | undefined, type: ts.Type): string {
    const stated = declaration &&
        (ts.isPropertyDeclaration(declaration) || ts.isPropertySignature(declaration) ||
          ts.isParameter(declaration))
      ? declaration.type
      : undefined;
    return stated ? named(stated.getText().replaceAll(/\s+/g, " ")) : textOf(type);
  }

  function named(text: string): string {
    for (const [name] of text.matchAll(/\b[A-Z]\w+/g)) {
      const [declaration, another] = declared.get(name) ?? [];
      if (another) throw new Error(`Two types are called ${name}: which one is the package's?`);
      if (!declaration || written.has(name)) continue;
      written.set(name, "");
      written.set(name, docOf(declaration) + declarationOf(declaration));
    }
    return text;
  }

  function declarationOf(declaration: ts.TypeAliasDeclaration | ts.InterfaceDeclaration): string {
    const type = checker.getTypeAtLocation(declaration.name);
    const { text } = declaration.name;
    if (ts.isTypeAliasDeclaration(declaration)) {
      return `export type ${text} = ${textOf(type, ts.TypeFormatFlags.InTypeAlias)};`;
    }
    const members = checker.getPropertiesOfType(type).map((member) =>
      memberOf(member, declaration)
    );
    return `export interface ${text} {\n${members.join("\n")}\n}`;
  }

  function memberOf(member: ts.Symbol, at: ts.Node): string {
    const type = checker.getTypeOfSymbolAtLocation(member, at);
    const declaration = member.valueDeclaration;
    const optional = member.flags & ts.SymbolFlags.Optional ? "?" : "";
    const isReadonly = declaration && (ts.isGetAccessor(declaration) ||
      ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly);
    const readonly = isReadonly ? "readonly " : "";
    const name = /^[\w$]+$/.test(member.name) ? member.name : JSON.stringify(member.name);
    const text = declaration && ts.isMethodDeclaration(declaration)
      ? `${name}${textOf(type).replace(/ => /, ": ")}`
      : `${readonly}${name}${optional}: ${statedBy(declaration, type)}`;
    return docOf(declaration ?? at, "  ") + `  ${text};`;
  }

  function classOf(declaration: ts.ClassDeclaration): string {
    const name = declaration.name?.text ?? "";
    const instance = checker.getTypeAtLocation(declaration);
    const members = checker.getPropertiesOfType(instance).filter((member) => {
      const { valueDeclaration: at } = member;
      if (!at || member.name.startsWith("#")) return false;
      const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
      if (ts.getCombinedModifierFlags(at) & hidden) return false;
      return at.parent === declaration || inherited.includes(member.name);
    });
    const constructor = declaration.members.find(ts.isConstructorDeclaration);
    const parameters =
      constructor?.parameters.map((one) =>
        `${one.name.getText()}: ${statedBy(one, checker.getTypeAtLocation(one))}`
      ) ?? [];
    const base = superclassOf(declaration);
    return [
      docOf(declaration),
      `export declare class ${name} extends ${base} {\n`,
      ...members.map((member) => `${memberOf(member, declaration)}\n`),
      ...(parameters.length ? [`  constructor(${parameters.join(", ")});\n`] : []),
      "}",
    ].join("");
  }

  return {
    write(path: string): string {
      const source = program.getSourceFile(path);
      const module = source && checker.getSymbolAtLocation(source);
      if (!module) throw new Error(`There is no module ${path}.`);
      const classes = checker.getExportsOfModule(module).flatMap((symbol) => {
        const target = symbol.flags & ts.SymbolFlags.Alias
          ? checker.getAliasedSymbol(symbol)
          : symbol;
        return (target.declarations ?? []).filter(ts.isClassDeclaration);
      });
      const texts = classes.map(classOf);
      const globals = own.flatMap(({ statements }) => statements.filter(isGlobal))
        .map((one) => one.getText().replaceAll(/\n {4}/g, "\n    "));
      return [
        "// Written by `deno task pack`.",
        ...texts,
        ...[...written].toSorted(([a], [b]) => a < b ? -1 : 1).map(([, text]) => text),
        ...globals,
        "",
      ].join("\n\n").replace(/\n+$/, "\n");
    },
  };
}

function docOf(node: ts.Node, indent = ""): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(comment?.comment);
  return text ? `${indent}/** ${text.replaceAll(/\s+/g, " ")} */\n` : "";
}

function isGlobal(statement: ts.Statement): boolean {
  return ts.isModuleDeclaration(statement) && statement.name.text === "global";
}

/** What a class extends, of the platform's own classes. */
function superclassOf({ heritageClauses }: ts.ClassDeclaration): string {
  const name = heritageClauses?.[0]?.types[0]?.expression.getText() ?? "Object";
  return name === "LitElement" ? "HTMLElement" : name;
}
