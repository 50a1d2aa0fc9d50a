/** What codes are called on the screen. */
import { __ } from '@wordpress/i18n';
import type { Confidence } from '../schemas/sellsy';
import type { SyncState } from '../schemas/syncs';

export function stateWord( state: SyncState ): string {
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

export function confidenceWord( confidence: Confidence ): string {
	switch ( confidence ) {
		case 'certain':
			return __( 'the only one that fits', 'orderinvoicer' );
		case 'likely':
			return __( 'the best of several: please check', 'orderinvoicer' );
		case 'none':
			return __( 'nothing fits', 'orderinvoicer' );
	}
}
