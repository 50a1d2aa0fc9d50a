import { useState } from '@wordpress/element';
import { syncOrder } from '../../api/actEndpoints';
import { useAction } from '../../api/useAction';
import {
	type Acting,
	carryOut,
	type Decision,
} from '../../components/acts/acts';
import { renewBuyer } from '../renewBuyer';
import type { OrderBox, Task } from '../../generated/schemas';

type Kind = OrderBox[ 'make' ][ number ][ 'document' ];

/**
 * Decisions of a person, one at a time; `make`: of a document that is asked for. What came of one is said with the box
 * that shows it.
 */
export function useActing( orderId: number, onChanged: () => Promise< void > ) {
	const { state, run, reset } = useAction();
	const [ at, setAt ] = useState( '' );
	const [ said, setSaid ] = useState< {
		decision: Decision;
		answer: Task;
	} | null >( null );
	const act = ( decision: Decision, work: () => Promise< Task > ) =>
		run( async () => {
			setAt( decision.at );
			setSaid( null );
			try {
				setSaid( { decision, answer: await work() } );
				if ( decision.offer.act === 'accept_company' ) {
					await renewBuyer();
				}
			} finally {
				await onChanged(); // What was refused is otherwise by now.
			}
		} );
	const acting: Acting = {
		state,
		at,
		reset,
		decide: ( decision ) => act( decision, () => carryOut( decision ) ),
	};
	return {
		acting,
		said,
		make: ( document: Kind, decision: Decision ) =>
			act( decision, () =>
				syncOrder( orderId, {
					document,
					by_hand: decision.offer.by_hand,
					asked: decision.offer.asks,
				} )
			),
	};
}
