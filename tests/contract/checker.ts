import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { JsonObject } from './json.ts';
import { problemsOf } from './problems.ts';
import type { Problem } from './problems.ts';

/** Formats that the document names without meaning anything checkable. */
const LOOSE_FORMATS = [ 'text', 'float', 'binary', 'datetime' ];

/** Compares values with schemas, each compiled once, and names what is wrong as Sellsy names it. */
export class Checker {
	private readonly ajv: Ajv;
	private readonly compiled = new Map< string, ValidateFunction >();
	private readonly branches = new WeakMap< JsonObject, ValidateFunction >();

	/** `definitions` is a schema with an `$id` that others refer to. */
	constructor( definitions: JsonObject, coerceTypes = false ) {
		this.ajv = createAjv( coerceTypes );
		this.ajv.addSchema( definitions );
	}

	/** `key` stands for the schema: the same key is the same schema. */
	check( key: string, schema: JsonObject, value: unknown ): Problem[] {
		const validate = this.compiled.get( key ) ?? this.ajv.compile( schema );
		this.compiled.set( key, validate );
		return validate( value )
			? []
			: problemsOf( validate.errors ?? [], this.branchErrors );
	}

	private readonly branchErrors = (
		branch: JsonObject,
		value: unknown
	): ErrorObject[] => {
		const validate =
			this.branches.get( branch ) ?? this.ajv.compile( branch );
		this.branches.set( branch, validate );
		return validate( value ) ? [] : ( validate.errors ?? [] );
	};
}

function createAjv( coerceTypes: boolean ): Ajv {
	const ajv = new Ajv( {
		allErrors: true,
		strict: false,
		verbose: true,
		coerceTypes,
		// A schema is used a few times in a process: to compile it takes longer than what a better one would save.
		code: { optimize: false },
		validateSchema: false,
	} );
	addFormats( ajv );
	for ( const format of LOOSE_FORMATS ) {
		ajv.addFormat( format, true );
	}
	return ajv;
}
