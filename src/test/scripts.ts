/** What a page asks for by `import()`: the names are kept by tests/js/transform.js. */
declare global {
	var scriptsAskedFor: Set< string > | undefined;
}

/** Names of the scripts that were asked for since this was asked last. */
export function scriptsAskedFor(): string[] {
	const names = [ ...( globalThis.scriptsAskedFor ?? [] ) ];
	globalThis.scriptsAskedFor = new Set();
	return names.sort();
}
