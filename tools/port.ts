import { once } from 'node:events';
import { createServer } from 'node:net';

const LAST = 65_535;

/** A port that cannot be used, and what to do. */
export class UnusablePort extends Error {}

const free = async ( wanted: number ): Promise< boolean > => {
	const server = createServer();
	try {
		await once( server.listen( wanted, '127.0.0.1' ), 'listening' );
	} catch {
		return false;
	}
	server.close();
	await once( server, 'close' );
	return true;
};

/**
 * Some ports belong to other protocols: fetch refuses them before anything is sent, and so do browsers. Asked while
 * nothing listens there, so that every other port is refused as well, but for another reason.
 */
const isCalledByFetch = ( wanted: number ): Promise< boolean > =>
	fetch( `http://127.0.0.1:${ wanted }/` ).then(
		() => true,
		( error: unknown ) =>
			! (
				error instanceof Error &&
				error.cause instanceof Error &&
				error.cause.message === 'bad port'
			)
	);

/**
 * The port that an environment variable names, or the usual one.
 *
 * @throws UnusablePort
 */
export const port = async (
	name: string,
	usual: number
): Promise< number > => {
	const wanted = Number( process.env[ name ] ?? usual );
	if ( ! Number.isInteger( wanted ) || wanted < 1 || wanted > LAST ) {
		throw new UnusablePort(
			`${ name } must be a port, such as ${ name }=${ usual } npm start`
		);
	}
	const another = `choose another: ${ name }=${ wanted === LAST ? usual : wanted + 1 } npm start`;
	// A server that already listens there would answer in place of ours.
	if ( ! ( await free( wanted ) ) ) {
		throw new UnusablePort(
			`Port ${ wanted } is taken, perhaps by another "npm start". Stop that, or ${ another }`
		);
	}
	if ( ! ( await isCalledByFetch( wanted ) ) ) {
		throw new UnusablePort(
			`Port ${ wanted } is reserved for another protocol, and no browser calls it. Please ${ another }`
		);
	}
	return wanted;
};
