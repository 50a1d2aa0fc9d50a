import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

/**
 * Chooses what is certain, once, as if a person had pressed the button: it is saved with the step, and can be undone
 * before.
 */
export function usePreselected< T >(
	isWanted: boolean,
	certain: T | null,
	choose: ( certain: T ) => void
): void {
	const isDone = useRef( false );
	useEffect( () => {
		if ( isWanted && certain !== null && ! isDone.current ) {
			isDone.current = true;
			choose( certain );
		}
	}, [ isWanted, certain, choose ] );
}

type ProposedNoteProps = {
	/** What it was proposed for. */
	label: string;
	onUndo: () => void;
};

/** Beside a choice that nobody has saved yet. */
export function ProposedNote( { label, onUndo }: ProposedNoteProps ) {
	return (
		<p className="orderinvoicer-proposal">
			{ __( 'Proposed.', 'orderinvoicer' ) }{ ' ' }
			<Button
				variant="link"
				onClick={ onUndo }
				aria-label={ sprintf(
					/* translators: %s: what something was proposed for, such as "Card". */
					__( 'Undo: %s', 'orderinvoicer' ),
					label
				) }
			>
				{ __( 'Undo', 'orderinvoicer' ) }
			</Button>
		</p>
	);
}

/** What is not sure says so. */
export const proposalText = ( label: string, isCertain: boolean ): string =>
	isCertain
		? sprintf(
				/* translators: %s: name of a Sellsy tax or payment method. */
				__( 'Proposed: %s.', 'orderinvoicer' ),
				label
			)
		: sprintf(
				/* translators: %s: name of a Sellsy tax or payment method. */
				__( 'Proposed: %s (likely, please check).', 'orderinvoicer' ),
				label
			);
