import { __, sprintf } from '@wordpress/i18n';
import type { Overview } from '../../../generated/schemas';
import { hrefOf } from '../../useRoute';
import { quotaFact } from './quota';
import { drafts, lookedAt } from './seen';
import type { Fact } from './types';
import { failedTries, pass, waiting } from './work';

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
