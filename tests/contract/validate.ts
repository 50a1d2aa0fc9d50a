import { Checker } from './checker.ts';
import { isObject, listOf, objectOf, textOf } from './json.ts';
import type { JsonObject } from './json.ts';
import type { Problem } from './problems.ts';
import { committedContract } from './reduce.ts';

export type { Problem } from './problems.ts';

export interface Operation {
	/** As in the document: `GET /companies/{id}`. */
	name: string;
	method: string;
	template: string;
	scopes: string[];
}

/** Sellsy's API as sellsy.json knows it: which operations exist, and what may be sent and answered. */
export class Contract {
	readonly operations: readonly Operation[];
	private readonly facts: JsonObject;
	private readonly bodies: Checker;
	/** Texts of an address become numbers and booleans before they are checked. */
	private readonly queries: Checker;

	constructor( text: string = committedContract() ) {
		const parsed: unknown = JSON.parse(
			text.replaceAll( '"#/definitions/', '"sellsy#/definitions/' )
		);
		const contract = objectOf( parsed );
		this.facts = objectOf( contract[ 'operations' ] );
		const definitions = {
			$id: 'sellsy',
			definitions: objectOf( contract[ 'definitions' ] ),
		};
		this.bodies = new Checker( definitions );
		this.queries = new Checker( definitions, true );
		this.operations = Object.entries( this.facts ).map(
			( [ name, facts ] ) => {
				const [ method = '', template = '' ] = name.split( ' ' );
				return {
					name,
					method,
					template,
					scopes: listOf( objectOf( facts )[ 'scopes' ] ).map(
						textOf
					),
				};
			}
		);
	}

	/** The operation that a request of this method and path means; literal segments win over parameters. */
	find( method: string, path: string ): Operation | null {
		const candidates = this.operations.filter(
			( operation ) =>
				operation.method === method &&
				matches( operation.template, path )
		);
		return (
			candidates.sort(
				( a, b ) => holes( a.template ) - holes( b.template )
			)[ 0 ] ?? null
		);
	}

	hasPath( path: string ): boolean {
		return this.operations.some( ( { template } ) =>
			matches( template, path )
		);
	}

	/** `query` as it stands in the address, without the question mark. */
	validateRequest(
		method: string,
		path: string,
		query: string,
		body: unknown
	): Problem[] {
		const operation = this.find( method, path );
		if ( operation === null ) {
			return [
				{
					field: '',
					message: `Opération inconnue : ${ method } ${ path }`,
				},
			];
		}
		return [
			...this.problemsOfPath( operation, path ),
			...this.problemsOfQuery( operation, query ),
			...this.problemsOfBody( operation, body ),
		];
	}

	/** Error answers are hardly described by the document; only successes are checked. */
	validateResponse(
		method: string,
		path: string,
		status: number,
		body: unknown
	): Problem[] {
		const operation = this.find( method, path );
		if ( operation === null || status >= 300 ) {
			return [];
		}
		const responses = objectOf( this.factsOf( operation )[ 'responses' ] );
		const schema = responses[ String( status ) ];
		if ( schema === undefined ) {
			return [
				{
					field: '',
					message: `${ operation.name } ne répond pas ${ status }`,
				},
			];
		}
		if ( ! isObject( schema ) ) {
			return body === undefined
				? []
				: [ { field: '', message: 'Aucun contenu attendu' } ];
		}
		return this.bodies.check(
			`${ operation.name } ${ status }`,
			schema,
			body
		);
	}

	private factsOf( operation: Operation ): JsonObject {
		return objectOf( this.facts[ operation.name ] );
	}

	private problemsOfPath( operation: Operation, path: string ): Problem[] {
		const values = path.split( '/' );
		const parameters = objectOf( this.factsOf( operation )[ 'path' ] );
		return operation.template.split( '/' ).flatMap( ( step, index ) => {
			const schema = parameters[ step.slice( 1, -1 ) ];
			return step.startsWith( '{' ) && isObject( schema )
				? this.checkText(
						`${ operation.name } path ${ step }`,
						step.slice( 1, -1 ),
						schema,
						values[ index ]
					)
				: [];
		} );
	}

	private problemsOfQuery( operation: Operation, query: string ): Problem[] {
		const known = objectOf( this.factsOf( operation )[ 'query' ] );
		return Object.entries( parseQuery( query ) ).flatMap(
			( [ name, value ] ) => {
				const schema = known[ name ];
				return isObject( schema )
					? this.checkText(
							`${ operation.name } ?${ name }`,
							name,
							schema,
							value
						)
					: [ { field: name, message: 'Ce champ est inconnu.' } ];
			}
		);
	}

	private problemsOfBody( operation: Operation, body: unknown ): Problem[] {
		const schema = this.factsOf( operation )[ 'request' ];
		if ( isObject( schema ) ) {
			return this.bodies.check(
				`${ operation.name } body`,
				schema,
				body ?? {}
			);
		}
		return Object.keys( objectOf( body ) ).map( ( field ) => ( {
			field,
			message: 'Ce champ est inconnu.',
		} ) );
	}

	private checkText(
		key: string,
		name: string,
		schema: JsonObject,
		value: unknown
	): Problem[] {
		const closed = { type: 'object', properties: { [ name ]: schema } };
		return this.queries.check( key, closed, { [ name ]: value } );
	}
}

/** PHP style: `embed[]=a&embed[]=b` is a list, `limit=5` a text. */
export function parseQuery(
	query: string
): Record< string, string | string[] > {
	const parsed: Record< string, string | string[] > = {};
	for ( const [ key, value ] of new URLSearchParams( query ) ) {
		const list = /^(.+)\[\d*\]$/.exec( key )?.[ 1 ];
		if ( list === undefined ) {
			parsed[ key ] = value;
		} else {
			parsed[ list ] = [
				...listOf( parsed[ list ] ).map( textOf ),
				value,
			];
		}
	}
	return parsed;
}

function matches( template: string, path: string ): boolean {
	const steps = template.split( '/' );
	const values = path.split( '/' );
	return (
		steps.length === values.length &&
		steps.every(
			( step, index ) =>
				step === values[ index ] ||
				( step.startsWith( '{' ) && values[ index ] !== '' )
		)
	);
}

function holes( template: string ): number {
	return template.split( '{' ).length;
}
