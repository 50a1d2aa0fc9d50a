import { useState } from '@wordpress/element';
import { testEmail, testOwnerEmail } from '../../../../api/emailEndpoints';
import { type ActionState, useAction } from '../../../../api/useAction';
import type { EmailTested, OwnerEmail } from '../../../../generated/schemas';

export type EmailTest = {
	state: ActionState;
	/** Of the last test; null before. */
	tested: EmailTested | null;
	test: () => void;
};

const OWNER: readonly OwnerEmail[ 'id' ][] = [
	'orderinvoicer_standstill',
	'orderinvoicer_digest',
];

/** Those to the owner say that nothing has happened. */
async function sendTest( id: string ): Promise< EmailTested > {
	const owner = OWNER.find( ( one ) => one === id );
	return owner ? testOwnerEmail( { id: owner } ) : testEmail( id );
}

export function useTest( id: string ): EmailTest {
	const { state, run } = useAction();
	const [ tested, setTested ] = useState< EmailTested | null >( null );
	return {
		state,
		tested,
		test: () =>
			run( async () => {
				setTested( null );
				setTested( await sendTest( id ) );
			} ),
	};
}
