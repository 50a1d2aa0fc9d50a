import { lazy } from '@wordpress/element';

/** What keeps a script from being there, and a way to ask for it anew: React itself remembers a failure for good. */
export class NotFetched extends Error {
	constructor(
		readonly fetchAgain: () => void,
		cause: unknown
	) {
		super( 'A script could not be fetched.', { cause } );
	}
}

/** A component that is a script of its own, fetched when it is first shown. Goes inside an `ErrorBoundary`. */
export function fetched< Props extends object >(
	load: () => Promise< React.FunctionComponent< Props > >
): React.FunctionComponent< Props > {
	const ask = () =>
		lazy( async () => {
			try {
				const Component = await load();
				return {
					default: ( { given }: { given: Props } ) => (
						<Component { ...given } />
					),
				};
			} catch ( error ) {
				throw new NotFetched( () => {
					Part = ask();
				}, error );
			}
		} );
	let Part = ask();
	return function Fetched( props: Props ) {
		return <Part given={ props } />;
	};
}
