import { __, _n, sprintf } from '@wordpress/i18n';
import { formatAgo, formatCount } from '../../../i18n/format';
import type { Overview } from '../../../schemas/overview';
import { hrefOf } from '../../useRoute';
import type { Level } from './components/levels';

export type Fact = {
	name: string;
	level: Level;
	title: string;
	detail?: string;
	href?: string;
};

/** What must be there so that an order becomes its documents within minutes, and how it stands. */
export const healthFacts = ( data: Overview, at: number ): Fact[] => [
	connection( data ),
	waiting( data, at ),
	failedTries( data ),
	pass( data, at ),
	loopback( data ),
	hooks( data ),
	quota( data, at ),
];

function connection( { connection: state }: Overview ): Fact {
	const fact = { name: 'connection', href: hrefOf( 'connection' ) };
	switch ( state ) {
		case 'connected':
			return {
				...fact,
				level: 'good',
				title: __( 'Connected to Sellsy', 'orderinvoicer' ),
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

function waiting( { status }: Overview, at: number ): Fact {
	const { counts, oldest_due_at: due } = status;
	const count = counts.queued + counts.working;
	if ( count === 0 ) {
		return {
			name: 'waiting',
			level: 'good',
			title: __( 'Nothing is waiting', 'orderinvoicer' ),
		};
	}
	const isLate = due !== null && at - Date.parse( due ) > HOUR_MS;
	return {
		name: 'waiting',
		level: isLate ? 'warning' : 'good',
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
		href: hrefOf( 'syncs', { state: 'queued' } ),
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
					'What can be repeated is repeated by itself.',
					'orderinvoicer'
				),
				href: hrefOf( 'syncs' ),
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
		case 'late':
			return {
				name: 'pass',
				level: 'warning',
				title: __(
					'The pass every five minutes is late',
					'orderinvoicer'
				),
				detail: `${ ran } ${ __(
					'WP-Cron needs visitors, or a cron job of your host: ask your host for one.',
					'orderinvoicer'
				) }`,
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
					'Reload this page: it plans it anew. If it is lost again, another plugin deletes scheduled actions.',
					'orderinvoicer'
				),
			};
	}
}

/** Beside the page itself in wp-admin. */
const SITE_HEALTH = 'site-health.php';

function loopback( { status }: Overview ): Fact {
	switch ( status.loopback ) {
		case 'works':
			return {
				name: 'loopback',
				level: 'good',
				title: __(
					'Documents are made within seconds',
					'orderinvoicer'
				),
			};
		case 'blocked':
			return {
				name: 'loopback',
				href: SITE_HEALTH,
				level: 'warning',
				title: __(
					'Documents are made a few minutes late',
					'orderinvoicer'
				),
				detail: __(
					'This site cannot call itself. Tools › Site Health says more.',
					'orderinvoicer'
				),
			};
		case 'unknown':
			return {
				name: 'loopback',
				href: SITE_HEALTH,
				level: 'unknown',
				title: __( 'Speed not tested yet', 'orderinvoicer' ),
				detail: __(
					'Tools › Site Health tests whether this site can call itself.',
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
					'WooCommerce tells of every order',
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

function quota( { quota: seen }: Overview, at: number ): Fact {
	if ( seen === null ) {
		return {
			name: 'quota',
			level: 'unknown',
			title: __( 'Sellsy has not been asked yet', 'orderinvoicer' ),
		};
	}
	const isUsedUp = seen.day === 0 || seen.month === 0;
	return {
		name: 'quota',
		level: isUsedUp ? 'warning' : 'good',
		title: isUsedUp
			? __( 'No requests left at Sellsy for now', 'orderinvoicer' )
			: __( 'Enough requests left at Sellsy', 'orderinvoicer' ),
		detail: [
			seen.day !== null &&
				sprintf(
					/* translators: %s: number of requests. */
					__( '%s left today', 'orderinvoicer' ),
					formatCount( seen.day )
				),
			seen.month !== null &&
				sprintf(
					/* translators: %s: number of requests. */
					__( '%s left this month', 'orderinvoicer' ),
					formatCount( seen.month )
				),
			formatAgo( seen.at, at ),
		]
			.filter( Boolean )
			.join( ', ' ),
	};
}
