/**
 * Writes src/schemas/settings.ts from the schemas that PHP exports (`npm run schemas`): a setting is declared in
 * `includes/Domain/Settings` and nowhere else.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, type Options } from 'prettier';
import { PROJECT } from '../tests/environment/cache.ts';

type JsonSchema = {
	$schema?: string;
	title?: string;
	type: string | string[];
	description?: string;
	required?: boolean;
	enum?: string[];
	pattern?: string;
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
	items?: JsonSchema;
	properties?: Record< string, JsonSchema >;
};

export const SETTINGS_FILE = path.join( PROJECT, 'src/schemas/settings.ts' );

const exported = ( name: string ): JsonSchema =>
	JSON.parse(
		readFileSync(
			path.join( PROJECT, 'tests/contract/schemas', `${ name }.json` ),
			'utf8'
		)
	);

const within = ( schema: JsonSchema, ...names: string[] ): JsonSchema => {
	const [ name = '', ...further ] = names;
	const next =
		schema.properties?.[ name ] ??
		( name === 'items' ? schema.items : undefined );
	if ( next === undefined ) {
		throw new Error( `No ${ name } in the exported settings.` );
	}
	return further.length === 0 ? next : within( next, ...further );
};

/** Where a schema stands says whether it is required, and may describe it; one that stands alone has a title. */
const itself = ( {
	$schema: _draft,
	title: _title,
	required: _required,
	description: _description,
	...schema
}: JsonSchema ): string => JSON.stringify( schema );

class Writer {
	private readonly names = new Map< string, string >();

	/** From here on the schema is written as its name. */
	name( name: string, schema: JsonSchema ): void {
		this.names.set( itself( schema ), name );
	}

	knows( schema: JsonSchema ): boolean {
		return this.names.has( itself( schema ) );
	}

	declared( name: string, schema: JsonSchema ): string {
		const text = `const ${ name } = ${ this.schema( schema ) };\n`;
		this.name( name, schema );
		return text;
	}

	schema( schema: JsonSchema ): string {
		const name = this.names.get( itself( schema ) );
		if ( name !== undefined ) {
			return name;
		}
		const types = [ schema.type ].flat();
		const type = types.find( ( one ) => one !== 'null' ) ?? 'null';
		const text = this.ofType( type, schema );
		return types.includes( 'null' ) ? `z.nullable( ${ text } )` : text;
	}

	private ofType( type: string, schema: JsonSchema ): string {
		switch ( type ) {
			case 'boolean':
				return 'z.boolean()';
			case 'integer':
				return `z.int()${ checks( schema ) }`;
			case 'string':
				return schema.enum === undefined
					? `z.string()${ checks( schema ) }`
					: `z.enum( ${ JSON.stringify( schema.enum ) } )`;
			case 'array':
				return `z.array( ${ this.schema( within( schema, 'items' ) ) } )`;
			case 'object':
				return `z.strictObject( {\n${ this.properties( schema ) }\n} )`;
			default:
				throw new Error(
					`Settings of the type ${ type } are unknown.`
				);
		}
	}

	private properties( { properties = {} }: JsonSchema ): string {
		return Object.entries( properties )
			.map( ( [ name, schema ] ) => {
				const { description } = schema;
				const says = description ? comment( description ) : '';
				const text = this.schema( schema );
				const value =
					schema.required === false
						? `z.optional( ${ text } )`
						: text;
				return `${ says }${ name }: ${ value },`;
			} )
			.join( '\n' );
	}
}

/** On one line, or on as many as it takes beside the indent. */
const comment = ( text: string ): string =>
	text.length <= 105
		? `/** ${ text } */\n`
		: `/**\n${ text.replace( /(.{1,105})(?: |$)/g, ' * $1\n' ) } */\n`;

const checks = ( schema: JsonSchema ): string => {
	const all = [
		...[ 'minLength', 'maxLength', 'minimum', 'maximum' ].flatMap(
			( name ) =>
				Object.entries( schema )
					.filter( ( [ key ] ) => key === name )
					.map( ( [ , value ] ) => `z.${ name }( ${ value } )` )
		),
		...( schema.pattern === undefined
			? []
			: [ `z.regex( /${ schema.pattern.replaceAll( '/', '\\/' ) }/ )` ] ),
	];
	return all.length === 0 ? '' : `.check( ${ all.join( ', ' ) } )`;
};

const TYPES = [
	[ 'Kind', 'KindSchema' ],
	[ 'DocumentState', 'DocumentStateSchema' ],
	[ 'Settings', 'SettingsSchema' ],
	[ 'WorkflowSettings', 'WorkflowSchema' ],
	[ 'SettingsUpdate', 'SettingsUpdateSchema' ],
] as const;

/** As wp-scripts formats. */
const STYLE: Options & { parenSpacing: boolean } = {
	useTabs: true,
	tabWidth: 4,
	singleQuote: true,
	trailingComma: 'es5',
	parenSpacing: true,
	parser: 'typescript',
};

const groupsOf = ( { properties = {} }: JsonSchema ): string[] =>
	Object.entries( properties )
		.filter( ( [ , { type } ] ) => type === 'object' )
		.map( ( [ name ] ) => name );

/** That it is the schema of an update, src/schemas/schemas.test.ts proves. */
const update = ( writer: Writer, settings: JsonSchema ): string =>
	groupsOf( settings )
		.map( ( name ) => {
			const group = writer.schema( within( settings, name ) );
			return `${ name }: z.optional( z.partial( ${ group } ) ),`;
		} )
		.join( '\n' );

const groupName = ( name: string ): string =>
	`${ name.charAt( 0 ).toUpperCase() }${ name.slice( 1 ) }Schema`;

export const settingsSchema = (): Promise< string > => {
	const settings = exported( 'settings' );
	const rule = within( settings, 'states', 'items' );
	const writer = new Writer();
	writer.name( 'SituationSchema', exported( 'situation' ) );
	const text = [
		'// Made by `npm run schemas` from includes/Domain/Settings. Not to be edited.',
		"import * as z from 'zod/mini';",
		"import { SituationSchema } from './shop';\n",
		'/** `Domain\\Documents\\DocumentKind`, in the order in which a shop meets them. */',
		`export ${ writer.declared( 'KindSchema', within( rule, 'kind' ) ) }`,
		`export ${ writer.declared( 'DocumentStateSchema', within( rule, 'state' ) ) }`,
		writer.declared( 'WorkflowSchema', exported( 'settings-workflow' ) ),
		...groupsOf( settings )
			.filter( ( name ) => ! writer.knows( within( settings, name ) ) )
			.map( ( name ) =>
				writer.declared( groupName( name ), within( settings, name ) )
			),
		'/** `GET` and `POST /settings`. */',
		`export ${ writer.declared( 'SettingsSchema', settings ) }`,
		'/** What is left out stays as it is; lists are replaced as a whole. */',
		'export const SettingsUpdateSchema = z.extend( z.partial( SettingsSchema ), {',
		update( writer, settings ),
		'} );\n',
		...TYPES.map(
			( [ type, schema ] ) =>
				`export type ${ type } = z.infer< typeof ${ schema } >;`
		),
	].join( '\n' );
	return format( text, STYLE );
};

if ( process.argv[ 1 ]?.endsWith( 'settings-schema.ts' ) ) {
	void settingsSchema().then( ( text ) =>
		writeFileSync( SETTINGS_FILE, text )
	);
}
