import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { labelled } from '../../../../i18n/labels';
import { type Rule, sentenceOf, type StatusRow } from '../rules';

type RemovedSentenceProps = {
	rule: Rule;
	rows: StatusRow[];
	onUndo: () => void;
};

/** The button that removed it is gone: the one that brings it back has the focus. */
export function RemovedSentence( {
	rule,
	rows,
	onUndo,
}: RemovedSentenceProps ) {
	const undo = useRef< HTMLButtonElement >( null );
	useEffect( () => undo.current?.focus(), [] );
	const label = __( 'Undo', 'orderinvoicer' );
	const sentence = sentenceOf( rule, rows );
	return (
		<li className="orderinvoicer-rules__rule">
			<s className="orderinvoicer-muted">{ sentence }</s>{ ' ' }
			<Button
				ref={ undo }
				variant="link"
				aria-label={ labelled( label, sentence ) }
				onClick={ onUndo }
			>
				{ label }
			</Button>
		</li>
	);
}
