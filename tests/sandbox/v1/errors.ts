import type { JsonObject } from '../../contract/json.ts';
import { MISSING } from '../../contract/problems.ts';
import type { Problem } from '../../contract/problems.ts';
import type { SellsyError } from '../errors.ts';

/** The codes that the old API's help page lists and the sandbox has a use for; one of them is misspelt there too. */
export type V1Code =
	| 'E_USER_NOT_LOGGED'
	| 'E_IO_MODE_DONT_EXIST'
	| 'E_DO_IN_PARAM_MISSING'
	| 'E_DO_IN_WRONG_FORMAT'
	| 'E_METHOD_DONT_EXIT'
	| 'E_PRIV_NOT_ALLOWED'
	| 'E_PARAM_INVALID'
	| 'E_PARAM_REQUIRED'
	| 'E_OBJ_NOT_LOADABLE'
	| 'E_OBJ_NOT_EDITABLE'
	| 'E_LIST_VALUE_DONT_EXIST'
	| 'E_LIMIT_REQUEST_REACHED'
	| 'E_SERVICE_UNVAILABLE'
	| 'E_UNKNOW';

/** A refusal of the old API: HTTP 200 all the same. */
export class V1Error extends Error {
	constructor(
		readonly code: V1Code,
		message: string
	) {
		super( message );
	}

	envelope(): JsonObject {
		return {
			status: 'error',
			response: null,
			error: {
				code: this.code,
				message: this.message,
				more: '',
				inerror: null,
			},
		};
	}
}

export function success( response: JsonObject[ string ] ): JsonObject {
	return { status: 'success', response, error: '' };
}

export function notLoadable( what: string ): V1Error {
	return new V1Error( 'E_OBJ_NOT_LOADABLE', `Object ${ what } not loadable` );
}

/** What is missing is named before what is wrong. */
export function wrongParams( problems: readonly Problem[] ): V1Error {
	const missing = problems.find( ( { message } ) => message === MISSING );
	const first = missing ?? problems[ 0 ];
	return new V1Error(
		missing === undefined ? 'E_PARAM_INVALID' : 'E_PARAM_REQUIRED',
		`${ first?.field ?? '' } : ${ first?.message ?? '' }`
	);
}

/** Fields of v2's error details that name a record. */
const NAMES_A_RECORD = /(^|\.)(related|id)$|^contact_id$|_address_id$/;

/** The same rule, broken through the old API, in its own words. */
export function fromSellsyError( error: SellsyError ): V1Error {
	const text = [ error.message, ...Object.values( error.details ) ].join(
		' '
	);
	if ( error.status === 404 ) {
		return new V1Error( 'E_OBJ_NOT_LOADABLE', text );
	}
	const fields = Object.keys( error.details );
	if ( fields.includes( 'status' ) ) {
		return new V1Error( 'E_OBJ_NOT_EDITABLE', text );
	}
	return new V1Error(
		fields.some( ( field ) => NAMES_A_RECORD.test( field ) )
			? 'E_OBJ_NOT_LOADABLE'
			: 'E_PARAM_INVALID',
		text
	);
}
