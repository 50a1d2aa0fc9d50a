/** What codes are called on the screen. */
import { __ } from '@wordpress/i18n';
import { EFFECT_LABELS } from '../generated/facts';
import type {
	Confidence,
	Effect,
	TaskState,
	Timeline,
} from '../generated/schemas';

export function stateWord( state: TaskState ): string {
	switch ( state ) {
		case 'queued':
			return __( 'Waiting', 'orderinvoicer' );
		case 'working':
			return __( 'Working', 'orderinvoicer' );
		case 'done':
			return __( 'Done', 'orderinvoicer' );
		case 'attention':
			return __( 'Needs you', 'orderinvoicer' );
		case 'skipped':
			return __( 'Left out', 'orderinvoicer' );
	}
}

export const effectWord = ( effect: Effect ): string =>
	EFFECT_LABELS[ effect ]();

export function outcomeWord(
	outcome: Timeline[ 'rows' ][ number ][ 'tries' ][ number ][ 'outcome' ]
): string {
	switch ( outcome ) {
		case 'done':
			return __( 'Done', 'orderinvoicer' );
		case 'released':
			return __( 'To be tried again', 'orderinvoicer' );
		case 'attention':
			return __( 'Needs you', 'orderinvoicer' );
		case 'skipped':
			return __( 'Left out', 'orderinvoicer' );
		case 'chosen':
			return __( 'A person chose the customer', 'orderinvoicer' );
	}
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
