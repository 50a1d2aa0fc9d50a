import { useEffect, useState } from '@wordpress/element';
import { ConfirmModal } from '../components/ConfirmModal';
import { type Question, questionOf } from './question';

/**
 * Asks before a button of the order box makes something final. `Admin\OrderActions` asks itself where no dialog did.
 */
export function FinalQuestions() {
	const [ asked, setAsked ] = useState< Question | null >( null );
	useEffect( () => {
		const ask = ( event: MouseEvent ) => {
			const question = questionOf( event.target );
			if ( question ) {
				event.preventDefault();
				setAsked( question );
			}
		};
		document.addEventListener( 'click', ask );
		return () => document.removeEventListener( 'click', ask );
	}, [] );
	return (
		asked && (
			<ConfirmModal
				title={ asked.label }
				confirmLabel={ asked.label }
				onCancel={ () => setAsked( null ) }
				onConfirm={ () => {
					setAsked( null );
					asked.confirm();
				} }
			>
				{ asked.text.map( ( paragraph ) => (
					<p key={ paragraph }>{ paragraph }</p>
				) ) }
			</ConfirmModal>
		)
	);
}
