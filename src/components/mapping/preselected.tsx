import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Confidence } from '../../generated/schemas';

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
			{ __( 'Proposed: the only one that fits.', 'orderinvoicer' ) }{ ' ' }
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

export function confidenceWord( confidence: Confidence ): string {
	switch ( confidence ) {
		case 'certain':
			return __( 'the only one that fits', 'orderinvoicer' );
		case 'likely':
			return __( 'likely, please check', 'orderinvoicer' );
		case 'none':
			return __( 'nothing fits', 'orderinvoicer' );
	}
}
