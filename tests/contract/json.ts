export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
	[ key: string ]: Json;
}

/** Narrows what came out of a parser; arrays are no objects here. */
export function isObject( value: unknown ): value is JsonObject {
	return (
		typeof value === 'object' && value !== null && ! Array.isArray( value )
	);
}

export function objectOf( value: unknown ): JsonObject {
	return isObject( value ) ? value : {};
}

export function listOf( value: unknown ): unknown[] {
	return Array.isArray( value ) ? value : [];
}

export function textOf( value: unknown ): string {
	return typeof value === 'string' ? value : '';
}
