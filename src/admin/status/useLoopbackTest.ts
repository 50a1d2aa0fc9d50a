import { useState } from '@wordpress/element';
import { testLoopback } from '../../api/endpoints';
import { type ActionState, useAction } from '../../api/useAction';
import type { Status } from '../../generated/schemas';

export type LoopbackTest = {
	state: ActionState;
	/** Of the last test on this page; null before. */
	found: Status[ 'loopback' ] | null;
	test: () => void;
};

/** `onTested`: what is shown of the site may be different now. */
export function useLoopbackTest( onTested: () => void ): LoopbackTest {
	const { state, run } = useAction();
	const [ found, setFound ] = useState< LoopbackTest[ 'found' ] >( null );
	return {
		state,
		found,
		test: () =>
			run( async () => {
				setFound( null );
				setFound( ( await testLoopback() ).loopback );
				onTested();
			} ),
	};
}
