import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { object, parse, string, union, array } from 'zod/mini';

const Mail = object( {
	to: union( [ string(), array( string() ) ] ),
	subject: string(),
	message: string(),
} );

/** What the site would have sent to this address, the oldest first. */
export const mailsTo = async (
	address: string
): Promise< { subject: string; message: string }[] > => {
	const file = path.join(
		process.env[ 'ORDERINVOICER_SITE_DIR' ] ?? '',
		'mails.jsonl'
	);
	const lines = await readFile( file, 'utf8' ).catch( () => '' );
	return lines
		.split( '\n' )
		.filter( Boolean )
		.map( ( line ) => parse( Mail, JSON.parse( line ) ) )
		.filter( ( { to } ) => [ to ].flat().includes( address ) );
};
