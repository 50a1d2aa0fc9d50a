import { __, _n, sprintf } from '@wordpress/i18n';
import { formatAgo, formatCount } from '../../../i18n/format';
import type { Overview } from '../../../generated/schemas';
import { hrefOf } from '../../useRoute';
import { quotaFact } from './quota';
import type { Fact } from './types';

/** What must be there so that an order becomes its documents within minutes, and how it stands. */
export const healthFacts = ( data: Overview, at: number ): Fact[] => [
	connection( data ),
	waiting( data, at ),
	failedTries( data ),
	pass( data, at ),
	...drafts( data, at ),
	...lookedAt( data, at ),
	loopback( data ),
	hooks( data ),
	quotaFact( data, at ),
];

/** Good news only where every right was seen. */
function ofRights( rights: Overview[ 'rights' ] ): Omit< Fact, 'name' > {
	switch ( rights ) {
		case 'seen':
			return {
				level: 'good',
				title: __( 'Connected to Sellsy', 'orderinvoicer' ),
			};
		case 'missing':
			return {
				level: 'error',
				title: __( 'Rights are missing at Sellsy', 'orderinvoicer' ),
				detail: __(
					'What needs them waits. Which ones they are, and how to give them, stands under “Connection”.',
					'orderinvoicer'
				),
			};
		case 'unseen':
			return {
				level: 'unknown',
				title: __( 'Connected to Sellsy', 'orderinvoicer' ),
				detail: __(
					'Not every right was seen yet: some show themselves with the first document that needs them.',
					'orderinvoicer'
				),
			};
	}
}

function connection( { connection: state, rights }: Overview ): Fact {
	const fact = { name: 'connection', href: hrefOf( 'connection' ) };
	switch ( state ) {
		case 'connected':
			return { ...fact, ...ofRights( rights ) };
		case 'silent':
			return {
				...fact,
				level: 'warning',
				title: __(
					'Sellsy did not answer when it was last asked',
					'orderinvoicer'
				),
			};
		case 'unknown':
			return {
				...fact,
				level: 'unknown',
				title: __( 'Connection not tested yet', 'orderinvoicer' ),
			};
		case 'to_authorise':
			return {
				...fact,
				level: 'warning',
				title: __(
					'Sellsy waits for your permission',
					'orderinvoicer'
				),
			};
		case 'refused':
			return {
				...fact,
				level: 'error',
				title: __(
					'Sellsy refuses the access of this shop',
					'orderinvoicer'
				),
			};
		case 'unconfigured':
			return {
				...fact,
				level: 'unknown',
				title: __( 'Not connected to Sellsy', 'orderinvoicer' ),
			};
	}
}

const HOUR_MS = 3_600_000;

/** A look at all of them comes each hour; with very many, it takes longer. */
const SEEN_MS = 2 * HOUR_MS;

/** Something waits longer than passes and tries explain. */
export const isLate = (
	{ status: { oldest_due_at: due } }: Overview,
	at: number
): boolean => due !== null && at - Date.parse( due ) > HOUR_MS;

function waiting( overview: Overview, at: number ): Fact {
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

const failedTries = ( { failed_tries: count }: Overview ): Fact => ( {
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

function pass( { scheduler, status }: Overview, at: number ): Fact {
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

/** People change drafts in Sellsy, and it tells nobody. */
function drafts( { status, connection: state }: Overview, at: number ): Fact[] {
	const { drafts_seen_at: seen } = status;
	if ( seen === null ) {
		return [ 'unconfigured', 'to_authorise' ].includes( state )
			? []
			: [
					{
						name: 'drafts',
						level: 'unknown',
						title: __(
							'Not all open drafts have been compared with Sellsy yet',
							'orderinvoicer'
						),
					},
				];
	}
	return [
		isInRhythm( seen, at )
			? {
					name: 'drafts',
					level: 'good',
					title: __(
						'Open drafts are compared with Sellsy every hour',
						'orderinvoicer'
					),
				}
			: {
					name: 'drafts',
					level: 'unknown',
					title: sprintf(
						/* translators: %s: such as "5 minutes ago". */
						__(
							'All open drafts last compared with Sellsy: %s',
							'orderinvoicer'
						),
						formatAgo( seen, at )
					),
					detail: __(
						'What somebody changed there since then may not be known here yet.',
						'orderinvoicer'
					),
				},
	];
}

/** Then its age says nothing: beside a pass every five minutes it would only look late. */
const isInRhythm = ( seen: string, at: number ): boolean =>
	at - Date.parse( seen ) <= SEEN_MS;

/** Beside its drafts. A shop that has made no document yet has nothing to look at. */
function lookedAt( { status }: Overview, at: number ): Fact[] {
	const { sellsy_seen_at: seen } = status;
	return seen === null
		? []
		: [
				isInRhythm( seen, at )
					? {
							name: 'sellsy',
							level: 'good',
							title: __(
								'Payments in Sellsy are seen within minutes, cancellations within the hour',
								'orderinvoicer'
							),
						}
					: {
							name: 'sellsy',
							level: 'unknown',
							title: sprintf(
								/* translators: %s: such as "5 minutes ago". */
								__(
									'Payments and open documents last looked at in Sellsy: %s',
									'orderinvoicer'
								),
								formatAgo( seen, at )
							),
						},
			];
}

function loopback( { status }: Overview ): Fact {
	switch ( status.loopback ) {
		case 'works':
			return {
				name: 'loopback',
				level: 'good',
				title: __(
					'This site can call itself, so documents are begun within seconds',
					'orderinvoicer'
				),
			};
		case 'blocked':
			return {
				name: 'loopback',
				action: 'test_loopback',
				level: 'warning',
				title: __(
					'Documents are made a few minutes late',
					'orderinvoicer'
				),
				detail: __(
					'Your host does not let this site call itself. Ask them to allow it (loopback requests).',
					'orderinvoicer'
				),
			};
		case 'unknown':
			return {
				name: 'loopback',
				action: 'test_loopback',
				level: 'unknown',
				title: __( 'Speed not tested yet', 'orderinvoicer' ),
				detail: __(
					'Test whether documents are made within seconds of an order.',
					'orderinvoicer'
				),
			};
	}
}

const hooks = ( { missing_hooks: missing }: Overview ): Fact =>
	missing.length === 0
		? {
				name: 'hooks',
				level: 'good',
				title: __(
					'Nothing keeps new orders from arriving here',
					'orderinvoicer'
				),
			}
		: {
				name: 'hooks',
				level: 'error',
				title: __(
					'Some events of WooCommerce do not arrive',
					'orderinvoicer'
				),
				detail: sprintf(
					/* translators: %s: names of hooks. */
					__(
						'Another plugin or the theme removed: %s. Switch them off one by one to find it.',
						'orderinvoicer'
					),
					missing.join( ', ' )
				),
			};
