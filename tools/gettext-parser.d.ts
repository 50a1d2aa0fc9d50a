declare module 'gettext-parser' {
	export const po: { parse: ( source: Buffer ) => unknown };
}
