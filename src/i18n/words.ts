/** What codes are called on the screen. */
import { __ } from '@wordpress/i18n';
import type { TaskState, Timeline } from '../generated/schemas';

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
