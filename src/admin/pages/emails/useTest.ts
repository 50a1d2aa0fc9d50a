import { useState } from '@wordpress/element';
import { testOwnerEmail } from '../../../api/endpoints';
import { type ActionState, useAction } from '../../../api/useAction';
import type { OwnerEmail, OwnerEmailTested } from '../../../generated/schemas';

export type EmailTest = {
	state: ActionState;
	/** Of the last test; null before. */
	tested: OwnerEmailTested | null;
	test: ( id: OwnerEmail[ 'id' ] ) => void;
};

export function useTest(): EmailTest {
	const { state, run } = useAction();
	const [ tested, setTested ] = useState< OwnerEmailTested | null >( null );
	return {
		state,
		tested,
		test: ( id ) =>
			run( async () => {
				setTested( null );
				setTested( await testOwnerEmail( { id } ) );
			} ),
	};
}
