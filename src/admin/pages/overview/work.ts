/** Whether what is to be done is done in time. */
import { __, _n, sprintf } from '@wordpress/i18n';
import { formatAgo, formatCount } from '../../../i18n/format';
import type { Overview } from '../../../generated/schemas';
import { hrefOf } from '../../useRoute';
import type { Fact } from './types';

const HOUR_MS = 3_600_000;

/** Something waits longer than passes and tries explain. */
export const isLate = (
	{ status: { oldest_due_at: due } }: Overview,
	at: number
): boolean => due !== null && at - Date.parse( due ) > HOUR_MS;

export function waiting( overview: Overview, at: number ): Fact {
	const { counts, oldest_due_at: due } = overview.status;
	const count = counts.queued + counts.working;
	if ( count === 0 ) {
		return {
			name: 'waiting',
			level: 'good',
			title: __( 'Nothing is waiting', 'orderinvoicer' ),
		};
	}
	return {
		name: 'waiting',
		level: isLate( overview, at ) ? 'warning' : 'good',
		title: sprintf(
			/* translators: %s: number of tasks. */
			_n(
				'%s task is waiting',
				'%s tasks are waiting',
				count,
				'orderinvoicer'
			),
			formatCount( count )
		),
		detail:
			due === null
				? __( 'None of them is late.', 'orderinvoicer' )
				: sprintf(
						/* translators: %s: such as "5 minutes ago". */
						__( 'Oldest due: %s.', 'orderinvoicer' ),
						formatAgo( due, at )
					),
		href: hrefOf( 'log', { state: 'queued' } ),
	};
}

export const failedTries = ( { failed_tries: count }: Overview ): Fact => ( {
	name: 'failed',
	level: count === 0 ? 'good' : 'warning',
	title:
		count === 0
			? __( 'No failed tries in the last 24 hours', 'orderinvoicer' )
			: sprintf(
					/* translators: %s: number of tries. */
					_n(
						'%s try failed in the last 24 hours',
						'%s tries failed in the last 24 hours',
						count,
						'orderinvoicer'
					),
					formatCount( count )
				),
	...( count === 0
		? {}
		: {
				detail: __(
					'Failed tries are repeated by themselves. What stopped for good is not counted here: it is under “What needs you”.',
					'orderinvoicer'
				),
				href: hrefOf( 'log' ),
			} ),
} );

export function pass( { scheduler, status }: Overview, at: number ): Fact {
	const { last_sweep_at: last } = status;
	const ran =
		last === null
			? __( 'Last run: never yet.', 'orderinvoicer' )
			: sprintf(
					/* translators: %s: such as "5 minutes ago". */
					__( 'Last run: %s.', 'orderinvoicer' ),
					formatAgo( last, at )
				);
	switch ( scheduler ) {
		case 'on_time':
			return {
				name: 'pass',
				level: 'good',
				title: __(
					'The pass every five minutes is on time',
					'orderinvoicer'
				),
				detail: ran,
			};
		case 'first':
			return {
				name: 'pass',
				level: 'unknown',
				title: __(
					'The first pass comes within a few minutes',
					'orderinvoicer'
				),
				detail: __(
					'From then on it comes every five minutes.',
					'orderinvoicer'
				),
			};
		case 'late':
			return {
				name: 'pass',
				level: 'warning',
				title: __(
					'The pass every five minutes is late',
					'orderinvoicer'
				),
				detail: `${ ran } ${ needsCron() }`,
			};
		case 'stopped':
			return {
				name: 'pass',
				level: 'error',
				title: __(
					'The pass every five minutes does not run',
					'orderinvoicer'
				),
				detail: `${ ran } ${ needsCron() }`,
			};
		case 'missing':
			return {
				name: 'pass',
				level: 'error',
				title: __(
					'The pass every five minutes is not planned',
					'orderinvoicer'
				),
				detail: __(
					'Reload this page to plan it anew. If it is lost again, another plugin deletes scheduled actions.',
					'orderinvoicer'
				),
			};
	}
}

const needsCron = (): string =>
	__(
		'The pass needs visitors, or a cron job: ask your host for one that opens wp-cron.php every five minutes.',
		'orderinvoicer'
	);
