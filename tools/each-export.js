/**
 * A loader of webpack: each constant that a file exports is a module of its own, so that it lies in the scripts of the
 * pages that name it, and in no other.
 */
const path = require( 'node:path' );

const LOST =
	/^(?:(?:const|(?:export )?(?:let|function|class|enum|async)) |export (?!const \w|type |interface )).*/m;

module.exports = function ( source ) {
	const [ lost ] = LOST.exec( source ) ?? [];
	if ( lost ) {
		throw new Error( `Not a constant that is exported: ${ lost }` );
	}
	const [ imports, ...parts ] = source.split( /^(?=export )/m );
	const constants = Object.fromEntries(
		parts.flatMap( ( part ) => {
			const [ , name ] = /^export const (\w+)/.exec( part ) ?? [];
			return name ? [ [ name, part ] ] : [];
		} )
	);
	const own = this.resourceQuery.slice( 1 );
	const text = constants[ own ] ?? '';
	const words = text.match( /\w+/g ) ?? Object.keys( constants );
	const file = path.basename( this.resourcePath );
	return [
		imports,
		...Object.keys( constants )
			.filter( ( name ) => name !== own && words.includes( name ) )
			.map(
				( name ) =>
					`${ text ? 'import' : 'export' } { ${ name } } from './${ file }?${ name }';\n`
			),
		text,
	].join( '' );
};
