import type { ErrorObject } from 'ajv';
import { isObject, listOf, objectOf, textOf } from './json.ts';
import type { JsonObject } from './json.ts';

/** What stands where a required field does not. */
export const MISSING = 'Ce champ est manquant.';

/** One broken rule; `field` is written as Sellsy's error details write it: `rows[0].tax_id`. */
export interface Problem {
	field: string;
	message: string;
}

/** Validates a value against one branch of an `anyOf`. */
export type Branch = ( branch: JsonObject, value: unknown ) => ErrorObject[];

export function problemsOf(
	errors: readonly ErrorObject[],
	branchErrors: Branch
): Problem[] {
	const choices = errors.filter( ( { keyword } ) => keyword === 'anyOf' );
	const isInsideChoice = ( { instancePath }: ErrorObject ) =>
		choices.some(
			( choice ) =>
				instancePath === choice.instancePath ||
				instancePath.startsWith( choice.instancePath + '/' )
		);
	const plain = errors.filter( ( error ) => ! isInsideChoice( error ) );
	const outermost = choices.filter(
		( choice ) =>
			! choices.some( ( { instancePath } ) =>
				choice.instancePath.startsWith( instancePath + '/' )
			)
	);
	return [
		...plain.map( ( error ) => toProblem( error ) ),
		...outermost.flatMap( ( choice ) =>
			problemsOfChoice( choice, branchErrors )
		),
	];
}

/**
 * Names what is wrong within the branch that the value means (its `type`, say), not what is wrong with all the others.
 */
function problemsOfChoice(
	choice: ErrorObject,
	branchErrors: Branch
): Problem[] {
	const meant = listOf( choice.schema )
		.filter( isObject )
		.find( ( branch ) => isMeant( branch, choice.data ) );
	const at = fieldOf( choice.instancePath );
	if ( meant === undefined ) {
		return [ { field: at, message: 'Cette valeur n’est pas valide.' } ];
	}
	const inner = problemsOf(
		branchErrors( meant, choice.data ),
		branchErrors
	);
	return inner.map( ( { field, message } ) => ( {
		field: joined( at, field ),
		message,
	} ) );
}

function isMeant( branch: JsonObject, value: unknown ): boolean {
	if ( ! isObject( value ) ) {
		return false;
	}
	return [ 'type', 'mode', 'code', 'row_type' ].some( ( name ) => {
		const property = objectOf( objectOf( branch[ 'properties' ] )[ name ] );
		return listOf( property[ 'enum' ] ).includes( value[ name ] );
	} );
}

function toProblem( error: ErrorObject ): Problem {
	const at = fieldOf( error.instancePath );
	const params: unknown = error.params;
	const facts = objectOf( params );
	switch ( error.keyword ) {
		case 'additionalProperties':
			return {
				field: joined( at, textOf( facts[ 'additionalProperty' ] ) ),
				message: 'Ce champ est inconnu.',
			};
		case 'required':
			return {
				field: joined( at, textOf( facts[ 'missingProperty' ] ) ),
				message: MISSING,
			};
		case 'type':
			return {
				field: at,
				message: `Cette valeur doit être de type ${ String( facts[ 'type' ] ) }.`,
			};
		case 'enum':
			return {
				field: at,
				message: `Cette valeur doit être l’une des suivantes : ${ listOf( facts[ 'allowedValues' ] ).join( ', ' ) }.`,
			};
		case 'format':
			return {
				field: at,
				message: `Cette valeur n’est pas au format ${ textOf( facts[ 'format' ] ) }.`,
			};
		default:
			return {
				field: at,
				message: `Cette valeur ne respecte pas la limite ${ error.keyword } (${ String( facts[ 'limit' ] ?? facts[ 'pattern' ] ?? '' ) }).`,
			};
	}
}

function fieldOf( pointer: string ): string {
	return pointer
		.split( '/' )
		.slice( 1 )
		.reduce(
			( path, step ) =>
				joined( path, /^\d+$/.test( step ) ? `[${ step }]` : step ),
			''
		);
}

function joined( path: string, step: string ): string {
	return path === '' || step === '' || step.startsWith( '[' )
		? path + step
		: `${ path }.${ step }`;
}
